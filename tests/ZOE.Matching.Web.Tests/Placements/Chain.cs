using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Accounts;
using ZOE.Matching.Data.Links;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Law;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Proposals;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Domain.Vocabulary;
using ZOE.Matching.Web.Links;
using ZOE.Matching.Web.Tests.Hosting;

namespace ZOE.Matching.Web.Tests.Placements;

/// <summary>One client of one coach and one vacancy of one employer, with what a test asks for on top. Names are marked so that a leak is seen.</summary>
internal sealed class Chain
{
    public const string LastName = "Geheimnamenstest";

    private readonly PortalFactory _portal;

    private Chain(PortalFactory portal) => _portal = portal;

    public required PortalUser Coach { get; init; }

    public required PortalUser EmployerUser { get; init; }

    public required Guid ClientId { get; init; }

    public required Guid EmployerId { get; init; }

    public required Guid ContactId { get; init; }

    public required Guid VacancyId { get; init; }

    /// <summary>Today on the portal's clock.</summary>
    public DateOnly Today => _portal.Clock.Today();

    public static async Task<Chain> StartAsync(PortalFactory portal, PlacementKind kind = PlacementKind.Internship, Duty duties = Duty.None)
    {
        var team = new Team { Name = "Team", SiteCode = "Mengendamm" };
        await portal.DbAsync(async db =>
        {
            db.Add(team);
            await db.SaveChangesAsync();
        });
        var coach = await portal.AddUserAsync(PortalRole.Coach, duties, team.Id);
        var now = portal.Clock.NowUtc();
        var employer = new Employer { Name = "Metallbau Muster" };
        employer.Approve(coach.Id, now);
        var contact = new EmployerContact { EmployerId = employer.Id, Name = "Frau Muster", Email = "muster@test.example" };
        employer.Contacts.Add(contact);
        var vacancy = new Vacancy
        {
            EmployerId = employer.Id,
            Reference = $"S-{Guid.NewGuid():N}"[..12],
            Title = "Helfer im Metallbau",
            PlaceAgs = "03241001",
            Kind = kind,
            HoursPerWeek = 35,
            IsAdditional = kind == PlacementKind.TrialEmployment,
            ExpiresOn = portal.Clock.Today().AddDays(90),
            StartOn = portal.Clock.Today().AddDays(7),
            ContactId = contact.Id,
            CreatedAtUtc = now,
        };
        vacancy.Requirements.Add(new VacancyRequirement { VacancyId = vacancy.Id, Kind = ConceptKind.Competence, Typed = "Schweißen" });
        vacancy.Publish(employer, now).IsRefused.Should().BeFalse();
        var client = new Client { VerbisNumber = $"V{Guid.NewGuid():N}"[..12], CoachId = coach.Id, TeamId = team.Id, WorkPermission = WorkPermission.Allowed, CreatedAtUtc = now };
        client.Person = new ClientPerson { ClientId = client.Id, FirstName = "Probe", LastName = LastName, Phone = "0511 000", ContactLanguage = "Arabisch" };
        await portal.DbAsync(async db =>
        {
            db.AddRange(employer, vacancy, client);
            await db.SaveChangesAsync();
        });
        return new Chain(portal)
        {
            Coach = coach,
            ClientId = client.Id,
            EmployerId = employer.Id,
            ContactId = contact.Id,
            VacancyId = vacancy.Id,
            EmployerUser = await portal.AddUserAsync(PortalRole.Employer, employerId: employer.Id),
        };
    }

    /// <summary>Proposes the client with a yes to the vacancy; with an answer and a release if asked for.</summary>
    public Task<Guid> ProposeAsync(ProposalAnswer? answer = null, bool released = false) => _portal.DbAsync(async db =>
    {
        var now = _portal.Clock.NowUtc();
        var client = await db.Clients.SingleAsync(c => c.Id == ClientId);
        var yes = new Consent
        {
            ClientId = ClientId,
            Scope = ConsentScope.Vacancy,
            Recipients = RecipientGroup.OneEmployer,
            VacancyId = VacancyId,
            Purpose = "Vorschlag",
            TextVersion = "1",
            Language = "Deutsch",
            Way = ConsentWay.Spoken,
            GivenOn = Today,
            ValidUntil = Today.AddMonths(6),
            RecordedById = Coach.Id,
            RecordedAtUtc = now,
        };
        db.Add(yes);
        var proposal = Proposal.Send(client, await db.Vacancies.SingleAsync(v => v.Id == VacancyId), await db.Employers.SingleAsync(e => e.Id == EmployerId), yes, Coach.Id, null, now).Accepted;
        if (answer is { } given) proposal.Answer(given, null, null, AnswerSource.EmployerLink, now).IsRefused.Should().BeFalse();
        if (released) proposal.Release(yes, Coach.Id, now).IsRefused.Should().BeFalse();
        db.Add(proposal);
        await db.SaveChangesAsync();
        return proposal.Id;
    });

    /// <summary>A running Praktikum of four weeks whose questions are due.</summary>
    public Task<Placement> PlaceAsync(int startedDaysAgo = 0, int days = 28) => _portal.DbAsync(async db =>
    {
        var now = _portal.Clock.NowUtc();
        var measure = new Measure { ClientId = ClientId, LegalBasis = LegalBasis.Mag, CreatedAtUtc = now };
        var start = Today.AddDays(-startedDaysAgo);
        var placement = new Placement
        {
            MeasureId = measure.Id,
            ClientId = ClientId,
            EmployerId = EmployerId,
            VacancyId = VacancyId,
            Kind = PlacementKind.Internship,
            LegalBasis = LegalBasis.Mag,
            StartOn = start,
            EndOn = start.AddDays(days - 1),
            HoursPerWeek = 35,
            ContactId = ContactId,
            Insurance = InsuranceKind.None,
            CreatedById = Coach.Id,
            CreatedAtUtc = now,
        };
        FollowUpPlan.Replan(placement);
        placement.Start(Today).IsRefused.Should().BeFalse();
        db.AddRange(measure, placement);
        await db.SaveChangesAsync();
        return placement;
    });

    /// <summary>A link as a mail would carry it; its token.</summary>
    public async Task<string> LinkAsync(LinkPurpose purpose, Guid recordId, int days = 14)
    {
        await using var scope = _portal.Services.CreateAsyncScope();
        var links = scope.ServiceProvider.GetRequiredService<LinkDesk>();
        var link = await links.AddAsync(purpose, recordId, ContactId, TimeSpan.FromDays(days));
        await scope.ServiceProvider.GetRequiredService<MatchingDbContext>().SaveChangesAsync();
        return await links.TokenOfAsync(link);
    }
}
