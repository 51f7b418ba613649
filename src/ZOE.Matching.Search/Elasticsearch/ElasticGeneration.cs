using System.Text.Json;

namespace ZOE.Matching.Search.Elasticsearch;

/// <summary>What an index says about itself.</summary>
/// <param name="Format">Meaning of its tokens and fields (<see cref="ElasticFields.Format"/>).</param>
/// <param name="Complete">A full rebuild has filled it.</param>
/// <param name="Owner">Portal that fills it.</param>
/// <param name="Beat">When that portal last did, in milliseconds of Unix time.</param>
internal sealed record ElasticMarks(string Format, bool Complete, string Owner, long Beat)
{
    public void Write(Utf8JsonWriter json) => json.Object("_meta", m =>
    {
        m.WriteString("format", Format);
        m.WriteBoolean("complete", Complete);
        m.WriteString("owner", Owner);
        m.WriteNumber("beat", Beat);
    });
}

/// <summary>One index of a kind, as the server lists it.</summary>
internal sealed record ElasticGeneration(string Index, IReadOnlyList<string> Aliases, ElasticMarks? Marks)
{
    public static ElasticGeneration Read(JsonProperty index)
    {
        IReadOnlyList<string> aliases = index.Value.TryGetProperty("aliases", out var names) ? [.. names.EnumerateObject().Select(a => a.Name)] : [];
        if (!index.Value.TryGetProperty("mappings", out var mappings) || !mappings.TryGetProperty("_meta", out var meta)
            || !meta.TryGetProperty("format", out var format) || !meta.TryGetProperty("complete", out var complete)
            || !meta.TryGetProperty("owner", out var owner) || !meta.TryGetProperty("beat", out var beat))
            return new ElasticGeneration(index.Name, aliases, null);
        return new ElasticGeneration(index.Name, aliases, new ElasticMarks(format.GetString()!, complete.GetBoolean(), owner.GetString()!, beat.GetInt64()));
    }
}

/// <summary>All indexes of one kind at one moment.</summary>
internal sealed record ElasticState(ElasticGeneration? Live, ElasticGeneration? Building, IReadOnlyList<ElasticGeneration> All)
{
    /// <summary>Whether writes still go to the same indexes as in the other state.</summary>
    public bool SameTargets(ElasticState other) => Live?.Index == other.Live?.Index && Building?.Index == other.Building?.Index;

    /// <summary>Why the live index needs a rebuild; null when it does not.</summary>
    public string? NeedOfRebuild(SearchKind kind) => Live switch
    {
        null => "The index is new and was not filled yet.",
        { Marks: null } => "The index was not made by this program.",
        { Marks: var marks } when marks.Format != ElasticFields.Format(kind) => "The index is of an older format.",
        { Marks.Complete: false } => "The index is new and was not filled yet.",
        _ => null,
    };
}
