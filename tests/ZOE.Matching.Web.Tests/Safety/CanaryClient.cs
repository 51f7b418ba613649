using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Accounts;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Law;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Reference;
using ZOE.Matching.Domain.Work;

namespace ZOE.Matching.Web.Tests.Safety;

/// <summary>A client with a marker in every personal field, and others like it so that cards can be shown.</summary>
internal sealed class CanaryClient(MatchingDbContext db, DateTime now, Canary mark, PortalUser coach)
{
    private DateOnly Today => LegalDay.Of(now);

    /// <summary>Adds the marked client and enough others of the same class; all are searchable.</summary>
    public async Task<Client> AddAsync(Guid occupation, Guid competence, string place, int others)
    {
        var marked = NewClient(0, occupation, competence, place);
        db.Add(marked);
        for (var i = 1; i <= others; i++) db.Add(NewClient(i, occupation, competence, place));
        db.Add(new WorkTask { Kind = WorkTaskKind.Own, BusinessKey = "canary", OwnerId = coach.Id, DueOn = Today, Text = mark["WorkTask.Text"], ClientId = marked.Id, CreatedAtUtc = now });
        await db.SaveChangesAsync();
        return marked;
    }

    /// <summary>A subsidised placement at the employer of the released proposal, with all that staff note about it.</summary>
    public async Task<Placement> AddPlacementAsync(Guid clientId, Guid proposalId)
    {
        var client = await db.Clients.SingleAsync(c => c.Id == clientId);
        var proposal = await db.Proposals.SingleAsync(p => p.Id == proposalId);
        var facts = new PlacementFacts
        {
            Client = client,
            Employer = await db.Employers.SingleAsync(e => e.Id == proposal.EmployerId),
            Vacancy = await db.Vacancies.SingleAsync(v => v.Id == proposal.VacancyId),
            Proposal = proposal,
            Measure = new Measure { ClientId = client.Id, LegalBasis = LegalBasis.TrialEmployment46, ConditionReason = mark["Measure.ConditionReason"], CreatedAtUtc = now },
            History = [],
            Rules = await db.LegalRules.AsNoTracking().ToListAsync(),
            ById = coach.Id,
            NowUtc = now,
        };
        var order = new PlacementOrder
        {
            Kind = PlacementKind.TrialEmployment,
            LegalBasis = LegalBasis.TrialEmployment46,
            StartOn = Today.AddDays(10),
            EndOn = Today.AddDays(40),
            HoursPerWeek = 20,
            IsAdditional = true,
            WarningReason = mark["Placement.WarningReason"],
            Mentor = "Ina Beispiel",
        };
        var placement = PlacementRules.Make(order, facts).Accepted;
        placement.RecordFunding(new FundingDecision { PlacementId = placement.Id, LegalBasis = placement.LegalBasis, Granted = true, AppliedOn = Today, DecidedOn = Today, DecidedById = coach.Id, Note = mark["FundingDecision.Note"] }, hasDuty: true, Today)
            .Refusal.Should().BeNull();
        db.AddRange(facts.Measure, placement);
        await db.SaveChangesAsync();
        return placement;
    }

    private Client NewClient(int number, Guid occupation, Guid competence, string place)
    {
        var isMarked = number == 0;
        string Text(string property, string plain) => isMarked ? mark[property] : plain;
        var client = new Client
        {
            VerbisNumber = Text("Client.VerbisNumber", $"237C0000{number}"),
            EntryOn = isMarked ? mark.Day("Client.EntryOn", new DateOnly(2017, 7, 29)) : Today.AddYears(-2),
            CoachId = coach.Id,
            TeamId = coach.TeamId!.Value,
            Phase = Phase.Preparation,
            WorkPermission = WorkPermission.Allowed,
            WorkPermissionUntil = isMarked ? mark.Day("Client.WorkPermissionUntil", new DateOnly(2031, 8, 23)) : null,
            ResidenceBoundUntil = isMarked ? mark.Day("Client.ResidenceBoundUntil", new DateOnly(2029, 2, 17)) : null,
            PlaceAgs = place,
            Qualification = QualificationGroup.Vocational,
            WantedHours = 20,
            Shifts = Shifts.Day,
            Wish = Text("Client.Wish", "Werkstatt"),
            LastContactOn = isMarked ? mark.Day("Client.LastContactOn", new DateOnly(2026, 3, 19)) : null,
            CreatedAtUtc = now,
        };
        client.Person = new ClientPerson
        {
            ClientId = client.Id,
            FirstName = Text("ClientPerson.FirstName", "Vorname"),
            LastName = Text("ClientPerson.LastName", "Nachname"),
            BirthDate = isMarked ? mark.Day("ClientPerson.BirthDate", new DateOnly(1987, 3, 14)) : null,
            Sex = Text("ClientPerson.Sex", "w"),
            Origin = Text("ClientPerson.Origin", "Iran"),
            Street = Text("ClientPerson.Street", "Weg 1"),
            Postcode = Text("ClientPerson.Postcode", "31303"),
            Town = Text("ClientPerson.Town", "Burgdorf"),
            Phone = Text("ClientPerson.Phone", "0511 1"),
            Email = isMarked ? mark["ClientPerson.Email"] + "@post.example" : null,
            ContactLanguage = Text("ClientPerson.ContactLanguage", "Farsi"),
            Notes = Text("ClientPerson.Notes", "–"),
        };
        foreach (var (kind, concept) in new[] { (Domain.Vocabulary.ConceptKind.Occupation, occupation), (Domain.Vocabulary.ConceptKind.Competence, competence) })
        {
            var entry = new ProfileEntry { ClientId = client.Id, Kind = kind, Typed = Text("ProfileEntry.Typed", "Schweißen"), ConceptId = concept, Years = 3 };
            entry.Evidence.Add(new CompetenceEvidence { ClientId = client.Id, EntryId = entry.Id, Kind = EvidenceKind.SelfStated, Level = SkillLevel.Independent, Source = Text("CompetenceEvidence.Source", "Gespräch"), On = Today, RecordedById = coach.Id, RecordedAtUtc = now });
            client.Profile.Add(entry);
        }

        foreach (var skill in Enum.GetValues<LanguageSkill>())
            client.AddLanguageEvidence(new LanguageEvidence { ClientId = client.Id, Skill = skill, Level = CefrLevel.B1, Kind = EvidenceKind.Tested, Source = Text("LanguageEvidence.Source", "Test"), On = Today, RecordedById = coach.Id, RecordedAtUtc = now });
        client.Consents.Add(new Consent
        {
            ClientId = client.Id,
            Scope = ConsentScope.Search,
            Recipients = RecipientGroup.ApprovedEmployers,
            Purpose = Text("Consent.Purpose", "Arbeit"),
            TextVersion = "2026-11",
            Language = Text("Consent.Language", "Farsi"),
            Way = ConsentWay.Spoken,
            GivenOn = Today,
            ValidUntil = Today.AddMonths(6),
            RecordedById = coach.Id,
            RecordedAtUtc = now,
        });
        return client;
    }
}
