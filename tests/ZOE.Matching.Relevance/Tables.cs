using System.Globalization;
using CsvHelper;

namespace ZOE.Matching.Relevance;

/// <summary>Rows of a CSV file by column name; a missing column counts as empty.</summary>
internal sealed class TableRow(Dictionary<string, string> cells)
{
    public string this[string column] => cells.GetValueOrDefault(column, "");

    /// <summary>A cell that holds a list split by "|".</summary>
    public string[] List(string column) => this[column].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>One line of a run: a query found a document.</summary>
internal readonly record struct RunRow(string Query, string Document, double Score);

/// <summary>Reads and writes the tool's files.</summary>
internal static class Tables
{
    public const int MostPerQuery = 100;

    public static IReadOnlyList<TableRow> Read(string path)
    {
        using var csv = CsvReader.FromFile(path, new CsvReaderOptions { Separator = ',' });
        csv.ReadHeader();
        var headers = csv.Headers.ToArray();
        var rows = new List<TableRow>();
        while (csv.Read())
            rows.Add(new TableRow(Enumerable.Range(0, headers.Length).ToDictionary(i => headers[i], i => csv.GetString(i))));
        return rows;
    }

    public static void Write(string path, IEnumerable<RunRow> rows)
    {
        using var file = new StreamWriter(path);
        file.WriteLine("qid,doc_id,score");
        foreach (var row in rows)
            file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Cell(row.Query)},{Cell(row.Document)},{row.Score}"));
    }

    private static string Cell(string text)
        => text.AsSpan().IndexOfAny(",\"\n") < 0 ? text : "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
