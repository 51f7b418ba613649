using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace ZOE.Matching.Search;

/// <summary>
/// A finished document: tokens, keywords and days, and no stored text. Only the typed builders in Documents make one,
/// so that nothing outside their closed lists can reach an index.
/// </summary>
public sealed class SearchDocument
{
    // What most documents have at least.
    private const int FewTokens = 256;

    private static readonly string[] Digits = [.. Enumerable.Range(0, 10).Select(i => i.ToString(CultureInfo.InvariantCulture))];

    internal SearchDocument(
        SearchKind kind, Guid id, long version, IEnumerable<SearchToken> tokens,
        IEnumerable<KeyValuePair<string, string>> keywords, IEnumerable<KeyValuePair<string, DateOnly>> days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        Kind = kind;
        Id = id;
        Version = version;
        // The best alternative of a word counts, so a token counts in its best place only.
        var best = new Dictionary<string, SearchToken>(FewTokens, StringComparer.Ordinal);
        foreach (var token in tokens)
        {
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(best, token.Text, out var exists);
            if (!exists || token.Weight > known.Weight)
                known = token;
        }
        SearchToken[] sorted = [.. best.Values];
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
        var bytes = new ArrayBufferWriter<byte>(FewTokens * SearchToken.MaxLength);
        foreach (var token in Tokens)
        {
            Write(Digits[(int)token.Field]);
            Write(Digits[(int)token.Class]);
            Write(token.Text);
            Write("\n");
        }
        foreach (var (field, values) in Keywords.OrderBy(k => k.Key, StringComparer.Ordinal))
            Write($"{field}={string.Join('\t', values)}\n");
        foreach (var (field, day) in Days.OrderBy(d => d.Key, StringComparer.Ordinal))
            Write(string.Create(CultureInfo.InvariantCulture, $"{field}#{day}\n"));
        return BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(bytes.WrittenSpan));

        void Write(string text) => Encoding.UTF8.GetBytes(text, bytes);
    }
}
