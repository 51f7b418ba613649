using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Proposals;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Domain.Vocabulary;
using ZOE.Matching.Web.Work;

namespace ZOE.Matching.Web.Features.Coaching.Record;

/// <summary>A profile line as the overview shows it.</summary>
public sealed record ProfileRow(ConceptKind Kind, string Typed, bool Linked, int? Years, CurrentEvidence? Current);

/// <summary>A proposal of the client.</summary>
public sealed record ProposalRow(Guid Id, string Vacancy, string Employer, ProposalState State, DateTime ProposedAtUtc, DateOnly AnswerUntil);

/// <summary>A referral of the client.</summary>
public sealed record ReferralRow(Guid Id, Guid CourseId, string Course, string Provider, ReferralState State, DateOnly StartsOn, DateOnly EndsOn);

/// <summary>A placement of the client.</summary>
public sealed record PlacementRow(Guid Id, PlacementKind Kind, string Employer, DateOnly StartOn, DateOnly? EndOn, PlacementState State, PlacementOutcome? Outcome);

/// <summary>Something that happened, for the history.</summary>
public sealed record HistoryRow(DateTime AtUtc, string Text);

/// <summary>The client on one page.</summary>
public sealed record RecordView
{
    public required Client Client { get; init; }
    public required NextAction Next { get; init; }
    public required string? NextHref { get; init; }
    public required IReadOnlyList<ProfileRow> Profile { get; init; }
    public required Consent? Searchable { get; init; }
    public required IReadOnlyList<ProposalRow> Proposals { get; init; }
    public required IReadOnlyList<ReferralRow> Referrals { get; init; }
    public required IReadOnlyList<PlacementRow> Placements { get; init; }
    public required IReadOnlyList<TaskRow> Tasks { get; init; }
    public required IReadOnlyList<HistoryRow> History { get; init; }
    public required string Coach { get; init; }
    public required string? Officer { get; init; }
    public required string? Place { get; init; }
    public required int Fitting { get; init; }
    public required int Waiting { get; init; }
    public required DateOnly Today { get; init; }
}
