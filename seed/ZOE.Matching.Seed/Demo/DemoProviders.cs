using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Domain.Staff;

namespace ZOE.Matching.Seed.Demo;

/// <summary>Twenty-five Träger, two of them waiting for approval.</summary>
internal static class DemoProviders
{
    private const int Waiting = 2;

    public static void Add(DemoWorld world)
    {
        var care = world.WithDuty(Duty.CourseCare).Id;
        for (var i = 0; i < DemoPools.Providers.Count; i++)
        {
            var (name, town) = DemoPools.Providers[i];
            var place = world.Reference.Place(town);
            var waiting = i >= DemoPools.Providers.Count - Waiting;
            var contact = i == 0 ? world.Account("traeger@demo.example").DisplayName : DemoPools.GermanName(world);
            var provider = new Provider
            {
                Id = i == 0 ? DemoStaff.OwnProvider : world.NewId(),
                Name = name,
                Street = DemoPools.Street(world),
                Postcode = DemoReference.Postcode(place, i * 3),
                PlaceAgs = place.Ags,
                ContactName = contact,
                Email = i == 0 ? "traeger@demo.example" : $"{DemoPools.Ascii(contact)}@{DemoPools.Ascii(name)}.example",
                Phone = DemoPools.Phone(world),
                Website = $"https://www.{DemoPools.Ascii(name)}.example",
                CreatedAtUtc = world.At(waiting ? world.DaysAgo(2, 6) : world.DaysAgo(600, 900)),
            };
            if (!waiting) provider.Approve(care);
            world.Providers.Add(provider);
        }

        world.Db.AddRange(world.Providers);
    }
}
