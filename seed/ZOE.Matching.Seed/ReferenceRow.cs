using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;

namespace ZOE.Matching.Seed;

/// <summary>A row of a reference file that cannot be taken over; the message names file, line and reason.</summary>
public sealed class ReferenceRefused(string file, int line, string reason) : Exception($"{file}, line {line}: {reason}");

/// <summary>One row of a reference file. Empty cells are null; what does not fit is refused with file and line.</summary>
internal sealed partial class ReferenceRow(string file, int line, IReadOnlyDictionary<string, string> cells)
{
    private static readonly CsvReaderOptions Strict = new()
    {
        Separator = ',',
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Throw,
    };

    /// <summary>All rows of a file with a header line.</summary>
    public static List<ReferenceRow> Read(string folder, string file)
    {
        using var csv = CsvReader.FromFile(Path.Combine(folder, file), Strict);
        var rows = new List<ReferenceRow>();
        try
        {
            csv.ReadHeader();
            while (csv.Read())
                rows.Add(new ReferenceRow(file, (int)csv.LineNumber, csv.Headers.Select((name, at) => (name, Cell: csv.GetString(at).Trim())).ToDictionary(c => c.name, c => c.Cell, StringComparer.Ordinal)));
        }
        catch (CsvFormatException malformed)
        {
            throw new ReferenceRefused(file, (int)malformed.LineNumber, malformed.Message);
        }

        return rows;
    }

    public Exception Refused(string reason) => new ReferenceRefused(file, line, reason);

    public string? Optional(string column)
    {
        if (!cells.TryGetValue(column, out var cell)) throw Refused($"column {column} is missing");
        return cell.Length == 0 ? null : cell;
    }

    public string Text(string column, int most = 400)
    {
        var text = Optional(column) ?? throw Refused($"{column} is empty");
        return text.Length <= most ? text : throw Refused($"{column} is longer than {most} characters");
    }

    /// <summary>A stable code: letters and digits of ASCII, for keys also hyphens.</summary>
    public string Code(string column) => CodeShape().IsMatch(Text(column)) ? Text(column) : throw Refused($"{column} \"{Text(column)}\" is no code");

    public IReadOnlyList<string> List(string column) => Optional(column)?.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    public int Int(string column) => OptionalInt(column) ?? throw Refused($"{column} is empty");

    public int? OptionalInt(string column) => Optional(column) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Refused($"{column} \"{text}\" is no whole number");

    public double Number(string column) =>
        double.TryParse(Text(column), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw Refused($"{column} \"{Text(column)}\" is no number");

    public bool Bool(string column) => Text(column) switch
    {
        "true" => true,
        "false" => false,
        var other => throw Refused($"{column} \"{other}\" is neither true nor false"),
    };

    public DateOnly Day(string column) => OptionalDay(column) ?? throw Refused($"{column} is empty");

    public DateOnly? OptionalDay(string column) => Optional(column) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw Refused($"{column} \"{text}\" is no day (yyyy-mm-dd)");

    public T Word<T>(string column) where T : struct, Enum => OptionalWord<T>(column) ?? throw Refused($"{column} is empty");

    public T? OptionalWord<T>(string column) where T : struct, Enum => Optional(column) is not { } text ? null
        : Enum.TryParse<T>(text, out var word) && Enum.IsDefined(word) && !char.IsAsciiDigit(text[0]) ? word
        : throw Refused($"{column} \"{text}\" is none of {string.Join(", ", Enum.GetNames<T>())}");

    [GeneratedRegex("^[A-Za-z0-9-]{1,100}$")]
    private static partial Regex CodeShape();
}
