using System.Globalization;
using System.Text.RegularExpressions;

namespace ZOE.Matching.Seed.Vocabulary;

/// <summary>One row of a vocabulary file. Empty cells are null; what does not fit is refused with a reason.</summary>
internal sealed partial class VocabularyRow(string[] columns, string[] cells)
{
    /// <summary>Longest name of a concept that the tables take.</summary>
    public const int LongestName = 400;

    /// <summary>Bytes that were no UTF-8 have become replacement characters by now.</summary>
    public void CheckText()
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i].AsSpan().ContainsAny('\uFFFD', '\0')) throw new RowRefused($"{columns[i]} is not UTF-8 text");
        }
    }

    public string? Optional(string column)
    {
        var cell = cells[Array.IndexOf(columns, column)];
        return cell.Length == 0 ? null : cell;
    }

    public string Text(string column)
    {
        var text = Optional(column) ?? throw new RowRefused($"{column} is empty");
        return text.Length <= LongestName ? text : throw new RowRefused($"{column} is longer than {LongestName} characters");
    }

    public IEnumerable<string> List(string column)
    {
        foreach (var part in Optional(column)?.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [])
            yield return part.Length <= LongestName ? part : throw new RowRefused($"{column} holds a text longer than {LongestName} characters");
    }

    /// <summary>One to so many digits.</summary>
    public string Digits(string column, int least, int most)
    {
        var text = Text(column);
        return text.Length >= least && text.Length <= most && text.All(char.IsAsciiDigit) ? text
            : throw new RowRefused($"{column} \"{text}\" is not {(least == most ? $"{least}" : $"{least} to {most}")} digits");
    }

    /// <summary>A stable identifier, ASCII without spaces at its ends.</summary>
    public string Code(string column) => CodeShape().IsMatch(Text(column)) ? Text(column) : throw new RowRefused($"{column} \"{Text(column)}\" is no code");

    /// <summary>The last part of a URI, a uuid.</summary>
    public Guid Uuid(string column) =>
        Text(column) is var uri && Guid.TryParseExact(uri[(uri.LastIndexOf('/') + 1)..], "D", out var uuid) && uri.StartsWith("http", StringComparison.Ordinal)
            ? uuid : throw new RowRefused($"{column} \"{uri}\" is no URI of ESCO");

    public double Degrees(string column, double least, double most)
    {
        var text = Text(column);
        return double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
            : throw new RowRefused($"{column} \"{text}\" is no coordinate of Germany");
    }

    public T Word<T>(string column, IReadOnlyDictionary<string, T> words) =>
        words.TryGetValue(Text(column), out var word) ? word : throw new RowRefused($"{column} \"{Text(column)}\" is none of {string.Join(", ", words.Keys)}");

    [GeneratedRegex("^[A-Za-z0-9](?:[A-Za-z0-9 .-]{0,38}[A-Za-z0-9])?$")]
    private static partial Regex CodeShape();
}
