using ZOE.Matching.Domain.Places;
using ZOE.Matching.Domain.Vocabulary;

namespace ZOE.Matching.Domain.Matches;

/// <summary>Everything that is the same for all pairs of one run: rules, vocabulary, open courses, distances, the day.</summary>
public sealed record MatchContext(
    VocabularyGraph Graph, CourseList Courses, DistanceTable Distances, DateOnly Today, MatchWeights Weights)
{
    public MatchContext(VocabularyGraph graph, CourseList courses, DistanceTable distances, DateOnly today)
        : this(graph, courses, distances, today, MatchWeights.V1)
    {
    }

    /// <summary>For each branch the one of the four branches of Deutsch für den Beruf that serves it; a branch that is not there serves itself.</summary>
    public IReadOnlyDictionary<string, string> GermanBranches { get; init; } = new Dictionary<string, string>();

    /// <summary>Reads <see cref="GermanBranches"/> from the branches.</summary>
    public static IReadOnlyDictionary<string, string> GermanBranchesOf(IEnumerable<Branch> branches) =>
        branches.Where(b => b.GermanBranchCode is not null).ToDictionary(b => b.Code, b => b.GermanBranchCode!);

    /// <summary>A course of that branch serves a vacancy of the other: the same branch, or its branch of Deutsch für den Beruf.</summary>
    internal bool Serves(string? courseBranch, string? vacancyBranch) =>
        courseBranch is not null && vacancyBranch is not null
            && (courseBranch == vacancyBranch || courseBranch == GermanBranches.GetValueOrDefault(vacancyBranch));
}

/// <summary>Straight kilometres between municipalities, computed once.</summary>
public sealed class DistanceTable
{
    private readonly Dictionary<(string, string), int> _kilometres = [];

    public DistanceTable(IEnumerable<Place> places)
    {
        Place[] all = [.. places];
        foreach (var a in all)
            foreach (var b in all) _kilometres[(a.Ags, b.Ags)] = a.Ags == b.Ags ? 0 : Place.Kilometres(a, b);
    }

    private DistanceTable()
    {
    }

    public static DistanceTable Empty { get; } = new();

    /// <summary>A table with a single way, for places that are only known by area.</summary>
    internal static DistanceTable One(string from, string to, int? kilometres)
    {
        var table = new DistanceTable();
        if (kilometres is { } km) table._kilometres[(from, to)] = km;
        return table;
    }

    /// <summary>Whole kilometres; null when one of the places is not known.</summary>
    public int? Between(string? fromAgs, string? toAgs) =>
        fromAgs is not null && toAgs is not null && _kilometres.TryGetValue((fromAgs, toAgs), out var km) ? km : null;
}

/// <summary>The courses of a run, found by what they give.</summary>
public sealed class CourseList
{
    private readonly ILookup<Guid, CourseFacts> _byGain;

    public CourseList(IEnumerable<CourseFacts> courses)
    {
        All = [.. courses.OrderBy(c => c.EndsOn).ThenBy(c => c.CourseId)];
        _byGain = All.SelectMany(c => c.Gains.Select(g => (g.ConceptId, Course: c))).ToLookup(x => x.ConceptId, x => x.Course);
    }

    public static CourseList Empty { get; } = new([]);

    public IReadOnlyList<CourseFacts> All { get; }

    /// <summary>Courses that give the concept itself or a narrower one, earliest end first.</summary>
    public IEnumerable<CourseFacts> Giving(Guid conceptId, VocabularyGraph graph) =>
        graph.Narrower(conceptId).Prepend(conceptId).SelectMany(id => _byGain[id]).Distinct()
            .OrderBy(c => c.EndsOn).ThenBy(c => c.CourseId);
}
