using ZOE.Matching.Domain.Vocabulary;

namespace ZOE.Matching.Domain.Clients;

/// <summary>How sure a person is in a competence; the higher, the more independent.</summary>
public enum SkillLevel
{
    Basic = 1,
    Guided = 2,
    Independent = 3,
    Expert = 4,
}

/// <summary>How a competence is known, from weak to strong.</summary>
public enum EvidenceKind
{
    SelfStated = 1,
    Tested = 2,
    CourseResult = 3,
    ObservedAtWork = 4,
    Certificate = 5,
}

/// <summary>A competence, occupation, certificate or further language of a client: the typed words, the concept if it is known, and all its evidence.</summary>
public sealed class ProfileEntry : IPartOf<Client>
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public Guid ClientId { get; init; }

    public ConceptKind Kind { get; set; }

    /// <summary>What was typed, kept as it is.</summary>
    public required string Typed { get; set; }

    public Guid? ConceptId { get; set; }

    /// <summary>Years of practice, for occupations.</summary>
    public int? Years { get; set; }

    /// <summary>No longer shown; its evidence stays.</summary>
    public bool Retired { get; set; }

    public List<CompetenceEvidence> Evidence { get; } = [];

    public Guid RootId => ClientId;
}

/// <summary>One proof of a profile entry (Nachweis): level, kind, source, day. Append-only.</summary>
public sealed class CompetenceEvidence : IPartOf<Client>, IAppendOnly
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public Guid ClientId { get; init; }

    public Guid EntryId { get; init; }

    public EvidenceKind Kind { get; init; }

    public SkillLevel Level { get; init; }

    /// <summary>Where it comes from, e.g. "MYSKILLS-Test" or the name of the firm.</summary>
    public required string Source { get; init; }

    /// <summary>Day of the proof, not of the entry.</summary>
    public DateOnly On { get; init; }

    /// <summary>Last day of validity; null = does not expire.</summary>
    public DateOnly? ValidUntil { get; init; }

    public Guid? PlacementId { get; init; }

    public Guid? ReferralId { get; init; }

    public Guid RecordedById { get; init; }

    public DateTime RecordedAtUtc { get; init; }

    public Guid RootId => ClientId;
}

/// <summary>Which side of German a level is about.</summary>
public enum LanguageSkill
{
    Spoken,
    Written,
}

/// <summary>One proof of a German level. Append-only.</summary>
public sealed class LanguageEvidence : IPartOf<Client>, IAppendOnly
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public Guid ClientId { get; init; }

    public LanguageSkill Skill { get; init; }

    public CefrLevel Level { get; init; }

    public EvidenceKind Kind { get; init; }

    public required string Source { get; init; }

    public DateOnly On { get; init; }

    public Guid RecordedById { get; init; }

    public DateTime RecordedAtUtc { get; init; }

    public Guid RootId => ClientId;
}
