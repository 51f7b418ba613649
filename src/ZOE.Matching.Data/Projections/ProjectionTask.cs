namespace ZOE.Matching.Data.Projections;

/// <summary>What must be made anew from the database.</summary>
public enum ProjectionKind
{
    /// <summary>The search document of a vacancy.</summary>
    VacancyDocument,

    /// <summary>The search document of a course.</summary>
    CourseDocument,

    /// <summary>The anonymous card of a client.</summary>
    CardDocument,

    /// <summary>All cards together (RecordId is empty): classes may have changed.</summary>
    AllCards,

    /// <summary>The match rows of a client.</summary>
    ClientMatches,

    /// <summary>The match rows of a vacancy.</summary>
    VacancyMatches,
}

/// <summary>Outbox row of one projected record: raised in the transaction of each change, done when DoneVersion has caught up. The version is the external version in the index.</summary>
public sealed class ProjectionTask
{
    public ProjectionKind Kind { get; init; }

    public Guid RecordId { get; init; }

    /// <summary>Rises with every change that touches the projection, whatever caused it.</summary>
    public long Version { get; set; }

    public long DoneVersion { get; set; }

    public DateTime? LeaseUntilUtc { get; set; }

    public int Fence { get; set; }

    public int Attempts { get; set; }

    public string? LastError { get; set; }
}
