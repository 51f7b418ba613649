using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using ZOE.Matching.Search;

namespace ZOE.Matching.Web.Projections;

/// <summary>The drift of each index for whoever watches the portal: gauge zoe.index.drift of the meter ZOE.Matching, tag kind, in records; as last counted, which is each night and whenever the page of the indexes is opened.</summary>
public sealed class IndexMetrics
{
    public const string Meter = "ZOE.Matching", Drift = "zoe.index.drift", Kind = "kind";

    private readonly ConcurrentDictionary<SearchKind, int> _drift = [];

    public IndexMetrics(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        meters.Create(Meter).CreateObservableGauge(
            Drift, () => _drift.Select(d => new Measurement<int>(d.Value, new KeyValuePair<string, object?>(Kind, d.Key.ToString()))), "{record}", "Differences between the database and the index that no open change explains");
    }

    public void Counted(SearchKind kind, int drift) => _drift[kind] = drift;
}
