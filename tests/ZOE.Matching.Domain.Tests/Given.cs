using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Law;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Proposals;

namespace ZOE.Matching.Domain.Tests;

/// <summary>A client, an approved employer and what else a test of the field begins with. Today is Tuesday, 12 January 2027.</summary>
internal static class Given
{
    public static readonly DateTime Now = new(2027, 1, 12, 9, 0, 0, DateTimeKind.Utc);

    public static readonly DateOnly Today = new(2027, 1, 12);

    public static readonly Guid Coach = Guid.NewGuid();

    public static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public static DateOnly? DayOrNull(string? iso) => iso is null ? null : Day(iso);

    public static Client Client() => new() { VerbisNumber = Guid.NewGuid().ToString("N"), WorkPermission = WorkPermission.Allowed };

    public static Employer Employer(bool approved = true)
    {
        var employer = new Employer { Name = "Metallbau" };
        if (approved) employer.Approve(Coach, Now);
        return employer;
    }

    public static Vacancy Vacancy(Employer employer, PlacementKind kind = PlacementKind.Job, bool published = true)
    {
        var vacancy = new Vacancy
        {
            EmployerId = employer.Id,
            Reference = "S-1",
            Title = "Helfer",
            PlaceAgs = "03241001",
            Kind = kind,
            IsAdditional = kind == PlacementKind.TrialEmployment,
            ExpiresOn = Today.AddDays(60),
        };
        if (published) vacancy.Publish(employer, Now).IsRefused.Should().BeFalse();
        return vacancy;
    }

    public static Consent Consent(Client client, ConsentScope scope, Guid? vacancyId = null, Guid? employerId = null, DateOnly? given = null, DateOnly? until = null) => new()
    {
        ClientId = client.Id,
        Scope = scope,
        VacancyId = vacancyId,
        EmployerId = employerId,
        Purpose = "Vermittlung",
        TextVersion = "1",
        Language = "de",
        GivenOn = given ?? Today,
        ValidUntil = until ?? Today.AddMonths(6),
        RecordedAtUtc = Now,
    };

    public static Proposal Proposal(Client client, Vacancy vacancy, Employer employer, bool released = true)
    {
        var yes = Consent(client, ConsentScope.Vacancy, vacancy.Id);
        var proposal = Domain.Proposals.Proposal.Send(client, vacancy, employer, yes, Coach, null, Now).Accepted;
        if (!released) return proposal;
        proposal.Answer(ProposalAnswer.Yes, null, null, AnswerSource.EmployerLink, Now).IsRefused.Should().BeFalse();
        proposal.Release(yes, Coach, Now).IsRefused.Should().BeFalse();
        return proposal;
    }

    public static PlacementOrder Internship(DateOnly start, DateOnly end) =>
        new() { Kind = PlacementKind.Internship, LegalBasis = LegalBasis.Mag, StartOn = start, EndOn = end, HoursPerWeek = 30, Insurance = InsuranceKind.None };

    public static PlacementOrder Trial(DateOnly start, DateOnly end) => new()
    {
        Kind = PlacementKind.TrialEmployment,
        LegalBasis = LegalBasis.TrialEmployment16f,
        StartOn = start,
        EndOn = end,
        HoursPerWeek = 39,
        Insurance = InsuranceKind.Insured,
        IsAdditional = true,
    };

    public static PlacementOrder Job(DateOnly start) =>
        new() { Kind = PlacementKind.Job, StartOn = start, HoursPerWeek = 39, Insurance = InsuranceKind.Insured };

    /// <summary>Candidate-led facts with the client's yes to the employer.</summary>
    public static PlacementFacts Facts(LegalBasis basis, params PlacementSpan[] history)
    {
        var client = Client();
        var employer = Employer();
        return new PlacementFacts
        {
            Client = client,
            Employer = employer,
            Measure = new Measure { ClientId = client.Id, LegalBasis = basis },
            Consent = Consent(client, ConsentScope.Employer, employerId: employer.Id),
            History = history,
            Rules = Rules.All,
            ById = Coach,
            NowUtc = Now,
        };
    }
}
