using ZOE.Matching.Domain.Matches;
using ZOE.Matching.Web.Cards;

namespace ZOE.Matching.Web.Features.Employers.Candidates;

/// <summary>A card with its reasons in words.</summary>
/// <param name="Asked">The employer has told its interest in this card for this vacancy.</param>
public sealed record CandidateCard(
    string Code, ShownCard Card, IReadOnlyList<string> Reasons, IReadOnlyList<string> Gaps, IReadOnlyList<string> ToAsk, bool Asked);

/// <summary>What stands in the way of showing cards.</summary>
public enum CandidatesState
{
    Shown,
    NotApproved,
    NotOpen,

    /// <summary>Fewer than may be shown: only through the coach.</summary>
    TooFew,
}

/// <summary>The cards that fit one vacancy.</summary>
/// <param name="Requested">The employer has asked the Jobbüro for candidates.</param>
public sealed record CandidatesPage(
    Guid VacancyId, string Title, string Reference, CandidatesState State, CountBand? Count, IReadOnlyList<CandidateCard> Cards, bool Requested);
