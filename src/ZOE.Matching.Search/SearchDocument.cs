using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ZOE.Matching.Search;

/// <summary>
/// A finished document: tokens, keywords and days, and no stored text. Only the typed builders in Documents make one,
/// so that nothing outside their closed lists can reach an index.
/// </summary>
public sealed class SearchDocument
{
    internal SearchDocument(
        SearchKind kind, Guid id, long version, IEnumerable<SearchToken> tokens,
        IEnumerable<KeyValuePair<string, string>> keywords, IEnumerable<KeyValuePair<string, DateOnly>> days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        Kind = kind;
        Id = id;
        Version = version;
        // The best alternative of a word counts, so a token counts in its best place only.
        SearchToken[] sorted = [.. tokens.GroupBy(t => t.Text, StringComparer.Ordinal).Select(g => g.MaxBy(t => t.Weight))];
        Array.Sort(sorted, Order);
        Tokens = sorted;
        Keywords = keywords.GroupBy(k => k.Key, k => k.Value, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], StringComparer.Ordinal);
        Days = days.OrderBy(d => d.Key, StringComparer.Ordinal).ToDictionary(d => d.Key, d => d.Value.DayNumber, StringComparer.Ordinal);
        SearchSchema.Of(kind).Check(this);
        Fingerprint = ComputeFingerprint();
    }

    /// <summary>The index it belongs to.</summary>
    public SearchKind Kind { get; }

    /// <summary>Id of the record.</summary>
    public Guid Id { get; }

    /// <summary>External version, at least 1.</summary>
    public long Version { get; }

    /// <summary>Finished tokens, sorted, each once: in the place that gives most points.</summary>
    public IReadOnlyList<SearchToken> Tokens { get; }

    /// <summary>Values per keyword field, sorted and without repeats.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Keywords { get; }

    /// <summary>Day number (<see cref="DateOnly.DayNumber"/>) per day field.</summary>
    public IReadOnlyDictionary<string, int> Days { get; }

    /// <summary>Checksum over tokens, keywords and days (not the version); equal content gives equal numbers on every machine.</summary>
    public long Fingerprint { get; }

    private static int Order(SearchToken a, SearchToken b)
        => a.Field != b.Field ? (int)a.Field - (int)b.Field
            : a.Class != b.Class ? (int)a.Class - (int)b.Class
            : string.CompareOrdinal(a.Text, b.Text);

    private long ComputeFingerprint()
    {
        var text = new StringBuilder();
        foreach (var token in Tokens)
            text.Append((int)token.Field).Append((int)token.Class).Append(token.Text).Append('\n');
        foreach (var (field, values) in Keywords.OrderBy(k => k.Key, StringComparer.Ordinal))
            text.Append(field).Append('=').AppendJoin('\t', values).Append('\n');
        foreach (var (field, day) in Days.OrderBy(d => d.Key, StringComparer.Ordinal))
            text.Append(field).Append('#').Append(day).Append('\n');
        return BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
