using System.Buffers.Binary;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace ZOE.Matching.Search.Lucene;

/// <summary>Names of the Lucene fields and the way a finished document becomes one of Lucene's. Nothing is stored, everything is columns and postings.</summary>
internal static class LuceneDocuments
{
    public const string Id = "id", IdHigh = "idhigh", IdLow = "idlow", Version = "version", Fingerprint = "fingerprint", State = "state",
        MarkedAt = "markedat", Live = "live", Marker = "marker", Tokens = "tokens";

    private const string KeywordPrefix = "k.", DayPrefix = "d.";
    private const int Classes = 4;
    private const char FirstSlot = 'A';

    public static string KeywordColumn(string field) => KeywordPrefix + field;

    public static string DayColumn(string field) => DayPrefix + field;

    public static bool IsKeywordColumn(string name) => name.StartsWith(KeywordPrefix, StringComparison.Ordinal);

    public static bool IsDayColumn(string name) => name.StartsWith(DayPrefix, StringComparison.Ordinal);

    /// <summary>What all terms of a token begin with; no token holds a space.</summary>
    public static string TokenBeginning(string token) => token + ' ';

    /// <summary>The last letter of a term: field and class of the token.</summary>
    public static char SlotLetter(SearchField field, TokenClass tokenClass) => (char)(FirstSlot + (int)field * Classes + (int)tokenClass);

    /// <summary>Field and class of a term.</summary>
    public static (SearchField Field, TokenClass Class) SlotOf(BytesRef term)
    {
        var slot = term.Bytes[term.Offset + term.Length - 1] - FirstSlot;
        return ((SearchField)(slot / Classes), (TokenClass)(slot % Classes));
    }

    public static Term IdTerm(Guid id) => new(Id, id.ToString("N"));

    public static Document Of(SearchDocument source)
    {
        var document = Head(source.Id, source.Version, Live);
        document.Add(new NumericDocValuesField(Fingerprint, source.Fingerprint));
        document.Add(TokenTerms.FieldOf(source.Tokens));
        foreach (var (field, values) in source.Keywords)
        {
            foreach (var value in values)
                document.Add(new SortedSetDocValuesField(KeywordColumn(field), new BytesRef(value)));
        }
        foreach (var (field, day) in source.Days)
            document.Add(new NumericDocValuesField(DayColumn(field), day));
        return document;
    }

    public static Document OfMarker(Guid id, long version, DateTime nowUtc)
    {
        var document = Head(id, version, Marker);
        document.Add(new NumericDocValuesField(MarkedAt, nowUtc.Ticks));
        return document;
    }

    public static Guid ReadId(long high, long low)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, high);
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], low);
        return new Guid(bytes, bigEndian: true);
    }

    private static Document Head(Guid id, long version, string state)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return
        [
            new StringField(Id, id.ToString("N"), Field.Store.NO),
            new NumericDocValuesField(IdHigh, BinaryPrimitives.ReadInt64BigEndian(bytes)),
            new NumericDocValuesField(IdLow, BinaryPrimitives.ReadInt64BigEndian(bytes[8..])),
            new NumericDocValuesField(Version, version),
            new StringField(State, state, Field.Store.NO),
        ];
    }
}
