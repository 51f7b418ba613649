using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Places;
using ZOE.Matching.Domain.Vocabulary;

namespace ZOE.Matching.Domain.Matches;

/// <summary>The employer's side of a match: reasons and gaps from the anonymous card alone, so that they tell nothing that the card does not.</summary>
public static class CardMatch
{
    /// <summary>Scores a card against a vacancy. What the card does not show is something to ask the coach, never a no.</summary>
    /// <param name="workArea">Area of the place of work; null when unknown.</param>
    public static MatchResult Score(AnonymousCard card, VacancyFacts vacancy, Area? workArea, MatchContext context)
    {
        var own = context with { Courses = CourseList.Empty, Distances = Distances(card.Area, workArea, vacancy.PlaceAgs) };
        var result = MatchRules.Score(Facts(card, vacancy, own.Today, Held(card, own.Graph)), vacancy, own);
        var hidden = result.Gaps.Where(IsHidden).ToArray();
        return result with
        {
            Gaps = [.. result.Gaps.Except(hidden)],
            Clarify =
            [
                .. result.Clarify.Where(c => c.Kind is not (ClarifyKind.WorkPermission or ClarifyKind.Shifts or ClarifyKind.Place)),
                .. hidden.Select(g => new MatchClarify(ClarifyKind.NotOnCard, g.ConceptId, g.Subject)),
            ],
            Excluded = Exclusion(card, vacancy),
        };
    }

    /// <summary>The card may stand one German level below the person (see <see cref="CardLadder"/>), so only three levels short rule out.</summary>
    internal static ExclusionReason? Exclusion(AnonymousCard card, VacancyFacts vacancy)
    {
        if (card.Forms.Count > 0 && !card.Forms.Contains(vacancy.Kind)) return ExclusionReason.FormNotWanted;
        var need = vacancy.GermanSpoken > vacancy.GermanWritten ? vacancy.GermanSpoken : vacancy.GermanWritten;
        return card.German != CefrLevel.None && need - card.German >= 3 ? ExclusionReason.GermanTooLow : null;
    }

    private static bool IsHidden(MatchGap gap) => gap.ConceptId is not null;

    /// <summary>The card as facts.</summary>
    internal static ClientFacts Facts(AnonymousCard card, VacancyFacts vacancy, DateOnly today, IReadOnlyList<HeldConcept> held)
    {
        CefrLevel? german = card.German == CefrLevel.None ? null : card.German;
        return new(
            card.ClientId, WorkPermission.Allowed, null, HomeKey, german, german, card.Forms,
            Hours(card.WorkingTime, vacancy.HoursPerWeek), Shifts.None, card.AvailableFrom ?? today, held);
    }

    /// <summary>Somebody of whom nothing is known but one term.</summary>
    internal static ClientFacts Alone(HeldConcept term, DateOnly today) =>
        new(Guid.Empty, WorkPermission.Allowed, null, HomeKey, null, null, [], null, Shifts.None, today, [term]);

    /// <summary>The same level and proof for every term, because the card shows neither.</summary>
    private static List<HeldConcept> Held(AnonymousCard card, VocabularyGraph graph)
    {
        var held = card.Skills.Select(s => Term(graph.Kind(s.ConceptId) ?? ConceptKind.Competence, s.ConceptId, null)).ToList();
        if (card.Occupation is { } occupation) held.Add(Term(ConceptKind.Occupation, occupation.ConceptId, Years(card.Experience)));
        return held;
    }

    internal static HeldConcept Term(ConceptKind kind, Guid id, int? years) =>
        new(kind, id, SkillLevel.Expert, EvidenceKind.Certificate, null, null, years);

    internal static int? Years(ExperienceBand band) => band switch
    {
        ExperienceBand.Any => null,
        ExperienceBand.UnderTwo => 1,
        ExperienceBand.TwoToFive => 3,
        ExperienceBand.OverFive => 6,
    };

    /// <summary>The hours within the band that are nearest to the vacancy's.</summary>
    private static int? Hours(WorkingTime time, int asked) => time switch
    {
        WorkingTime.Open => null,
        WorkingTime.FullTime => Math.Max(asked, 35),
        WorkingTime.PartTime => Math.Clamp(asked, 15, 34),
        WorkingTime.FewHours => Math.Min(asked, 14),
    };

    private const string HomeKey = "card";

    /// <summary>Bands instead of ways: same area near, city and Umland middle, two sectors far, otherwise unknown.</summary>
    internal static DistanceTable Distances(CardArea home, Area? work, string workAgs)
    {
        int? kilometres = (home, work) switch
        {
            (CardArea.Any, _) or (_, null) => null,
            (CardArea.City, Area.City) => 5,
            (CardArea.City, _) or (_, Area.City) or (CardArea.Region, _) => 20,
            _ => home.ToString() == work.ToString() ? 10 : 30,
        };
        return DistanceTable.One(HomeKey, workAgs, kilometres);
    }
}
