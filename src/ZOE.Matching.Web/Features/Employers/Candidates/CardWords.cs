using System.Globalization;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Matches;
using ZOE.Matching.Web.Cards;
using ZOE.Matching.Web.Matches;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Employers.Candidates;

/// <summary>When the next course from one German level to another ends; all that is used of the courses.</summary>
public sealed record GermanCourse(CefrLevel From, CefrLevel To, DateOnly EndsOn);

/// <summary>Says what speaks for a card and what is missing, from nothing but the card and the vacancy.</summary>
public sealed class CardWords(IStringLocalizer<Employing> texts, MatchWords words)
{
    /// <summary>Less than this share of a criterion's points is not told as a reason, in percent.</summary>
    private const int TellFrom = 60;

    public CandidateCard Of(EmployerCard card, IReadOnlyList<GermanCourse> courses, bool oneLevelLowerIsFine, bool asked) => new(
        card.Code, card.Card,
        [.. Reasons([.. card.Reasons.Where(r => r.Of > 0 && r.Points * 100 / r.Of >= TellFrom && IsOnCard(r.Criterion))])],
        [.. card.Gaps.Select(g => Of(g, card.Card, courses, oneLevelLowerIsFine)).Distinct()],
        [.. card.Clarify.Select(words.Of).Distinct()],
        asked);

    /// <summary>One line for each kind with its subjects, and one for all that have none.</summary>
    private IEnumerable<string> Reasons(IReadOnlyList<MatchContribution> told)
    {
        foreach (var kind in told.Where(r => r.Subject is not null).GroupBy(r => r.Criterion))
            yield return texts["Card.Reason.Named", Label.Of(kind.Key), string.Join(", ", kind.Select(r => r.Subject).Distinct())];
        var others = told.Where(r => r.Subject is null).Select(r => Label.Of(r.Criterion)).Distinct().ToList();
        if (others.Count > 0) yield return texts["Card.Reason.Others", string.Join(" · ", others)];
    }

    private static bool IsOnCard(MatchCriterion criterion) => criterion switch
    {
        MatchCriterion.Competence or MatchCriterion.Certificate or MatchCriterion.Occupation or MatchCriterion.GermanSpoken or MatchCriterion.GermanWritten
            or MatchCriterion.Form or MatchCriterion.Distance or MatchCriterion.Hours or MatchCriterion.Start => true,
        MatchCriterion.Language or MatchCriterion.Shifts => false,
    };

    private string Of(MatchGap gap, ShownCard card, IReadOnlyList<GermanCourse> courses, bool oneLevelLowerIsFine) => gap.Kind switch
    {
        GapKind.GermanSpoken or GapKind.GermanWritten => German(gap, card, courses, oneLevelLowerIsFine),
        GapKind.Hours => texts["Card.Gap.Hours", Label.Of(card.WorkingTime)],
        GapKind.Start => card.AvailableFrom is { } month ? texts["Card.Gap.Start", Month(month)] : texts["Card.Gap.StartOpen"],
        GapKind.Distance => texts["Card.Gap.Distance", Label.Of(card.Area)],
        GapKind.Certificate or GapKind.Competence or GapKind.Language or GapKind.Shifts => texts["Card.Gap.Ask", gap.Subject ?? Label.Of(gap.Kind)],
    };

    private string German(MatchGap gap, ShownCard card, IReadOnlyList<GermanCourse> courses, bool oneLevelLowerIsFine)
    {
        var need = (CefrLevel)gap.Need;
        var text = texts["Card.Gap.German", Label.Of(card.German), Label.Of(need)].Value;
        if (courses.Where(c => c.From <= card.German && c.To >= need).OrderBy(c => c.EndsOn).FirstOrDefault() is { } course)
            text += " " + texts["Card.Gap.Course", course.EndsOn];
        else if (oneLevelLowerIsFine && need - card.German == 1)
            text += " " + texts["Card.Gap.Fine"];
        return text;
    }

    /// <summary>"Februar 2027".</summary>
    public static string Month(DateOnly day) => day.ToString("MMMM yyyy", CultureInfo.CurrentCulture);
}
