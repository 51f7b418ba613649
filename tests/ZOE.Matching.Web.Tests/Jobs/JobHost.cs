using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Accounts;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Law;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Proposals;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Domain.Vocabulary;
using ZOE.Matching.Web.Jobs;
using ZOE.Matching.Web.Mail;
using ZOE.Matching.Web.Tests.Hosting;
using ZOE.Matching.Web.Tests.Mail;

namespace ZOE.Matching.Web.Tests.Jobs;

/// <summary>The portal with jobs on call and a mail server that breaks as told; with a small field to work on.</summary>
public sealed class JobHost : PortalFactory
{
    public SenderDouble Sender { get; } = new();

    public DateOnly Today => Clock.Today();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.AddSingleton<IMailSender>(Sender));
    }

    /// <summary>Runs a job in a scope of its own, past the "once at a time" of the runner: as a second server would.</summary>
    public async Task<int> OnServerAsync<T>() where T : IPortalJob
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<T>().RunAsync(CancellationToken.None);
    }

    /// <summary>Runs until nothing is left to do.</summary>
    public async Task SettleAsync<T>() where T : IPortalJob
    {
        for (var i = 0; i < 20 && await OnServerAsync<T>() > 0; i++) { }
    }

    /// <summary>A coach, an approved employer with contact, an open vacancy.</summary>
    public Task<SmallField> FieldAsync(Action<Vacancy>? vary = null) => DbAsync(async db =>
    {
        var place = await db.Places.OrderBy(p => p.Ags).Select(p => p.Ags).FirstAsync();
        var occupation = await db.Concepts.Where(c => c.Kind == ConceptKind.Occupation).OrderBy(c => c.Key).FirstAsync();
        var competence = await db.Concepts.Where(c => c.Kind == ConceptKind.Competence).OrderBy(c => c.Key).FirstAsync();
        var team = new Team { Name = "Team " + Guid.NewGuid().ToString("N")[..6], SiteCode = "test" };
        var coach = new PortalUser { Id = Guid.NewGuid(), UserName = Guid.NewGuid().ToString("N"), Email = $"coach-{Guid.NewGuid():N}@example.org", DisplayName = "Coach", Role = PortalRole.Coach, TeamId = team.Id, CreatedAtUtc = Clock.NowUtc() };
        var employer = new Employer { Name = "Metallbau Test", PlaceAgs = place, CreatedAtUtc = Clock.NowUtc() };
        employer.Approve(coach.Id, Clock.NowUtc());
        var contact = new EmployerContact { EmployerId = employer.Id, Name = "Frau Kontakt", Email = $"kontakt-{Guid.NewGuid():N}@example.org" };
        var vacancy = new Vacancy
        {
            EmployerId = employer.Id,
            Reference = Guid.NewGuid().ToString("N")[..8],
            Title = "Helfer Metall",
            OccupationId = occupation.Id,
            Kind = PlacementKind.Job,
            HoursPerWeek = 38,
            PlaceAgs = place,
            StartOn = Today.AddDays(14),
            ExpiresOn = Today.AddDays(60),
            ContactId = contact.Id,
            CreatedAtUtc = Clock.NowUtc(),
        };
        vacancy.Requirements.Add(new VacancyRequirement { VacancyId = vacancy.Id, Kind = ConceptKind.Competence, Typed = competence.Label, ConceptId = competence.Id });
        vary?.Invoke(vacancy);
        vacancy.Publish(employer, Clock.NowUtc());
        db.AddRange(team, coach, employer, contact, vacancy);
        await db.SaveChangesAsync();
        return new SmallField(coach, employer, contact, vacancy, occupation.Id, competence.Id, place);
    });

    /// <summary>A client of the coach who fits the vacancy; searchable until a day, if one is given.</summary>
    public Task<Client> ClientAsync(SmallField field, DateOnly? searchableUntil = null) => DbAsync(async db =>
    {
        var client = new Client
        {
            VerbisNumber = Guid.NewGuid().ToString("N")[..10],
            CoachId = field.Coach.Id,
            TeamId = field.Coach.TeamId!.Value,
            EntryOn = Today.AddDays(-100),
            WorkPermission = WorkPermission.Allowed,
            PlaceAgs = field.PlaceAgs,
            Qualification = QualificationGroup.School,
            AvailableFrom = Today,
            CreatedAtUtc = Clock.NowUtc(),
        };
        client.Person = new ClientPerson { ClientId = client.Id, FirstName = "Kanarie" + client.Id.ToString("N")[..6], LastName = "Geheimname" };
        foreach (var (kind, concept) in new[] { (ConceptKind.Occupation, field.OccupationId), (ConceptKind.Competence, field.CompetenceId) })
        {
            var entry = new ProfileEntry { ClientId = client.Id, Kind = kind, Typed = "typed", ConceptId = concept, Years = kind == ConceptKind.Occupation ? 4 : null };
            entry.Evidence.Add(new CompetenceEvidence { ClientId = client.Id, EntryId = entry.Id, Kind = EvidenceKind.ObservedAtWork, Level = SkillLevel.Independent, Source = "test", On = Today.AddDays(-30), RecordedById = field.Coach.Id, RecordedAtUtc = Clock.NowUtc() });
            client.Profile.Add(entry);
        }

        client.AddLanguageEvidence(new LanguageEvidence { ClientId = client.Id, Skill = LanguageSkill.Spoken, Level = CefrLevel.B1, Kind = EvidenceKind.Tested, Source = "test", On = Today.AddDays(-30), RecordedById = field.Coach.Id, RecordedAtUtc = Clock.NowUtc() });
        if (searchableUntil is { } until) client.Consents.Add(Yes(client.Id, field, ConsentScope.Search, until));
        db.Add(client);
        await db.SaveChangesAsync();
        return client;
    });

    /// <summary>A proposal with the client's yes, its mail and link, as the desk writes them.</summary>
    public async Task<Proposal> ProposalAsync(SmallField field, Client client, DateOnly? yesUntil = null)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MatchingDbContext>();
        var yes = Yes(client.Id, field, ConsentScope.Vacancy, yesUntil ?? Today.AddDays(90));
        db.Add(yes);
        await db.SaveChangesAsync();
        var known = await db.Clients.SingleAsync(c => c.Id == client.Id);
        var vacancy = await db.Vacancies.SingleAsync(v => v.Id == field.Vacancy.Id);
        var employer = await db.Employers.SingleAsync(e => e.Id == field.Employer.Id);
        var proposal = Proposal.Send(known, vacancy, employer, yes, field.Coach.Id, null, Clock.NowUtc()).Accepted;
        db.Add(proposal);
        var link = await scope.ServiceProvider.GetRequiredService<Web.Links.LinkDesk>().AddAsync(Data.Links.LinkPurpose.AnswerProposal, proposal.Id, field.Contact.Id, TimeSpan.FromDays(14));
        scope.ServiceProvider.GetRequiredService<Web.Work.Outbox>().MailToContact(Data.Mail.MailKind.Proposal, field.Contact.Id, proposal.Id, "sent", link.Id);
        await db.SaveChangesAsync();
        return proposal;
    }

    /// <summary>A Praktikum with its follow-ups.</summary>
    public Task<Placement> InternshipAsync(SmallField field, Client client, DateOnly start, int days) => DbAsync(async db =>
    {
        var measure = new Measure { ClientId = client.Id, LegalBasis = LegalBasis.Mag, CreatedAtUtc = Clock.NowUtc() };
        var placement = new Placement
        {
            MeasureId = measure.Id,
            ClientId = client.Id,
            EmployerId = field.Employer.Id,
            VacancyId = field.Vacancy.Id,
            Kind = PlacementKind.Internship,
            LegalBasis = LegalBasis.Mag,
            StartOn = start,
            EndOn = start.AddDays(days - 1),
            HoursPerWeek = 30,
            Insurance = InsuranceKind.None,
            CreatedById = field.Coach.Id,
            CreatedAtUtc = Clock.NowUtc(),
        };
        FollowUpPlan.Replan(placement);
        db.AddRange(measure, placement);
        await db.SaveChangesAsync();
        return placement;
    });

    private Consent Yes(Guid clientId, SmallField field, ConsentScope scope, DateOnly until) => new()
    {
        ClientId = clientId,
        Scope = scope,
        Recipients = scope == ConsentScope.Search ? RecipientGroup.ApprovedEmployers : RecipientGroup.OneEmployer,
        VacancyId = scope == ConsentScope.Vacancy ? field.Vacancy.Id : null,
        EmployerId = scope == ConsentScope.Vacancy ? field.Employer.Id : null,
        Purpose = "test",
        TextVersion = "1",
        Language = "de",
        GivenOn = Today.AddDays(-1),
        ValidUntil = until,
        RecordedById = field.Coach.Id,
        RecordedAtUtc = Clock.NowUtc(),
    };
}

/// <summary>Who and what a job test works with.</summary>
public sealed record SmallField(PortalUser Coach, Employer Employer, EmployerContact Contact, Vacancy Vacancy, Guid OccupationId, Guid CompetenceId, string PlaceAgs);
