namespace ZOE.Matching.Domain.Steering;

/// <summary>Hides small counts of a breakdown, so that nobody can be recognised in it.</summary>
public static class SmallNumbers
{
    /// <summary>Counts from 1 below this are hidden.</summary>
    public const int Least = 5;

    /// <summary>The counts of one column whose total is shown too; null = hidden. One hidden count alone could be worked out from the total, so the next smallest is hidden with it.</summary>
    public static IReadOnlyList<int?> Hide(IReadOnlyList<int> counts)
    {
        var hidden = Enumerable.Range(0, counts.Count).Where(i => counts[i] is > 0 and < Least).ToHashSet();
        if (hidden.Count == 1 && Enumerable.Range(0, counts.Count).Where(i => counts[i] >= Least).OrderBy(i => counts[i]).Cast<int?>().FirstOrDefault() is { } second) hidden.Add(second);
        return [.. counts.Select((count, i) => hidden.Contains(i) ? (int?)null : count)];
    }
}
