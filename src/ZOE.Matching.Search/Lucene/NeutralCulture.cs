using System.Globalization;

namespace ZOE.Matching.Search.Lucene;

/// <summary>Runs Lucene code under the invariant culture: it formats and parses file generations and numbers with the thread's culture.</summary>
internal readonly struct NeutralCulture : IDisposable
{
    private readonly CultureInfo before;

    private NeutralCulture(CultureInfo before) => this.before = before;

    public static NeutralCulture Enter()
    {
        var scope = new NeutralCulture(CultureInfo.CurrentCulture);
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        return scope;
    }

    public void Dispose() => CultureInfo.CurrentCulture = before;
}
