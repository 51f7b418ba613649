using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace ZOE.Matching.Search;

/// <summary>Place between two hits: the sort key and id of the last hit shown. Larger keys come first, then smaller ids.</summary>
internal readonly record struct SearchCursor(long Key, Guid Id)
{
    private const long Missing = -int.MaxValue;

    /// <summary>Whether a hit comes after this place.</summary>
    public bool IsBefore(long key, Guid id) => key < Key || (key == Key && id.CompareTo(Id) > 0);

    /// <summary>Sort key of a day; documents without the day (0) come last either way.</summary>
    public static long KeyOf(int day, bool descending) => day == 0 ? Missing : descending ? day : -day;

    /// <summary>Writes the cursor for the given order.</summary>
    public string Write(SearchSort sort)
        => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Name(sort)}|{Key}|{Id:N}")));

    /// <summary>Reads a cursor; throws <see cref="ArgumentException"/> when it is damaged or belongs to another order.</summary>
    public static SearchCursor? Read(string? text, SearchSort sort)
    {
        if (text is null)
            return null;
        if (text.Length is > 0 and < 300 && Base64Url.IsValid(text))
        {
            var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('|');
            if (parts.Length == 3 && parts[0] == Name(sort)
                && long.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var key)
                && Guid.TryParseExact(parts[2], "N", out var id))
                return new SearchCursor(key, id);
        }
        throw new ArgumentException("The cursor is damaged or belongs to another order.", nameof(text));
    }

    private static string Name(SearchSort sort)
        => sort.DayField is null ? "score" : (sort.Descending ? "-" : "+") + sort.DayField;
}
