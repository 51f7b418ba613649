using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Accounts;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Law;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Proposals;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Domain.Reference;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Domain.Vocabulary;
using ZOE.Matching.Domain.Work;

namespace ZOE.Matching.Web.Tests.Safety;

/// <summary>The client of one side of the world with all that belongs to it.</summary>
internal sealed class WorldClients(MatchingDbContext db, DateTime now, World world, Side side, PortalUser coach)
{
    private readonly List<(string Kind, Guid Id)> _kept = [];

    private DateOnly Today => LegalDay.Of(now);

    public async Task<IReadOnlyList<(string Kind, Guid Id)>> AddAsync(Guid? officerId)
    {
        var client = Client(officerId, await db.Places.OrderBy(p => p.Ags).Select(p => p.Ags).LastAsync());
        var search = Consent(client, ConsentScope.Search, null, null);
        var first = Consent(client, ConsentScope.Vacancy, world.Id("vacancy", side), world.Id("employer", side));
        var second = Consent(client, ConsentScope.Vacancy, world.Id("secondVacancy", side), world.Id("employer", side));
        var led = Consent(client, ConsentScope.Employer, null, world.Id("employer", side));
        client.Consents.AddRange([search, first, second, led]);
        db.Add(client);
        await db.SaveChangesAsync();
        _kept.AddRange([("client", client.Id), ("entry", client.Profile[0].Id), ("consent", search.Id), ("vacancyConsent", first.Id), ("employerConsent", led.Id)]);

        var employer = await db.Employers.SingleAsync(e => e.Id == world.Id("employer", side));
        var open = await AddProposalAsync("proposal", client, employer, "vacancy", first);
        var released = await AddProposalAsync("releasedProposal", client, employer, "secondVacancy", second);
        released.Answer(ProposalAnswer.Yes, null, null, AnswerSource.EmployerPortal, now).Refusal.Should().BeNull();
        released.Release(second, coach.Id, now).Refusal.Should().BeNull();
        await db.SaveChangesAsync();
        await AddPlacementsAsync(client, employer, released, led);
        await AddReferralsAsync(client);
        await AddWorkAsync(client, open);
        return _kept;
    }

    private Client Client(Guid? officerId, string place)
    {
        var client = new Client
        {
            VerbisNumber = $"237A{side}00001",
            EntryOn = Today.AddMonths(-6),
            Group = ClientGroup.B,
            CoachId = coach.Id,
            OfficerId = officerId,
            TeamId = coach.TeamId!.Value,
            Phase = Phase.Preparation,
            WorkPermission = WorkPermission.Allowed,
            PlaceAgs = place,
            Qualification = QualificationGroup.Vocational,
            WantedHours = 20,
            Shifts = Shifts.Day,
            AvailableFrom = Today,
            Wish = "Gern in einer Werkstatt",
            CreatedAtUtc = now,
        };
        client.Person = new ClientPerson
        {
            ClientId = client.Id,
            FirstName = $"Vorname{side}",
            LastName = $"Nachname{side}",
            BirthDate = new DateOnly(1990, 5, 17),
            Sex = "w",
            Origin = "Syrien",
            Street = "Heimweg 7",
            Postcode = "31303",
            Town = "Burgdorf",
            Phone = "0511 4711",
            Email = $"person-{side}@post.example",
            ContactLanguage = "Arabisch",
            Notes = "Vermerk",
        };
        var entry = new ProfileEntry { ClientId = client.Id, Kind = ConceptKind.Competence, Typed = "Schweißen", Years = 3 };
        entry.Evidence.Add(new CompetenceEvidence { ClientId = client.Id, EntryId = entry.Id, Kind = EvidenceKind.SelfStated, Level = SkillLevel.Independent, Source = "Gespräch", On = Today, RecordedById = coach.Id, RecordedAtUtc = now });
        client.Profile.Add(entry);
        foreach (var skill in Enum.GetValues<LanguageSkill>())
            client.AddLanguageEvidence(new LanguageEvidence { ClientId = client.Id, Skill = skill, Level = CefrLevel.B1, Kind = EvidenceKind.Tested, Source = "Test", On = Today, RecordedById = coach.Id, RecordedAtUtc = now });
        return client;
    }

    private Consent Consent(Client client, ConsentScope scope, Guid? vacancyId, Guid? employerId) => new()
    {
        ClientId = client.Id,
        Scope = scope,
        Recipients = scope == ConsentScope.Search ? RecipientGroup.ApprovedEmployers : RecipientGroup.OneEmployer,
        VacancyId = vacancyId,
        EmployerId = employerId,
        Purpose = "Arbeitssuche",
        TextVersion = "2026-11",
        Language = "Deutsch",
        Way = ConsentWay.Spoken,
        GivenOn = Today,
        ValidUntil = Today.AddMonths(6),
        RecordedById = coach.Id,
        RecordedAtUtc = now,
    };

    private async Task<Proposal> AddProposalAsync(string kind, Client client, Employer employer, string vacancyKind, Consent consent)
    {
        var vacancy = await db.Vacancies.SingleAsync(v => v.Id == world.Id(vacancyKind, side));
        var proposal = Proposal.Send(client, vacancy, employer, consent, coach.Id, "Passt gut zur Stelle.", now).Accepted;
        db.Add(proposal);
        await db.SaveChangesAsync();
        _kept.Add((kind, proposal.Id));
        return proposal;
    }

    private async Task AddPlacementsAsync(Client client, Employer employer, Proposal released, Consent led)
    {
        var vacancy = await db.Vacancies.SingleAsync(v => v.Id == released.VacancyId);
        var rules = await db.LegalRules.AsNoTracking().ToListAsync();
        var running = Make(
            new PlacementOrder { Kind = PlacementKind.Internship, LegalBasis = LegalBasis.Mag, StartOn = Today, EndOn = Today.AddDays(27), HoursPerWeek = 20, Insurance = InsuranceKind.None },
            new PlacementFacts { Client = client, Employer = employer, Measure = Measure(client, LegalBasis.Mag), Vacancy = vacancy, Proposal = released, History = [], Rules = rules, ById = coach.Id, NowUtc = now });
        running.Start(Today).Refusal.Should().BeNull();
        var observed = new ObservedCompetence { PlacementId = running.Id, Typed = "Metall bearbeiten", Level = SkillLevel.Guided, StatedAtUtc = now };
        running.Observed.Add(observed);
        var planned = Make(
            new PlacementOrder { Kind = PlacementKind.Internship, LegalBasis = LegalBasis.Mag, StartOn = Today.AddDays(40), EndOn = Today.AddDays(50), HoursPerWeek = 20, Insurance = InsuranceKind.None },
            new PlacementFacts { Client = client, Employer = employer, Measure = Measure(client, LegalBasis.Mag), Consent = led, History = [], Rules = rules, ById = coach.Id, NowUtc = now });
        var waiting = Make(
            new PlacementOrder { Kind = PlacementKind.TrialEmployment, LegalBasis = LegalBasis.TrialEmployment46, StartOn = Today.AddDays(60), EndOn = Today.AddDays(90), HoursPerWeek = 20, Insurance = InsuranceKind.Insured, IsAdditional = true },
            new PlacementFacts { Client = client, Employer = employer, Measure = Measure(client, LegalBasis.TrialEmployment46), Consent = led, History = [], Rules = rules, ById = coach.Id, NowUtc = now });
        await db.SaveChangesAsync();
        _kept.AddRange([("placement", running.Id), ("plannedPlacement", planned.Id), ("waitingPlacement", waiting.Id), ("followUp", running.FollowUps[0].Id), ("observed", observed.Id), ("measure", running.MeasureId)]);
    }

    private Measure Measure(Client client, LegalBasis basis) => new() { ClientId = client.Id, LegalBasis = basis, CreatedAtUtc = now };

    private Placement Make(PlacementOrder order, PlacementFacts facts)
    {
        var placement = PlacementRules.Make(order, facts).Accepted;
        db.Add(facts.Measure);
        db.Add(placement);
        return placement;
    }

    private async Task AddReferralsAsync(Client client)
    {
        foreach (var (kind, courseKind) in new[] { ("referral", "course"), ("runningReferral", "secondCourse") })
        {
            var referral = new Referral { CourseId = world.Id(courseKind, side), ProviderId = world.Id("provider", side), ClientId = client.Id, ReferredById = coach.Id, ReferredAtUtc = now };
            db.Add(referral);
            _kept.Add((kind, referral.Id));
            if (kind == "referral") continue;
            referral.Accept(now).Refusal.Should().BeNull();
            var result = new ReferralResult { ReferralId = referral.Id, Kind = ConceptKind.Competence, Typed = "Schweißen", Level = SkillLevel.Guided };
            referral.Results.Add(result);
            _kept.Add(("referralResult", result.Id));
        }

        await db.SaveChangesAsync();
    }

    private async Task AddWorkAsync(Client client, Proposal open)
    {
        var task = new WorkTask { Kind = WorkTaskKind.Own, BusinessKey = $"own:{client.Id:N}", OwnerId = coach.Id, DueOn = Today, Text = "Anrufen", ClientId = client.Id, CreatedAtUtc = now };
        // Side X: for the Arbeitgeberservice; side Y: for the Maßnahmebetreuung.
        var duty = new WorkTask
        {
            Kind = side == Side.X ? WorkTaskKind.ApproveEmployer : WorkTaskKind.ApproveProvider,
            BusinessKey = $"duty:{client.Id:N}",
            DueOn = Today,
            CreatedAtUtc = now,
            ForDuty = side == Side.X ? Duty.EmployerService : Duty.CourseCare,
            EmployerId = side == Side.X ? world.Id("newEmployer", side) : null,
            ProviderId = side == Side.X ? null : world.Id("newProvider", side),
        };
        var forCoach = new InboxItem { Kind = InboxKind.VacancyForClient, BusinessKey = $"c:{client.Id:N}", UserId = coach.Id, ClientId = client.Id, VacancyId = open.VacancyId, CreatedAtUtc = now };
        var forEmployer = new InboxItem { Kind = InboxKind.ProposalReceived, BusinessKey = $"e:{client.Id:N}", EmployerId = open.EmployerId, VacancyId = open.VacancyId, ProposalId = open.Id, CreatedAtUtc = now };
        var forProvider = new InboxItem { Kind = InboxKind.ReferralReceived, BusinessKey = $"p:{client.Id:N}", ProviderId = world.Id("provider", side), CourseId = world.Id("course", side), ReferralId = _kept.Single(k => k.Kind == "referral").Id, CreatedAtUtc = now };
        var funding = new WorkTask
        {
            Kind = WorkTaskKind.DecideFunding,
            BusinessKey = $"funding:{client.Id:N}",
            OwnerId = client.OfficerId,
            ForDuty = Duty.IntegrationOfficer,
            DueOn = Today,
            CreatedAtUtc = now,
            ClientId = client.Id,
            PlacementId = _kept.Single(k => k.Kind == "waitingPlacement").Id,
        };
        db.AddRange(task, duty, funding, forCoach, forEmployer, forProvider);
        await db.SaveChangesAsync();
        _kept.AddRange([("task", task.Id), ("dutyTask", duty.Id), ("coachItem", forCoach.Id), ("employerItem", forEmployer.Id), ("providerItem", forProvider.Id)]);
    }
}
