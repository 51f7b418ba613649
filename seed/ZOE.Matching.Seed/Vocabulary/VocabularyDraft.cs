using ZOE.Matching.Domain.Vocabulary;

namespace ZOE.Matching.Seed.Vocabulary;

/// <summary>The graph while it is being read: each concept, label, code and relation once.</summary>
internal sealed class VocabularyDraft(VocabularyOptions options)
{
    private readonly HashSet<string> _withheld = options.Withhold.SelectMany(w => w.Titles).Select(Folded).ToHashSet(StringComparer.Ordinal);
    private readonly Dictionary<string, Concept> _concepts = new(StringComparer.Ordinal);
    private readonly Dictionary<(ConceptKind, string), Concept> _byName = [];
    private readonly HashSet<(Guid, string)> _labels = [];
    private readonly HashSet<(Guid, string, string)> _codes = [];
    private readonly Dictionary<(Guid, Guid), List<ConceptRelation>> _relations = [];

    public VocabularyOptions Options { get; } = options;

    /// <summary>A new concept with its preferred label; refused when the key is there already.</summary>
    public Concept Add(string key, ConceptKind kind, string label)
    {
        if (_concepts.ContainsKey(key)) throw new RowRefused($"{key} stands twice");
        var concept = new Concept { Id = ReferenceFiles.IdOf(key), Key = key, Kind = kind, Label = label };
        _concepts.Add(key, concept);
        _byName.TryAdd((kind, Folded(label)), concept);
        return concept;
    }

    public Concept? Find(string key) => _concepts.GetValueOrDefault(key);

    /// <summary>The concept of that kind with this very name; two of one name could never be told apart by a reader.</summary>
    public Concept? Named(ConceptKind kind, string label) => _byName.GetValueOrDefault((kind, Folded(label)));

    public void Label(Concept concept, ConceptLabelKind kind, string? text)
    {
        if (text is null || IsWithheld(text) || !_labels.Add((concept.Id, Folded(text)))) return;
        concept.Labels.Add(new ConceptLabel { Id = ReferenceFiles.IdOf($"{concept.Key}/{kind}/{text}"), ConceptId = concept.Id, Kind = kind, Text = text });
    }

    public void Code(Concept concept, string scheme, string? value)
    {
        if (value is null || !_codes.Add((concept.Id, scheme, value))) return;
        concept.Codes.Add(new ConceptCode { Id = ReferenceFiles.IdOf($"{concept.Key}/code/{scheme}:{value}"), ConceptId = concept.Id, Scheme = scheme, Value = value });
    }

    public void Relate(Concept from, ConceptRelationKind kind, Concept to)
    {
        if (from.Id == to.Id) return;
        if (!_relations.TryGetValue((from.Id, to.Id), out var there)) _relations.Add((from.Id, to.Id), there = []);
        if (there.Exists(r => r.Kind == kind)) return;
        there.Add(new ConceptRelation { Id = ReferenceFiles.IdOf($"{from.Key}/{kind}/{to.Key}"), FromId = from.Id, ToId = to.Id, Kind = kind });
    }

    /// <summary>All concepts in the order of their keys. One whose only names are withheld is gone, with its relations.</summary>
    public (List<Concept> Concepts, List<ConceptRelation> Relations) Finish()
    {
        var gone = new HashSet<Guid>();
        foreach (var concept in _concepts.Values.Where(c => IsWithheld(c.Label)))
        {
            if (concept.Labels.FirstOrDefault(l => l.Kind != ConceptLabelKind.SearchWord) is { } next) concept.Label = next.Text;
            else gone.Add(concept.Id);
        }

        return ([.. _concepts.Values.Where(c => !gone.Contains(c.Id)).OrderBy(c => c.Key, StringComparer.Ordinal)],
            [.. _relations.Values.SelectMany(r => r).Where(r => !gone.Contains(r.FromId) && !gone.Contains(r.ToId))]);
    }

    private bool IsWithheld(string text) => _withheld.Count > 0 && _withheld.Contains(Folded(text));

    private static string Folded(string text) => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToUpperInvariant();
}
