using ZOE.Matching.Domain.Vocabulary;

namespace ZOE.Matching.Data.Vocabulary;

/// <summary>A concept of an import that is not in use yet.</summary>
public sealed class StagedConcept
{
    public Guid ImportId { get; init; }

    public Guid Id { get; init; }

    public required string Key { get; init; }

    public ConceptKind Kind { get; init; }

    public required string Label { get; init; }
}

/// <summary>A name of an import that is not in use yet.</summary>
public sealed class StagedLabel
{
    public Guid ImportId { get; init; }

    public Guid Id { get; init; }

    public Guid ConceptId { get; init; }

    public ConceptLabelKind Kind { get; init; }

    public required string Text { get; init; }
}

/// <summary>A code of an import that is not in use yet.</summary>
public sealed class StagedCode
{
    public Guid ImportId { get; init; }

    public Guid Id { get; init; }

    public Guid ConceptId { get; init; }

    public required string Scheme { get; init; }

    public required string Value { get; init; }
}

/// <summary>A relation of an import that is not in use yet.</summary>
public sealed class StagedRelation
{
    public Guid ImportId { get; init; }

    public Guid Id { get; init; }

    public Guid FromId { get; init; }

    public Guid ToId { get; init; }

    public ConceptRelationKind Kind { get; init; }
}
