using ZOE.Matching.Domain.Vocabulary;

namespace ZOE.Matching.Search.German;

/// <summary>The vocabulary as the lexicon takes it.</summary>
public static class LexiconRows
{
    // How near a concept of another vocabulary is, by the kind of the mapping.
    private const int Exact = 95, Close = 80, Narrower = 60, Broader = 55;

    /// <summary>One row per concept (labels loaded), and the <see cref="FieldTerms"/>. Mappings hold both ways; relations of occupations to competences are not read here.</summary>
    public static IReadOnlyList<LexiconRow> Of(IReadOnlyCollection<Concept> concepts, IEnumerable<ConceptRelation> relations)
    {
        var kinds = concepts.ToDictionary(c => c.Id, c => c.Kind);
        var above = new Dictionary<Guid, List<Guid>>();
        var related = new Dictionary<Guid, List<RelatedConcept>>();
        foreach (var relation in relations)
        {
            if (!kinds.TryGetValue(relation.FromId, out var from) || !kinds.TryGetValue(relation.ToId, out var to))
                continue;
            // Between concepts of one kind "broader" may be a mapping between vocabularies or the level above: both are above.
            if (relation.Kind == ConceptRelationKind.Broader)
                List(above, relation.FromId).Add(relation.ToId);
            if (PercentOf(relation.Kind) is not { } percent || IsGroup(from) != IsGroup(to))
                continue;
            List(related, relation.FromId).Add(new RelatedConcept(relation.ToId, percent));
            List(related, relation.ToId).Add(new RelatedConcept(relation.FromId, percent));
        }
        return [.. FieldTerms.Rows, .. concepts.OrderBy(c => c.Id).Select(c => new LexiconRow(
            c.Id, c.Label, [.. c.Labels.Select(l => l.Text).Where(t => t != c.Label).Distinct().Order(StringComparer.Ordinal)],
            [.. (c.BroaderId is { } broader ? new[] { broader } : []).Concat(above.GetValueOrDefault(c.Id) ?? []).Distinct()])
        {
            IsGroup = IsGroup(c.Kind),
            Related = [.. related.GetValueOrDefault(c.Id) ?? []],
        })];
    }

    private static int? PercentOf(ConceptRelationKind kind) => kind switch
    {
        ConceptRelationKind.Exact => Exact,
        ConceptRelationKind.Close => Close,
        ConceptRelationKind.Narrower => Narrower,
        ConceptRelationKind.Broader => Broader,
        ConceptRelationKind.Essential or ConceptRelationKind.Optional => null,
    };

    private static bool IsGroup(ConceptKind kind) => kind is ConceptKind.OccupationGroup or ConceptKind.CompetenceGroup;

    private static List<T> List<T>(Dictionary<Guid, List<T>> lists, Guid key)
        => lists.TryGetValue(key, out var list) ? list : lists[key] = [];
}
