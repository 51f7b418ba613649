namespace ZOE.Matching.Domain.Vocabulary;

/// <summary>What became of a word that nobody could link.</summary>
public enum OpenWordState
{
    Open,

    /// <summary>A person linked it; it is a name of the concept now.</summary>
    Linked,

    /// <summary>A person decided that it names nothing.</summary>
    Dismissed,
}

/// <summary>A typed word that could not be linked surely; one row a kind and folded text, without any trace of who typed it where.</summary>
public sealed class OpenWord
{
    /// <summary>Longer texts are sentences, not names, and might tell of a person.</summary>
    public const int LongestText = 80;

    public Guid Id { get; init; } = Guid.NewGuid();

    public ConceptKind Kind { get; init; }

    /// <summary>The text without differences of case and spaces.</summary>
    public required string Folded { get; init; }

    /// <summary>As it was typed first.</summary>
    public required string Typed { get; init; }

    /// <summary>How often it was typed.</summary>
    public int Count { get; set; } = 1;

    public DateTime FirstAtUtc { get; init; }

    public DateTime LastAtUtc { get; set; }

    public OpenWordState State { get; set; }

    public Guid? ConceptId { get; set; }

    public Guid? DecidedById { get; set; }

    public DateTime? DecidedAtUtc { get; set; }

    public static string Fold(string typed) => string.Join(' ', typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
}
