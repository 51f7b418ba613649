using ZOE.Matching.Domain.Vocabulary;

namespace ZOE.Matching.Domain.Matches;

/// <summary>The vocabulary as matching reads it: chains of broader concepts, what occupations need, labels. Immutable.</summary>
public sealed class VocabularyGraph
{
    private readonly Dictionary<Guid, Node> _nodes;
    private readonly Dictionary<(ConceptKind, string), Guid> _byLabel = [];

    private VocabularyGraph(Dictionary<Guid, Node> nodes) => _nodes = nodes;

    public static VocabularyGraph Empty { get; } = Build([], []);

    /// <summary>Builds it from all concepts (with labels loaded, if labels are to be found) and all relations.</summary>
    public static VocabularyGraph Build(IEnumerable<Concept> concepts, IEnumerable<ConceptRelation> relations)
    {
        Concept[] all = [.. concepts.OrderBy(c => c.Id)];
        var graph = new VocabularyGraph(all.ToDictionary(c => c.Id, c => new Node(c)));
        foreach (var node in graph._nodes.Values) graph.Chain(node);
        foreach (var relation in relations.DistinctBy(r => (r.FromId, r.ToId, r.Kind)).OrderBy(r => r.ToId))
        {
            if (relation.Kind is not (ConceptRelationKind.Essential or ConceptRelationKind.Optional)) continue;
            if (!graph._nodes.TryGetValue(relation.FromId, out var from) || !graph._nodes.TryGetValue(relation.ToId, out var to)) continue;
            (relation.Kind == ConceptRelationKind.Essential ? from.Essential : from.Optional).Add(relation.ToId);
            if (relation.Kind == ConceptRelationKind.Essential) to.EssentialFor.Add(relation.FromId);
        }

        foreach (var concept in all)
            foreach (var text in concept.Labels.OrderBy(l => l.Kind).Select(l => l.Text).Prepend(concept.Label))
                graph._byLabel.TryAdd((concept.Kind, Folded(text)), concept.Id);
        return graph;
    }

    public bool Knows(Guid id) => _nodes.ContainsKey(id);

    public ConceptKind? Kind(Guid id) => _nodes.GetValueOrDefault(id)?.Concept.Kind;

    /// <summary>The preferred label; null when the concept is not known.</summary>
    public string? Label(Guid id) => _nodes.GetValueOrDefault(id)?.Concept.Label;

    public string? Branch(Guid id) => _nodes.GetValueOrDefault(id)?.Concept.BranchCode;

    /// <summary>The concept of that kind with exactly that label, preferred or other, whatever the case.</summary>
    public Guid? Find(ConceptKind kind, string label) => _byLabel.TryGetValue((kind, Folded(label)), out var id) ? id : null;

    /// <summary>All broader concepts, the nearest first.</summary>
    public IReadOnlyList<Guid> Broader(Guid id) => _nodes.GetValueOrDefault(id)?.Broader ?? [];

    /// <summary>All narrower concepts at any depth, itself not among them.</summary>
    public IReadOnlyList<Guid> Narrower(Guid id) => _nodes.GetValueOrDefault(id)?.Narrower ?? [];

    /// <summary>Concepts with the same nearest broader concept, itself not among them.</summary>
    public IEnumerable<Guid> Sisters(Guid id) =>
        Broader(id) is [var parent, ..] ? _nodes[parent].Children.Where(c => c != id) : [];

    /// <summary>Steps from a concept up to a broader one; -1 when it does not lie above.</summary>
    public int StepsUp(Guid id, Guid broaderId)
    {
        var line = Broader(id);
        for (var i = 0; i < line.Count; i++)
        {
            if (line[i] == broaderId) return i + 1;
        }

        return -1;
    }

    /// <summary>Whoever has <paramref name="held"/> has <paramref name="asked"/> too.</summary>
    public bool Implies(Guid held, Guid asked) => held == asked || Broader(held).Contains(asked);

    /// <summary>Competences that the occupation needs.</summary>
    public IReadOnlyList<Guid> Essential(Guid occupationId) => _nodes.GetValueOrDefault(occupationId)?.Essential ?? [];

    /// <summary>Competences that the occupation often uses.</summary>
    public IReadOnlyList<Guid> Optional(Guid occupationId) => _nodes.GetValueOrDefault(occupationId)?.Optional ?? [];

    /// <summary>Occupations that need the competence.</summary>
    public IReadOnlyList<Guid> EssentialFor(Guid competenceId) => _nodes.GetValueOrDefault(competenceId)?.EssentialFor ?? [];

    private void Chain(Node node)
    {
        HashSet<Guid> seen = [node.Concept.Id];
        for (var next = node.Concept.BroaderId; next is { } id && seen.Add(id) && _nodes.TryGetValue(id, out var broader); next = broader.Concept.BroaderId)
        {
            if (node.Broader.Count == 0) broader.Children.Add(node.Concept.Id);
            node.Broader.Add(id);
            broader.Narrower.Add(node.Concept.Id);
        }
    }

    private static string Folded(string label) => label.Trim().ToUpperInvariant();

    private sealed class Node(Concept concept)
    {
        public Concept Concept { get; } = concept;

        public List<Guid> Broader { get; } = [];

        public List<Guid> Narrower { get; } = [];

        public List<Guid> Children { get; } = [];

        public List<Guid> Essential { get; } = [];

        public List<Guid> Optional { get; } = [];

        public List<Guid> EssentialFor { get; } = [];
    }
}
