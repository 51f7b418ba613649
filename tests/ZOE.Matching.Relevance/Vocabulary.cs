using ZOE.Matching.Domain.Matches;
using ZOE.Matching.Domain.Vocabulary;
using ZOE.Matching.Search.German;
using ZOE.Matching.Seed;
using ZOE.Matching.Seed.Vocabulary;

namespace ZOE.Matching.Relevance;

/// <summary>The vocabulary that a run works with, read by the product's own import: public files, or the portal's seed vocabulary.</summary>
internal sealed class Vocabulary
{
    private Vocabulary(IReadOnlyList<Concept> concepts, IReadOnlyList<ConceptRelation> relations)
    {
        Graph = VocabularyGraph.Build(concepts, relations);
        Text = new GermanText(Lexicon.Build(LexiconRows.Of([.. concepts], relations)));
    }

    public VocabularyGraph Graph { get; }

    public GermanText Text { get; }

    public static Vocabulary Load(Arguments arguments)
    {
        var seed = ReferenceData.ReadVocabulary(Path.Combine(AppContext.BaseDirectory, "reference"));
        if (arguments.Optional("--reference") is not { } folder)
            return new Vocabulary(seed.Concepts, seed.Relations);
        var content = VocabularyFiles.Read(folder, new VocabularyOptions
        {
            Withhold = [.. Withheld(arguments).Select(row => new WithheldTitles(row["expected_uri"], row.List("remove_from_doc")))],
            WithholdRelationsOf = (arguments.Optional("--withhold-relations") is { } file ? Tables.Read(file) : []).Select(row => row["uri"]).ToHashSet(),
        });
        if (content.BadRows.Count > 0)
            throw new InvalidDataException($"{content.BadRows.Count} bad rows, the first: {content.BadRows[0]}");
        Console.Error.WriteLine($"{content.Concepts.Count} concepts, {content.LabelCount} labels, {content.Relations.Count} relations in {content.Took.TotalMilliseconds:F0} ms");
        return new Vocabulary(content.Concepts, content.Relations);
    }

    /// <summary>Rows of the file of withheld titles; none without it.</summary>
    public static IReadOnlyList<TableRow> Withheld(Arguments arguments) => arguments.Optional("--withhold") is { } file ? Tables.Read(file) : [];
}
