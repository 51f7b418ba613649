using ZOE.Matching.Domain.Vocabulary;

namespace ZOE.Matching.Seed.Vocabulary;

/// <summary>The BA's occupations and competences, joined to ESCO by the BA's own mapping.</summary>
internal sealed class DkzFiles(VocabularySource source, VocabularyDraft draft)
{
    private const string Occupations = "dkz_occupations.csv", Skills = "dkz_skills.csv", OccupationMap = "dkz_esco_occupations.csv", SkillMap = "dkz_esco_skills.csv";

    // The mapping reads from the BA to ESCO as in SKOS: "broad" = the ESCO concept is the broader one.
    private static readonly Dictionary<string, ConceptRelationKind> Words = new(StringComparer.Ordinal)
    {
        ["exact"] = ConceptRelationKind.Exact,
        ["close"] = ConceptRelationKind.Close,
        ["narrow"] = ConceptRelationKind.Narrower,
        ["broad"] = ConceptRelationKind.Broader,
    };

    private readonly Dictionary<string, Concept> _occupations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Concept> _skills = new(StringComparer.Ordinal);

    public static void Read(VocabularySource source, VocabularyDraft draft, EscoFiles esco)
    {
        var files = new DkzFiles(source, draft);
        var occupationMap = files.OccupationMapping(esco);
        var skillMap = files.SkillMapping(esco);
        files.ReadOccupations(Twins(occupationMap));
        files.ReadSkills(Twins(skillMap));
        files.Relate(occupationMap, files._occupations, OccupationMap);
        files.Relate(skillMap, files._skills, SkillMap);
    }

    /// <summary>Pairs that are exact and one to one: these are one concept.</summary>
    private static Dictionary<string, Concept> Twins(List<Mapping> mappings)
    {
        var exact = mappings.Where(m => m.Kind == ConceptRelationKind.Exact).DistinctBy(m => (m.Code, m.To.Id)).ToList();
        var byCode = exact.CountBy(m => m.Code).ToDictionary(StringComparer.Ordinal);
        var byTarget = exact.CountBy(m => m.To.Id).ToDictionary();
        return exact.Where(m => byCode[m.Code] == 1 && byTarget[m.To.Id] == 1).ToDictionary(m => m.Code, m => m.To, StringComparer.Ordinal);
    }

    private List<Mapping> OccupationMapping(EscoFiles esco)
    {
        const string isco = "/isco/C";
        var mappings = new List<Mapping>();
        source.Each(OccupationMap, ["bkz", "label", "esco_uri", "relation"], row =>
        {
            var (bkz, uri, kind) = (row.Code("bkz"), row.Text("esco_uri"), row.Word("relation", Words));
            var label = row.Optional("label") is null ? null : row.Text("label");
            var group = uri.LastIndexOf(isco, StringComparison.Ordinal) is >= 0 and var at ? draft.Find($"isco:{uri[(at + isco.Length)..]}") : null;
            if (group is null && !uri.Contains(isco, StringComparison.Ordinal)) row.Uuid("esco_uri");
            if ((group ?? esco.OccupationByUri.GetValueOrDefault(uri)) is { } to) mappings.Add(new(bkz, label, to, kind));
            // The mapping was made for an older ESCO; a few of its targets are gone.
            else source.Skip(OccupationMap);
        });
        return mappings;
    }

    private List<Mapping> SkillMapping(EscoFiles esco)
    {
        var mappings = new List<Mapping>();
        source.Each(SkillMap, ["dkz_skill_id", "skill_no", "relation"], row =>
        {
            var (id, number, kind) = (row.Code("dkz_skill_id"), row.Code("skill_no"), row.Word("relation", Words));
            if (esco.SkillByNumber.TryGetValue(number, out var to)) mappings.Add(new(id, null, to, kind));
            else if (source.Missing.Contains("esco_skills.csv")) source.Skip(SkillMap);
            else throw new RowRefused($"skill_no \"{number}\" is unknown");
        });
        return mappings;
    }

    private void ReadOccupations(Dictionary<string, Concept> twins) =>
        source.Each(Occupations, ["bkz", "kldb5", "label", "short_label"], row =>
        {
            var (bkz, label) = (row.Code("bkz"), row.Text("label"));
            if (_occupations.ContainsKey(bkz)) throw new RowRefused($"bkz {bkz} stands twice");
            var brief = row.Optional("short_label") is null ? null : row.Text("short_label");
            var group = ClassificationFiles.Group(source, draft, row, Occupations, "kldb", "kldb5", 5);
            var concept = Named("dkz:o:", bkz, ConceptKind.Occupation, label, twins);
            draft.Label(concept, ConceptLabelKind.SearchWord, brief);
            draft.Code(concept, CodeSchemes.Kldb, row.Text("kldb5"));
            if (group is not null) draft.Relate(concept, ConceptRelationKind.Broader, group);
            _occupations.Add(bkz, concept);
        });

    private void ReadSkills(Dictionary<string, Concept> twins) =>
        source.Each(Skills, ["dkz_skill_id", "label", "area_code", "area_path", "search_words"], row =>
        {
            var (id, label) = (row.Code("dkz_skill_id"), row.Text("label"));
            if (_skills.ContainsKey(id)) throw new RowRefused($"dkz_skill_id {id} stands twice");
            List<string> words = [.. row.List("search_words")];
            var area = row.Optional("area_code") is null || row.Optional("area_path") is null ? null : Area(row.Code("area_code"), row.Text("area_path"));
            var concept = Named("dkz:s:", id, ConceptKind.Competence, label, twins);
            foreach (var word in words) draft.Label(concept, ConceptLabelKind.SearchWord, word);
            if (area is not null) draft.Relate(concept, ConceptRelationKind.Broader, area);
            _skills.Add(id, concept);
        });

    private Concept Named(string prefix, string code, ConceptKind kind, string label, Dictionary<string, Concept> twins)
    {
        var concept = twins.GetValueOrDefault(code) ?? draft.Named(kind, label) ?? draft.Add(prefix + code.Replace(" ", "", StringComparison.Ordinal), kind, label);
        if (concept.Labels.Count == 0 || concept.Labels.TrueForAll(l => l.Kind != ConceptLabelKind.Preferred))
        {
            concept.Label = label;
            draft.Label(concept, ConceptLabelKind.Preferred, label);
        }
        else
        {
            draft.Label(concept, ConceptLabelKind.Alternative, label);
        }

        draft.Code(concept, CodeSchemes.Dkz, code);
        return concept;
    }

    private Concept Area(string code, string path)
    {
        var key = $"dkz:g:{code.Replace(" ", "", StringComparison.Ordinal)}";
        if (draft.Find(key) is { } there) return there;
        var area = draft.Add(key, ConceptKind.CompetenceGroup, path[(path.LastIndexOf('>') + 1)..].Trim());
        draft.Label(area, ConceptLabelKind.Preferred, area.Label);
        draft.Code(area, CodeSchemes.Dkz, code);
        return area;
    }

    private void Relate(List<Mapping> mappings, Dictionary<string, Concept> known, string file)
    {
        foreach (var mapping in mappings)
        {
            if (!known.TryGetValue(mapping.Code, out var from))
            {
                // A title that only the mapping knows still names an occupation.
                if (mapping.Label is null) { source.Skip(file); continue; }
                known.Add(mapping.Code, from = Named("dkz:o:", mapping.Code, ConceptKind.Occupation, mapping.Label, []));
            }

            draft.Relate(from, mapping.Kind, mapping.To);
        }
    }

    private sealed record Mapping(string Code, string? Label, Concept To, ConceptRelationKind Kind);
}
