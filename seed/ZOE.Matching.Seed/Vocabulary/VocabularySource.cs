using CsvHelper;

namespace ZOE.Matching.Seed.Vocabulary;

/// <summary>The folder of files; keeps what was read, what was bad and what was not there.</summary>
internal sealed class VocabularySource(string folder)
{
    private readonly Dictionary<string, int> _skipped = new(StringComparer.Ordinal);
    private readonly List<(string File, int Rows)> _read = [];

    public List<BadRow> BadRows { get; } = [];

    public List<string> Missing { get; } = [];

    public IReadOnlyList<FileCount> Files => [.. _read.Select(f => new FileCount(f.File, f.Rows, _skipped.GetValueOrDefault(f.File)))];

    /// <summary>Calls <paramref name="each"/> for every row of sound form. Its refusals become bad rows; the reading goes on.</summary>
    /// <returns>False when the file is not there.</returns>
    public bool Each(string file, string[] columns, Action<VocabularyRow> each)
    {
        var path = Path.Combine(folder, file);
        if (!File.Exists(path))
        {
            Missing.Add(file);
            return false;
        }

        using var csv = CsvReader.FromFile(path, new CsvReaderOptions
        {
            Separator = ',',
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Skip,
            FieldCountMismatch = CsvFieldCountHandling.Skip,
            OnMalformedRecord = record => BadRows.Add(new BadRow(file, (int)record.LineNumber, Reason(record.Reason))),
        });
        csv.ReadHeader();
        if (csv.Headers.Count == 0) return Bad(file, "the file is empty");
        var at = columns.Select(name => csv.TryGetFieldIndex(name, out var found) ? found : -1).ToArray();
        if (Array.FindIndex(at, i => i < 0) is >= 0 and var gone) return Bad(file, $"column {columns[gone]} is missing");
        var rows = 0;
        while (csv.Read())
        {
            rows++;
            var cells = new string[columns.Length];
            for (var i = 0; i < cells.Length; i++) cells[i] = csv.GetString(at[i]).Trim();
            var row = new VocabularyRow(columns, cells);
            try
            {
                row.CheckText();
                each(row);
            }
            catch (RowRefused refused)
            {
                BadRows.Add(new BadRow(file, (int)csv.LineNumber, refused.Message));
            }
        }

        _read.Add((file, rows));
        return true;
    }

    /// <summary>The row leads to something that the other files do not hold (a fuller or older edition); said, but no error.</summary>
    public void Skip(string file) => _skipped[file] = _skipped.GetValueOrDefault(file) + 1;

    private bool Bad(string file, string reason)
    {
        BadRows.Add(new BadRow(file, 1, reason));
        _read.Add((file, 0));
        return true;
    }

    private static string Reason(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.FieldCountMismatch => "the number of cells differs from the header",
        CsvMalformedReason.UnterminatedQuote => "a quoted cell is never closed",
        CsvMalformedReason.TextAfterClosingQuote => "text after a closing quote",
        CsvMalformedReason.StrayQuote => "a quote inside a cell that is not quoted",
        CsvMalformedReason.LineBreakInQuotes => "a line break inside a cell",
        CsvMalformedReason.TrailingEscape => "a stray escape at the end",
        _ => reason.ToString(),
    };
}

/// <summary>Why a row was refused.</summary>
internal sealed class RowRefused(string reason) : Exception(reason);
