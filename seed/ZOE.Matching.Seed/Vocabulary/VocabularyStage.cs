using ZOE.Matching.Data.Vocabulary;
using ZOE.Matching.Domain.Vocabulary;

namespace ZOE.Matching.Seed.Vocabulary;

/// <summary>The rows of an import as they are staged: joined to the portal's own concepts, with ids that follow from their content.</summary>
public sealed class VocabularyStage
{
    public required IReadOnlyList<StagedConcept> Concepts { get; init; }

    public required IReadOnlyList<StagedLabel> Labels { get; init; }

    public required IReadOnlyList<StagedCode> Codes { get; init; }

    public required IReadOnlyList<StagedRelation> Relations { get; init; }

    /// <summary>How many concepts were joined to one of the portal's own.</summary>
    public required int Joined { get; init; }

    public int Count => Concepts.Count + Labels.Count + Codes.Count + Relations.Count;

    /// <param name="own">The portal's own concepts with their labels and codes: one of the same kind and preferred label keeps its id and gets the rest.</param>
    public static VocabularyStage Build(Guid importId, VocabularyContent content, IEnumerable<Concept> own)
    {
        var names = new Dictionary<(ConceptKind, string), Concept>();
        foreach (var concept in own.OrderBy(c => c.Key, StringComparer.Ordinal)) names.TryAdd((concept.Kind, Fold(concept.Label)), concept);
        var ids = new Dictionary<Guid, Guid>(content.Concepts.Count);
        var joined = new Dictionary<Guid, Concept>();
        foreach (var concept in content.Concepts)
        {
            var mine = names.GetValueOrDefault((concept.Kind, Fold(concept.Label)));
            ids.Add(concept.Id, mine is not null && joined.TryAdd(mine.Id, mine) ? mine.Id : concept.Id);
        }

        var (labels, codes) = (new List<StagedLabel>(content.LabelCount), new List<StagedCode>());
        foreach (var concept in content.Concepts)
        {
            var id = ids[concept.Id];
            var mine = joined.GetValueOrDefault(id);
            var known = mine?.Labels.Select(l => Fold(l.Text)).ToHashSet(StringComparer.Ordinal) ?? [];
            foreach (var label in concept.Labels.Where(l => known.Add(Fold(l.Text))))
            {
                var kind = mine is not null && label.Kind == ConceptLabelKind.Preferred ? ConceptLabelKind.Alternative : label.Kind;
                labels.Add(new StagedLabel { ImportId = importId, Id = ReferenceFiles.IdOf($"{id}/{kind}/{label.Text}"), ConceptId = id, Kind = kind, Text = label.Text });
            }

            foreach (var code in concept.Codes.Where(c => mine is null || !mine.Codes.Exists(m => m.Scheme == c.Scheme && m.Value == c.Value)))
                codes.Add(new StagedCode { ImportId = importId, Id = ReferenceFiles.IdOf($"{id}/code/{code.Scheme}:{code.Value}"), ConceptId = id, Scheme = code.Scheme, Value = code.Value });
        }

        return new VocabularyStage
        {
            Concepts = [.. content.Concepts.Where(c => ids[c.Id] == c.Id).Select(c => new StagedConcept { ImportId = importId, Id = c.Id, Key = c.Key, Kind = c.Kind, Label = c.Label })],
            Labels = labels,
            Codes = codes,
            Relations = [.. content.Relations.Select(r => Relation(importId, ids[r.FromId], r.Kind, ids[r.ToId]))],
            Joined = joined.Count,
        };
    }

    private static StagedRelation Relation(Guid importId, Guid from, ConceptRelationKind kind, Guid to) =>
        new() { ImportId = importId, Id = ReferenceFiles.IdOf($"{from}/{kind}/{to}"), FromId = from, ToId = to, Kind = kind };

    private static string Fold(string text) => OpenWord.Fold(text).Replace("ß", "SS", StringComparison.Ordinal);
}
