namespace ZOE.Matching.Search;

/// <summary>One write to an index: put a document, or take an id out of sight. Full documents only, so that every write may be repeated.</summary>
public sealed record IndexChange
{
    private IndexChange(Guid id, long version, SearchDocument? document)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        Id = id;
        Version = version;
        Document = document;
    }

    /// <summary>Id of the record.</summary>
    public Guid Id { get; }

    /// <summary>External version from the outbox, at least 1; a version not above the known one changes nothing and counts as done.</summary>
    public long Version { get; }

    /// <summary>The new document; null for a delete.</summary>
    public SearchDocument? Document { get; }

    /// <summary>Inserts or replaces the document under its own id and version.</summary>
    public static IndexChange Put(SearchDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new IndexChange(document.Id, document.Version, document);
    }

    /// <summary>Deletes; an invisible marker with this version stays, so that a late older write cannot bring the record back.</summary>
    public static IndexChange Delete(Guid id, long version) => new(id, version, null);
}

/// <summary>What became of one change.</summary>
public enum ChangeOutcome
{
    /// <summary>Written and durable.</summary>
    Applied,

    /// <summary>The index already knew this or a newer version: done.</summary>
    Stale,

    /// <summary>Not written, worth trying again later.</summary>
    Retry,

    /// <summary>Not written and never will be (wrong kind, bad document): quarantine and alarm.</summary>
    Refused,
}

/// <summary>Result of one change, at the same place in the list as the change.</summary>
/// <param name="Id">Id of the record.</param>
/// <param name="Version">Version of the change.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Reason">Why, for <see cref="ChangeOutcome.Retry"/> and <see cref="ChangeOutcome.Refused"/>; no content of the record.</param>
public sealed record ChangeResult(Guid Id, long Version, ChangeOutcome Outcome, string? Reason = null)
{
    /// <summary>Whether the outbox row is finished with.</summary>
    public bool IsDone => Outcome is ChangeOutcome.Applied or ChangeOutcome.Stale;
}
