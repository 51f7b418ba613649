namespace ZOE.Matching.Domain.Vocabulary;

/// <summary>What a concept of the vocabulary is.</summary>
public enum ConceptKind
{
    Occupation,
    Competence,
    Certificate,
    Language,
}

/// <summary>One meaning of the vocabulary (occupation, competence, certificate, language), whatever it is called.</summary>
public sealed class Concept
{
    public Guid Id { get; init; } = Guid.NewGuid();

    /// <summary>Stable key within its source, ASCII.</summary>
    public required string Key { get; init; }

    public ConceptKind Kind { get; init; }

    /// <summary>The preferred label, as shown.</summary>
    public required string Label { get; set; }

    /// <summary>The broader concept, if any.</summary>
    public Guid? BroaderId { get; set; }

    /// <summary>Code of the branch it belongs to, if any.</summary>
    public string? BranchCode { get; set; }

    /// <summary>For certificates: months until it must be renewed; 0 = never, null = unknown.</summary>
    public int? ValidityMonths { get; set; }

    public List<ConceptLabel> Labels { get; } = [];

    public List<ConceptCode> Codes { get; } = [];
}

/// <summary>How certain a label names its concept.</summary>
public enum ConceptLabelKind
{
    Preferred,
    Alternative,
    SearchWord,
}

/// <summary>A name of a concept.</summary>
public sealed class ConceptLabel
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public Guid ConceptId { get; init; }

    public ConceptLabelKind Kind { get; init; }

    public required string Text { get; set; }
}

/// <summary>How one concept leads to another.</summary>
public enum ConceptRelationKind
{
    /// <summary>The occupation (from) needs the competence (to).</summary>
    Essential,

    /// <summary>The occupation (from) often uses the competence (to).</summary>
    Optional,
}

/// <summary>A directed relation between two concepts.</summary>
public sealed class ConceptRelation
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public Guid FromId { get; init; }

    public Guid ToId { get; init; }

    public ConceptRelationKind Kind { get; init; }
}

/// <summary>The concept's code in an official classification (KldB, ESCO, DKZ).</summary>
public sealed class ConceptCode
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public Guid ConceptId { get; init; }

    public required string Scheme { get; init; }

    public required string Value { get; init; }
}

/// <summary>A branch of trade (Branche); four of them are the branches of Deutsch für den Beruf.</summary>
public sealed class Branch
{
    public required string Code { get; init; }

    public required string Name { get; set; }

    /// <summary>One of the four branches of Deutsch für den Beruf.</summary>
    public bool GermanBranch { get; set; }

    /// <summary>Code of the branch of Deutsch für den Beruf that serves this one; null for the four themselves and where none does.</summary>
    public string? GermanBranchCode { get; set; }

    /// <summary>Words that name the branch, split by "|".</summary>
    public string? Keywords { get; set; }
}
