using ZOE.Matching.Domain.Vocabulary;

namespace ZOE.Matching.Seed.Vocabulary;

/// <summary>The classifications of occupations (KldB 2010, ISCO-08) and the lay words that lead to their groups.</summary>
internal static class ClassificationFiles
{
    public static void ReadGroups(VocabularySource source, VocabularyDraft draft)
    {
        Tree(source, draft, "isco08.csv", "isco", CodeSchemes.Isco08, 4, "label_de", null);
        Tree(source, draft, "kldb2010.csv", "kldb", CodeSchemes.Kldb, 5, "title", "short_title");
    }

    public static void ReadTitles(VocabularySource source, VocabularyDraft draft)
    {
        source.Each("kldb_index.csv", ["title", "kldb5"], row =>
        {
            if (Group(source, draft, row, "kldb_index.csv", "kldb", "kldb5", 5) is { } group) draft.Label(group, ConceptLabelKind.SearchWord, row.Text("title"));
        });
        source.Each("auxco.csv", ["title", "kldb5", "isco08"], row =>
        {
            var title = row.Text("title");
            if (Group(source, draft, row, "auxco.csv", "kldb", "kldb5", 5) is not { } group) return;
            draft.Label(group, ConceptLabelKind.SearchWord, title);
            if (row.Optional("isco08") is null || Group(source, draft, row, "auxco.csv", "isco", "isco08", 4) is not { } isco) return;
            draft.Code(group, CodeSchemes.Isco08, isco.Codes[0].Value);
            draft.Relate(group, ConceptRelationKind.Close, isco);
        });
    }

    /// <summary>The group that a row names; null, and said, when the classification itself is not in the folder.</summary>
    public static Concept? Group(VocabularySource source, VocabularyDraft draft, VocabularyRow row, string file, string prefix, string column, int digits)
    {
        var code = row.Digits(column, digits, digits);
        if (draft.Find($"{prefix}:{code}") is { } group) return group;
        if (!source.Missing.Contains(prefix == "isco" ? "isco08.csv" : "kldb2010.csv")) throw new RowRefused($"{column} \"{code}\" is unknown");
        source.Skip(file);
        return null;
    }

    private static void Tree(VocabularySource source, VocabularyDraft draft, string file, string prefix, string scheme, int digits, string title, string? shortTitle)
    {
        var groups = new List<(Concept Group, string Code)>();
        source.Each(file, shortTitle is null ? ["code", title] : ["code", title, shortTitle], row =>
        {
            var code = row.Digits("code", 1, digits);
            var group = draft.Add($"{prefix}:{code}", ConceptKind.OccupationGroup, row.Text(title));
            draft.Label(group, ConceptLabelKind.Preferred, group.Label);
            if (shortTitle is not null) draft.Label(group, ConceptLabelKind.SearchWord, row.Optional(shortTitle));
            draft.Code(group, scheme, code);
            groups.Add((group, code));
        });
        foreach (var (group, code) in groups)
        {
            if (code.Length > 1 && draft.Find($"{prefix}:{code[..^1]}") is { } parent) draft.Relate(group, ConceptRelationKind.Broader, parent);
        }
    }
}
