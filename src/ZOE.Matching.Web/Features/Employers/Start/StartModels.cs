using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Proposals;

namespace ZOE.Matching.Web.Features.Employers.Start;

/// <summary>A proposal that waits for an answer.</summary>
public sealed record ProposalDue(Guid Id, string Title, DateOnly AnswerUntil)
{
    public string Code => ProposalCodes.Of(Id);
}

/// <summary>A question about a placement that waits for an answer.</summary>
public sealed record QuestionDue(Guid PlacementId, Guid? ProposalId, PlacementKind Kind, DateOnly StartOn, FollowUpKind Question, DateOnly DueOn);

/// <summary>A vacancy whose last day is near.</summary>
public sealed record VacancyEnds(Guid Id, string Title, DateOnly ExpiresOn);

/// <summary>An open vacancy and what came of it.</summary>
public sealed record OpenVacancy(Guid Id, string Title, string Reference, int Proposals)
{
    /// <summary>How many anonymous cards fit, banded; null where they are not counted.</summary>
    public Domain.Matches.CountBand? Candidates { get; init; }
}

/// <summary>What an employer finds in the morning. Each list is short; the pages behind show all.</summary>
public sealed record StartPage(
    string Name, bool Approved, bool Rejected, int Unread, IReadOnlyList<ProposalDue> Proposals, IReadOnlyList<QuestionDue> Questions,
    IReadOnlyList<VacancyEnds> Ending, IReadOnlyList<OpenVacancy> Vacancies, int Drafts)
{
    /// <summary>Most rows of each list.</summary>
    public const int Most = 20;

    /// <summary>A vacancy is told of when its last day is at most so many days ahead.</summary>
    public const int EndsWithinDays = 14;

    public bool NothingDue => Proposals.Count == 0 && Questions.Count == 0 && Ending.Count == 0;
}
