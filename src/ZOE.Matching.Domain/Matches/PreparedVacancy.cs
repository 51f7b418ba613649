using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Vocabulary;

namespace ZOE.Matching.Domain.Matches;

/// <summary>A vacancy with what is the same for every client: shares of the requirements, courses that give its certificates in time.</summary>
internal sealed class PreparedVacancy
{
    public PreparedVacancy(VacancyFacts facts, MatchContext context)
    {
        Facts = facts;
        NeededOn = facts.NeededOn(context.Today);
        var weights = context.Weights;
        var linked = facts.Requirements.Where(r => r.ConceptId is not null).Sum(r => weights.Share(r.Weight));
        var ofOccupation = facts.OccupationId is null ? 0 : weights.Occupation;
        // What is not named passes its points on: no requirements -> the occupation tells all, no occupation -> the requirements do.
        OccupationOf = linked == 0 ? weights.Requirements + weights.Occupation : ofOccupation;
        Shares = Split(weights.Requirements + weights.Occupation - OccupationOf, linked, weights);
        SkillsUnknown = linked == 0 && facts.OccupationId is null;
        EasiestCourse = [.. facts.Requirements.Select(r => Easiest(r, context))];
    }

    public VacancyFacts Facts { get; }

    public DateOnly NeededOn { get; }

    /// <summary>Points of each requirement, in the order of the requirements; 0 for those that are not linked.</summary>
    public int[] Shares { get; }

    public int OccupationOf { get; }

    /// <summary>Neither requirements nor an occupation: only the branch says something.</summary>
    public bool SkillsUnknown { get; }

    /// <summary>For each required certificate: the lowest entry level among open courses that give it in time; null = there is none.</summary>
    public CefrLevel?[] EasiestCourse { get; }

    private int[] Split(int points, int total, MatchWeights weights)
    {
        var shares = new int[Facts.Requirements.Count];
        var (before, sum) = (0, 0);
        for (var i = 0; i < shares.Length; i++)
        {
            if (Facts.Requirements[i].ConceptId is null) continue;
            sum += weights.Share(Facts.Requirements[i].Weight);
            var upTo = points * sum / total;
            shares[i] = upTo - before;
            before = upTo;
        }

        return shares;
    }

    private CefrLevel? Easiest(RequirementFacts requirement, MatchContext context)
    {
        if (requirement is not { Kind: ConceptKind.Certificate, Weight: RequirementWeight.Required, ConceptId: { } id }) return null;
        var latest = NeededOn.AddDays(context.Weights.ToleranceDays);
        CefrLevel? easiest = null;
        foreach (var course in context.Courses.Giving(id, context.Graph))
        {
            if (course.EndsOn > latest || !course.CanBeEntered(null, context.Today)) continue;
            if (easiest is null || course.LevelFrom < easiest) easiest = course.LevelFrom;
        }

        return easiest;
    }
}
