using System.Diagnostics;
using ZOE.Matching.Domain.Places;
using ZOE.Matching.Domain.Vocabulary;

namespace ZOE.Matching.Seed.Vocabulary;

/// <summary>Titles that leave the vocabulary before it is loaded, for an honest measurement.</summary>
/// <param name="OccupationUri">The ESCO occupation that the titles were taken from.</param>
public sealed record WithheldTitles(string OccupationUri, IReadOnlyList<string> Titles);

/// <summary>What is left out while reading; nothing in the running portal.</summary>
public sealed record VocabularyOptions
{
    /// <summary>A withheld title leaves every concept: it stands in no label of any source, whatever the case.</summary>
    public IReadOnlyList<WithheldTitles> Withhold { get; init; } = [];

    /// <summary>URIs of ESCO occupations whose relations to competences are left out.</summary>
    public IReadOnlySet<string> WithholdRelationsOf { get; init; } = new HashSet<string>();
}

/// <summary>A row that cannot be taken over.</summary>
/// <param name="Line">1 for the header.</param>
public sealed record BadRow(string File, int Line, string Reason);

/// <summary>What was read from one file.</summary>
/// <param name="Skipped">Rows left out because they lead to something that the other files of today do not hold; no errors.</param>
public sealed record FileCount(string File, int Rows, int Skipped);

/// <summary>The public vocabularies as one graph. Ids follow from keys, so that a rerun gives the same ones.</summary>
/// <param name="BadRows">Every row that does not fit; when there is one, nothing may be loaded.</param>
/// <param name="Missing">Names of files that are not in the folder; their rows are simply not there.</param>
public sealed record VocabularyContent(
    IReadOnlyList<Concept> Concepts,
    IReadOnlyList<ConceptRelation> Relations,
    IReadOnlyList<Postcode> Postcodes,
    IReadOnlyList<BadRow> BadRows,
    IReadOnlyList<FileCount> Files,
    IReadOnlyList<string> Missing,
    TimeSpan Took)
{
    public int LabelCount => Concepts.Sum(c => c.Labels.Count);
}

/// <summary>Reads the public vocabularies (ESCO, BA, auxco, GeoNames) from a folder of CSV files; writes nothing.</summary>
public static class VocabularyFiles
{
    /// <summary>Without it a folder is not worth an import.</summary>
    public const string Leading = "esco_occupations.csv";

    public static VocabularyContent Read(string folder, VocabularyOptions? options = null)
    {
        var started = Stopwatch.GetTimestamp();
        var source = new VocabularySource(folder);
        var draft = new VocabularyDraft(options ?? new VocabularyOptions());
        ClassificationFiles.ReadGroups(source, draft);
        var esco = EscoFiles.Read(source, draft);
        DkzFiles.Read(source, draft, esco);
        ClassificationFiles.ReadTitles(source, draft);
        var postcodes = PostcodeFile.Read(source);
        var (concepts, relations) = draft.Finish();
        return new VocabularyContent(concepts, relations, postcodes, source.BadRows, source.Files, source.Missing, Stopwatch.GetElapsedTime(started));
    }
}
