namespace ZOE.Matching.Data.Vocabulary;

/// <summary>How far an import is.</summary>
public enum ImportState
{
    Running,

    /// <summary>The new vocabulary is in use.</summary>
    Done,

    /// <summary>A row does not fit; nothing was changed.</summary>
    Refused,

    /// <summary>It broke off; nothing was changed.</summary>
    Failed,
}

/// <summary>One import of the public vocabularies, for the page that shows its progress.</summary>
public sealed class VocabularyImport
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public DateTime StartedAtUtc { get; init; }

    /// <summary>Sign of life; a running import without one for some minutes has died with its process.</summary>
    public DateTime BeatAtUtc { get; set; }

    public DateTime? FinishedAtUtc { get; set; }

    public ImportState State { get; set; }

    /// <summary>Rows staged so far.</summary>
    public int Staged { get; set; }

    /// <summary>Rows to stage; 0 while the files are read.</summary>
    public int Total { get; set; }

    /// <summary>How many rows were refused; <see cref="Report"/> names the first ones.</summary>
    public int BadRows { get; set; }

    /// <summary>Figures or refusals, one a line.</summary>
    public string? Report { get; set; }
}
