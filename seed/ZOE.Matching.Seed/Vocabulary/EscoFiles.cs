using ZOE.Matching.Domain.Vocabulary;

namespace ZOE.Matching.Seed.Vocabulary;

/// <summary>Concepts of ESCO by the numbers and URIs that the other files use.</summary>
internal sealed class EscoFiles
{
    private static readonly Dictionary<string, ConceptRelationKind> Needs = new(StringComparer.Ordinal) { ["E"] = ConceptRelationKind.Essential, ["O"] = ConceptRelationKind.Optional };

    public Dictionary<string, Concept> OccupationByUri { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Concept> SkillByNumber { get; } = new(StringComparer.Ordinal);

    private Dictionary<string, (Concept Concept, string Uri)> OccupationByNumber { get; } = new(StringComparer.Ordinal);

    public static EscoFiles Read(VocabularySource source, VocabularyDraft draft)
    {
        var esco = new EscoFiles();
        ReadGroups(source, draft);
        var complete = source.Each("esco_occupations.csv", ["occ_no", "uri", "isco08", "label_de", "alt_labels_de"], row => esco.Occupation(row, draft));
        complete &= esco.ReadSkills(source, draft);
        const string relations = "esco_occupation_skills.csv";
        source.Each(relations, ["occ_no", "skill_no", "relation"], row =>
        {
            var kind = row.Word("relation", Needs);
            if (!complete) { source.Skip(relations); return; }
            if (!esco.OccupationByNumber.TryGetValue(row.Text("occ_no"), out var occupation)) throw new RowRefused($"occ_no \"{row.Text("occ_no")}\" is unknown");
            if (!esco.SkillByNumber.TryGetValue(row.Text("skill_no"), out var skill)) throw new RowRefused($"skill_no \"{row.Text("skill_no")}\" is unknown");
            if (!draft.Options.WithholdRelationsOf.Contains(occupation.Uri)) draft.Relate(occupation.Concept, kind, skill);
        });
        return esco;
    }

    private void Occupation(VocabularyRow row, VocabularyDraft draft)
    {
        var (number, uri) = (row.Code("occ_no"), row.Text("uri"));
        var isco = row.Optional("isco08") is null ? null : row.Digits("isco08", 1, 4);
        if (OccupationByNumber.ContainsKey(number)) throw new RowRefused($"occ_no {number} stands twice");
        List<string> others = [.. row.List("alt_labels_de")];
        var concept = draft.Add($"esco:o:{row.Uuid("uri")}", ConceptKind.Occupation, row.Text("label_de"));
        draft.Label(concept, ConceptLabelKind.Preferred, concept.Label);
        foreach (var other in others) draft.Label(concept, ConceptLabelKind.Alternative, other);
        draft.Code(concept, CodeSchemes.Esco, uri);
        draft.Code(concept, CodeSchemes.Isco08, isco);
        if (isco is not null && draft.Find($"isco:{isco}") is { } group) draft.Relate(concept, ConceptRelationKind.Broader, group);
        OccupationByNumber.Add(number, (concept, uri));
        OccupationByUri.Add(uri, concept);
    }

    private bool ReadSkills(VocabularySource source, VocabularyDraft draft)
    {
        var broader = new List<(Concept Concept, string[] Numbers)>();
        const string file = "esco_skills.csv";
        var there = source.Each(file, ["skill_no", "uri", "label_de", "alt_labels_de", "label_en", "group_codes", "broader_skill_nos"], row =>
        {
            var number = row.Code("skill_no");
            if (SkillByNumber.ContainsKey(number)) throw new RowRefused($"skill_no {number} stands twice");
            var german = row.Optional("label_de") is null ? null : row.Text("label_de");
            List<string> others = [.. row.List("alt_labels_de")];
            // Some competences have no German name yet; they are shown in English rather than lost.
            var concept = draft.Add($"esco:s:{row.Uuid("uri")}", ConceptKind.Competence, german ?? row.Text("label_en"));
            draft.Label(concept, german is null ? ConceptLabelKind.SearchWord : ConceptLabelKind.Preferred, concept.Label);
            foreach (var other in others) draft.Label(concept, ConceptLabelKind.Alternative, other);
            draft.Code(concept, CodeSchemes.Esco, row.Text("uri"));
            foreach (var code in row.List("group_codes"))
            {
                if (draft.Find($"esco:g:{code}") is { } group) draft.Relate(concept, ConceptRelationKind.Broader, group);
            }

            SkillByNumber.Add(number, concept);
            broader.Add((concept, [.. row.List("broader_skill_nos")]));
        });
        foreach (var (concept, numbers) in broader)
        {
            foreach (var number in numbers)
            {
                if (SkillByNumber.TryGetValue(number, out var to)) draft.Relate(concept, ConceptRelationKind.Broader, to);
                else source.Skip(file);
            }
        }

        return there;
    }

    private static void ReadGroups(VocabularySource source, VocabularyDraft draft)
    {
        var parents = new List<(Concept Concept, string[] Codes)>();
        source.Each("esco_skill_groups.csv", ["code", "label_de", "parent_codes"], row =>
        {
            var code = row.Code("code");
            var group = draft.Add($"esco:g:{code}", ConceptKind.CompetenceGroup, row.Text("label_de"));
            draft.Label(group, ConceptLabelKind.Preferred, group.Label);
            draft.Code(group, CodeSchemes.Esco, code);
            parents.Add((group, [.. row.List("parent_codes")]));
        });
        foreach (var (group, codes) in parents)
        {
            foreach (var code in codes)
            {
                if (draft.Find($"esco:g:{code}") is { } parent) draft.Relate(group, ConceptRelationKind.Broader, parent);
            }
        }
    }
}
