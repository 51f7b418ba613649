using System.Buffers.Binary;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace ZOE.Matching.Search.Lucene;

/// <summary>Names of the Lucene fields and the way a finished document becomes one of Lucene's. Nothing is stored, everything is columns and postings.</summary>
internal static class LuceneDocuments
{
    public const string Id = "id", IdHigh = "idhigh", IdLow = "idlow", Version = "version", Fingerprint = "fingerprint", State = "state",
        MarkedAt = "markedat", Live = "live", Marker = "marker";

    private static readonly string[,] TokenFields = NameTokenFields();

    public static string TokenField(SearchField field, TokenClass tokenClass) => TokenFields[(int)field, (int)tokenClass];

    public static string KeywordColumn(string field) => "k." + field;

    public static string DayColumn(string field) => "d." + field;

    public static Term IdTerm(Guid id) => new(Id, id.ToString("N"));

    public static Document Of(SearchDocument source)
    {
        var document = Head(source.Id, source.Version, Live);
        document.Add(new NumericDocValuesField(Fingerprint, source.Fingerprint));
        foreach (var token in source.Tokens)
            document.Add(new StringField(TokenField(token.Field, token.Class), token.Text, Field.Store.NO));
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

    private static string[,] NameTokenFields()
    {
        var names = new string[Enum.GetValues<SearchField>().Length, Enum.GetValues<TokenClass>().Length];
        foreach (var field in Enum.GetValues<SearchField>())
        {
            foreach (var tokenClass in Enum.GetValues<TokenClass>())
                names[(int)field, (int)tokenClass] = $"t.{field}.{tokenClass}".ToLowerInvariant();
        }
        return names;
    }
}
