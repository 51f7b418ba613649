namespace ZOE.Matching.Domain.Vocabulary;

/// <summary>What a concept of the vocabulary is.</summary>
public enum ConceptKind
{
    Occupation,
    Competence,
    Certificate,
    Language,

    /// <summary>A group of competences (ESCO skill group, area of the BA catalogue); never held or asked for itself.</summary>
    CompetenceGroup,

    /// <summary>A group of occupations (KldB 2010, ISCO-08); never held or asked for itself.</summary>
    OccupationGroup,
}

/// <summary>Who brought a row of the vocabulary; each source renews its own rows only.</summary>
public enum VocabularyOrigin
{
    /// <summary>The portal's own reference files.</summary>
    Own,

    /// <summary>An imported public vocabulary.</summary>
    Public,

    /// <summary>A person confirmed it.</summary>
    Confirmed,
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

    public VocabularyOrigin Origin { get; init; }

    /// <summary>No longer in its source, but somebody uses it: it still resolves and is offered no more.</summary>
    public bool Retired { get; set; }

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

    public VocabularyOrigin Origin { get; init; }

    public required string Text { get; set; }
}

/// <summary>How one concept leads to another.</summary>
public enum ConceptRelationKind
{
    /// <summary>The occupation (from) needs the competence (to).</summary>
    Essential,

    /// <summary>The occupation (from) often uses the competence (to).</summary>
    Optional,

    /// <summary>The target (to) is broader: its group, a broader competence, or a broader concept of another vocabulary.</summary>
    Broader,

    /// <summary>The target (to) is narrower, found in a mapping between vocabularies.</summary>
    Narrower,

    /// <summary>Both mean the same in two vocabularies, but one of them has several such partners; holds both ways, written once.</summary>
    Exact,

    /// <summary>Both are near each other in two vocabularies, neither being broader; holds both ways, written once.</summary>
    Close,
}

/// <summary>A directed relation between two concepts.</summary>
public sealed class ConceptRelation
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public Guid FromId { get; init; }

    public Guid ToId { get; init; }

    public ConceptRelationKind Kind { get; init; }

    public VocabularyOrigin Origin { get; set; }
}

/// <summary>Names of the official classifications that codes come from.</summary>
public static class CodeSchemes
{
    /// <summary>URI of ESCO, or the code of an ESCO skill group.</summary>
    public const string Esco = "esco";

    public const string Isco08 = "isco08";

    /// <summary>Klassifikation der Berufe 2010, one to five digits.</summary>
    public const string Kldb = "kldb";

    /// <summary>Number in the BA's occupation file or competence catalogue.</summary>
    public const string Dkz = "dkz";
}

/// <summary>The concept's code in an official classification (KldB, ESCO, DKZ); one code may belong to several concepts.</summary>
public sealed class ConceptCode
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public Guid ConceptId { get; init; }

    public VocabularyOrigin Origin { get; init; }

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
