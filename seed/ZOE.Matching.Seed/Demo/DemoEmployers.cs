using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Staff;

namespace ZOE.Matching.Seed.Demo;

/// <summary>Sixty employers: most approved, some waiting, one rejected; contacts and talks with them.</summary>
internal static class DemoEmployers
{
    /// <summary>Position in <see cref="DemoPools.Firms"/> from which on firms wait for approval; the last is rejected.</summary>
    private const int FirstWaiting = 55;

    public static void Add(DemoWorld world)
    {
        for (var i = 0; i < DemoPools.Firms.Count; i++) world.Employers.Add(NewEmployer(world, i));
        world.Db.AddRange(world.Employers);
    }

    private static Employer NewEmployer(DemoWorld world, int at)
    {
        var (name, branch, town) = DemoPools.Firms[at];
        var place = world.Reference.Place(town);
        var waiting = at >= FirstWaiting;
        var since = waiting ? world.DaysAgo(1, 9) : world.DaysAgo(560, 900);
        var employer = new Employer
        {
            Id = at == 0 ? DemoStaff.OwnFirm : world.NewId(),
            Name = name,
            CompanyNumber = waiting && world.Chance(50) ? null : $"{30000000 + at * 137911 % 9000000}",
            BranchCode = branch,
            Street = DemoPools.Street(world),
            Postcode = DemoReference.Postcode(place, at * 7),
            PlaceAgs = place.Ags,
            Website = world.Chance(70) ? $"https://www.{DemoPools.Ascii(name)}.example" : null,
            KeptByStaff = !waiting && at > 0 && world.Chance(15),
            CreatedAtUtc = world.At(since),
        };
        var service = world.WithDuty(Duty.EmployerService);
        if (at == DemoPools.Firms.Count - 1) employer.Reject(service.Id, world.At(world.Today.AddDays(-1)));
        else if (!waiting) employer.Approve(service.Id, world.At(since.AddDays(world.Random.Int(1, 4))));
        if (!waiting && world.Chance(40)) employer.OwnerId = world.One(world.Coaches.ToList()).Id;
        var contacts = at == 0 ? 2 : world.Random.Int(1, 2);
        for (var i = 0; i < contacts; i++) employer.Contacts.Add(NewContact(world, employer, at == 0 && i == 0));
        if (!waiting) AddTalks(world, employer);
        return employer;
    }

    private static EmployerContact NewContact(DemoWorld world, Employer employer, bool own)
    {
        var name = own ? world.Account("arbeitgeber@demo.example").DisplayName : DemoPools.GermanName(world);
        return new EmployerContact
        {
            Id = world.NewId(),
            EmployerId = employer.Id,
            Name = name,
            Function = world.One(DemoPools.Functions),
            Email = own ? "arbeitgeber@demo.example" : $"{DemoPools.Ascii(name)}@{DemoPools.Ascii(employer.Name)}.example",
            Phone = DemoPools.Phone(world),
        };
    }

    private static void AddTalks(DemoWorld world, Employer employer)
    {
        var talks = world.Random.Int(1, 6);
        for (var i = 0; i < talks; i++)
        {
            employer.ContactLog.Add(new ContactLogEntry
            {
                Id = world.NewId(),
                EmployerId = employer.Id,
                Channel = world.One([ContactChannel.Phone, ContactChannel.Phone, ContactChannel.Phone, ContactChannel.Mail, ContactChannel.Visit]),
                AtUtc = world.At(DemoWorld.Workday(world.DaysAgo(3, 500))),
                ById = employer.OwnerId ?? world.WithDuty(Duty.EmployerService).Id,
                Text = world.One(DemoPools.Talks),
                ContactId = employer.Contacts[0].Id,
            });
        }
    }
}
