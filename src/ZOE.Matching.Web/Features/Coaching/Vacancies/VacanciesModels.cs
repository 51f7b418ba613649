using System.ComponentModel.DataAnnotations;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Matches;
using ZOE.Matching.Domain.Proposals;
using ZOE.Matching.Web.Features.Coaching.Consents;
using ZOE.Matching.Web.Forms;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Coaching.Vacancies;

/// <summary>A course that closes a gap, as it is shown.</summary>
public sealed record CourseRow(Guid Id, string Title, string Provider, DateOnly StartsOn, DateOnly EndsOn, bool InTime, bool RunsParallel, int FreeSeats);

/// <summary>A gap with its courses, the best first.</summary>
public sealed record GapRow(MatchGap Gap, IReadOnlyList<CourseRow> Courses);

/// <summary>A vacancy that fits.</summary>
public sealed record FittingRow(Vacancy Vacancy, string Employer, string Place, int Score, MatchExplanation Why, IReadOnlyList<GapRow> Gaps, ProposalState? Proposed, bool HasYes);

/// <summary>The list for one client.</summary>
public sealed record FittingView(IReadOnlyList<FittingRow> Rows, string? NotFound);

/// <summary>One vacancy for one client, with what can be done.</summary>
public sealed record VacancyView
{
    public required Vacancy Vacancy { get; init; }
    public required Employer Employer { get; init; }
    public required string Place { get; init; }
    public required MatchResult Match { get; init; }
    public required IReadOnlyList<GapRow> Gaps { get; init; }
    public required Consent? Yes { get; init; }
    public required Guid? ProposalId { get; init; }
    public required ProposalState? ProposalState { get; init; }
    public required bool IsOpen { get; init; }
    public required string Purpose { get; init; }
    public required YesForm YesForm { get; init; }
    public required ProposeForm Propose { get; init; }
    public required string? Note { get; init; }
}

/// <summary>Proposing, and referring at the same time.</summary>
[TextsFrom(typeof(Coach))]
public sealed class ProposeForm
{
    [StringLength(ProposalMessage.MaxLength)]
    public string? Message { get; set; }

    public List<Guid> CourseIds { get; set; } = [];
}
