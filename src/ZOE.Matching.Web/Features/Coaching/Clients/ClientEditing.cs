using Mapster;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Audit;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Web.Clients;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Work;

namespace ZOE.Matching.Web.Features.Coaching.Clients;

/// <summary>Reads and writes the form of person data and facts.</summary>
public sealed class ClientEditing(MatchingDbContext db, OwnRecords own, ClientViews views, CurrentUser user, TimeProvider clock)
{
    /// <summary>The form of an own client, audited; null when it is not one's own.</summary>
    public async Task<ClientForm?> ReadAsync(Guid clientId) => (await views.ShowAsync(clientId, AuditPurpose.ProfileEdit, async () =>
    {
        var client = await db.Clients.AsNoTracking().Include(c => c.Person).SingleAsync(c => c.Id == clientId);
        var form = client.Adapt<ClientForm>();
        client.Person!.Adapt(form);
        form.ShiftKinds = [.. Enum.GetValues<Shifts>().Where(s => s != Shifts.None && client.Shifts.HasFlag(s))];
        return form;
    }))?.Body;

    public Task<Client?> TrackedAsync(Guid clientId, CancellationToken stop) => own.Clients.Include(c => c.Person).SingleOrDefaultAsync(c => c.Id == clientId, stop);

    public async Task<Decision<Guid>> CreateAsync(ClientForm form, Guid teamId, CancellationToken stop)
    {
        if (await CheckAsync(form, null, stop) is { } refusal) return refusal;
        var client = new Client { VerbisNumber = "", CoachId = user.Id, TeamId = teamId, CreatedAtUtc = clock.NowUtc() };
        client.Person = new ClientPerson { ClientId = client.Id, FirstName = "", LastName = "" };
        Write(form, client);
        db.Add(client);
        return await db.SaveOrRefuseAsync() is { } lost ? lost : client.Id;
    }

    public async Task<Decision> ChangeAsync(Client client, ClientForm form, CancellationToken stop)
    {
        if (await CheckAsync(form, client.Id, stop) is { } refusal) return refusal;
        db.Expect(client, form.Version);
        Write(form, client);
        return await db.SaveOrRefuseAsync() is { } lost ? lost : Decision.Accepted;
    }

    public async Task<ClientEdit> WithChoicesAsync(ClientForm form, Guid? clientId, CancellationToken stop)
    {
        var places = await db.Places.AsNoTracking().OrderBy(p => p.Name).Select(p => new SelectListItem(p.Name, p.Ags)).ToListAsync(stop);
        var officers = await db.Users.AsNoTracking().Where(u => !u.Disabled && (u.Duties & Duty.IntegrationOfficer) != Duty.None)
            .OrderBy(u => u.DisplayName).Select(u => new SelectListItem(u.DisplayName, u.Id.ToString())).Take(200).ToListAsync(stop);
        return new ClientEdit(form, clientId, places, officers);
    }

    private async Task<Refusal?> CheckAsync(ClientForm form, Guid? clientId, CancellationToken stop)
    {
        if (Client.CheckEntry(form.EntryOn!.Value, clock.Today()).Refusal is { } refusal) return refusal;
        var number = form.VerbisNumber.Trim();
        if (await db.Clients.AnyAsync(c => c.VerbisNumber == number && c.Id != clientId, stop)) return new Refusal("Client.NumberTaken") { Field = nameof(form.VerbisNumber) };
        if (form.PlaceAgs is { } ags && !await db.Places.AnyAsync(p => p.Ags == ags, stop)) form.PlaceAgs = null;
        if (form.OfficerId is { } officer && !await db.Users.AnyAsync(u => u.Id == officer && (u.Duties & Duty.IntegrationOfficer) != Duty.None, stop)) form.OfficerId = null;
        return null;
    }

    private static void Write(ClientForm form, Client client)
    {
        var person = client.Person!;
        person.FirstName = form.FirstName.Trim();
        person.LastName = form.LastName.Trim();
        person.BirthDate = form.BirthDate;
        person.Sex = form.Sex;
        person.Origin = form.Origin;
        person.Street = form.Street;
        person.Postcode = form.Postcode;
        person.Town = form.Town;
        person.Phone = form.Phone;
        person.Email = form.Email;
        person.ContactLanguage = form.ContactLanguage;
        person.NeedsInterpreter = form.NeedsInterpreter;
        person.Notes = form.Notes;
        client.VerbisNumber = form.VerbisNumber.Trim();
        client.EntryOn = form.EntryOn!.Value;
        client.Phase = form.Phase;
        client.Group = form.Group;
        client.OfficerId = form.OfficerId;
        client.WorkPermission = form.WorkPermission;
        client.WorkPermissionUntil = form.WorkPermissionUntil;
        client.ResidenceBoundUntil = form.ResidenceBoundUntil;
        client.PlaceAgs = form.PlaceAgs;
        client.AddressIsTemporary = form.AddressIsTemporary;
        client.Qualification = form.Qualification;
        client.WantedForms = [.. form.WantedForms.Distinct().Order()];
        client.WantedHours = form.WantedHours;
        client.Shifts = form.ShiftKinds.Aggregate(Shifts.None, (all, one) => all | one);
        client.AvailableFrom = form.AvailableFrom;
        client.Wish = form.Wish;
        client.LastContactOn = form.LastContactOn;
    }
}
