using System.Globalization;
using System.Text;
using CsvHelper;

namespace ZOE.Matching.Benchmarks;

/// <summary>One measured value of one round.</summary>
/// <param name="Id">Row of the design's table of goals.</param>
/// <param name="Subject">What was measured, with its engine and size.</param>
/// <param name="Metric">p50, p95, ratio …</param>
/// <param name="Foreign">Percent of the machine that others used meanwhile.</param>
internal sealed record Measured(string Suite, string Id, string Subject, string Metric, string Unit, int Round, double Value, double Foreign, string Commit, int Seed, string TakenUtc, string Machine)
{
    public static readonly string[] Columns = ["suite", "id", "subject", "metric", "unit", "round", "value", "others_percent", "commit", "seed", "taken_utc", "machine"];

    /// <summary>The row as a line of the CSV file; texts are quoted, since subjects hold commas.</summary>
    public string Line => string.Create(CultureInfo.InvariantCulture, $"{Suite},{Id},\"{Subject}\",{Metric},{Unit},{Round},{Value},{Foreign},{Commit},{Seed},{TakenUtc},\"{Machine}\"");

    public static Measured Of(IReadOnlyList<string> cells) => new(
        cells[0], cells[1], cells[2], cells[3], cells[4], int.Parse(cells[5], CultureInfo.InvariantCulture), double.Parse(cells[6], CultureInfo.InvariantCulture),
        double.Parse(cells[7], CultureInfo.InvariantCulture), cells[8], int.Parse(cells[9], CultureInfo.InvariantCulture), cells[10], cells[11]);
}

/// <summary>Keeps the raw rounds in speed.csv and writes speed.md from all of them; a suite that runs again replaces its own rows only.</summary>
internal sealed class Report
{
    private readonly List<Measured> _rows;
    private readonly HashSet<string> _renewed = [];
    private readonly Options _options;
    private readonly string _taken = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private Report(Options options, List<Measured> rows) => (_options, _rows) = (options, rows);

    private string Csv => Path.Combine(_options.Out, "speed.csv");

    public static Report Open(Options options)
    {
        var report = new Report(options, []);
        if (!File.Exists(report.Csv)) return report;
        using var csv = CsvReader.FromFile(report.Csv, new CsvReaderOptions { Separator = ',' });
        csv.ReadHeader();
        while (csv.Read()) report._rows.Add(Measured.Of([.. Enumerable.Range(0, Measured.Columns.Length).Select(i => csv.GetString(i))]));
        return report;
    }

    /// <summary>Takes a value; the rows that an earlier run left for the same subjects of the suite go first.</summary>
    public void Add(string suite, string id, string subject, string metric, string unit, int round, double value, double foreign)
    {
        if (_renewed.Add($"{suite}\t{id}\t{subject}\t{metric}")) _rows.RemoveAll(r => r.Suite == suite && r.Id == id && r.Subject == subject && r.Metric == metric);
        _rows.Add(new Measured(suite, id, subject, metric, unit, round, Math.Round(value, 4), Math.Round(foreign, 1), Machine.Commit, _options.Seed, _taken, Machine.Name));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{id} {subject}: {metric} {value:0.###} {unit} (round {round}, others {foreign:0} %)"));
    }

    public void Write()
    {
        Directory.CreateDirectory(_options.Out);
        var ordered = _rows.OrderBy(r => r.Id, StringComparer.Ordinal).ThenBy(r => r.Subject, StringComparer.Ordinal).ThenBy(r => r.Metric, StringComparer.Ordinal).ThenBy(r => r.Round).ToList();
        File.WriteAllText(Csv, string.Join('\n', ordered.Select(r => r.Line).Prepend(string.Join(',', Measured.Columns))) + "\n");
        File.WriteAllText(Path.Combine(_options.Out, "speed.md"), Text(ordered));
        Console.WriteLine($"Written: {Path.Combine(_options.Out, "speed.md")}");
    }

    private static string Text(List<Measured> rows)
    {
        var text = new StringBuilder("""
            # Speed

            Written by `infra/speed`; raw rounds in `speed.csv`. Value = median over the rounds, in brackets the lowest and the highest round. "Others" = share of the machine that other
            processes used meanwhile (median): above ten percent the absolute times are too high and the ratios shaky.

            | Goal | What | | Value | Gate | | Others | Commit |
            |---|---|---|---|---|---|---|---|

            """);
        foreach (var group in rows.GroupBy(r => (r.Id, r.Subject, r.Metric)))
        {
            var values = group.Select(r => r.Value).Order().ToList();
            var first = group.First();
            var median = Statistics.Median(values);
            var gate = Gates.Of(first.Id, first.Metric);
            text.Append(CultureInfo.InvariantCulture, $"| {first.Id} | {first.Subject} | {first.Metric} | **{Number(median)}** {first.Unit} ({Number(values[0])}–{Number(values[^1])}) | {gate?.Text ?? "reported"} | {(gate is null ? "" : gate.Holds(median) ? "reached" : "missed")} | {Number(Statistics.Median([.. group.Select(r => r.Foreign).Order()]))} % | {first.Commit} |\n");
        }

        foreach (var id in Gates.Goals.Except(rows.Select(r => r.Id))) text.Append(CultureInfo.InvariantCulture, $"| {id} | | | not measured | | | | |\n");
        text.Append('\n');
        foreach (var run in rows.Select(r => $"{r.Suite}: seed {r.Seed}, {r.TakenUtc} UTC, {r.Machine}").Distinct()) text.Append(CultureInfo.InvariantCulture, $"- {run}\n");
        return text.ToString();
    }

    private static string Number(double value) => value.ToString(Math.Abs(value) >= 100 ? "0" : Math.Abs(value) >= 10 ? "0.0" : "0.00", CultureInfo.InvariantCulture);
}

/// <summary>What must hold, from the design's table of goals.</summary>
internal sealed record Gates(bool AtMost, double Limit, string Unit)
{
    /// <summary>Every goal of the table, measured or not.</summary>
    public static readonly string[] Goals = ["S1", "S2", "S3", "S4", "S5", "S6", "X1", "X2", "E2", "R1"];

    public string Text => string.Create(CultureInfo.InvariantCulture, $"{(AtMost ? "≤" : "≥")} {Limit} {Unit}").Trim();

    public bool Holds(double value) => AtMost ? value <= Limit : value >= Limit;

    public static Gates? Of(string id, string metric) => (id, metric) switch
    {
        ("S1", "ratio p50") => new(true, 1.6, ""),
        ("S2", "p95") => new(true, 60, "ms"),
        ("S3", "ratio p50") => new(false, 25, ""),
        ("S3", "ratio p95") => new(false, 20, ""),
        ("S4", "p95") => new(true, 150, "ms"),
        ("S5", "ratio p50") => new(true, 3, ""),
        ("S6", "ratio p50") => new(true, 1.6, ""),
        ("S6", "ratio p50 to PostgreSQL") => new(false, 30, ""),
        ("X1", "ratio") => new(false, 0.9, ""),
        ("X2", "ratio p50") => new(true, 0.5, ""),
        ("E2", "ratio p50") => new(true, 1.05, ""),
        ("R1", "failed queries") or ("R1", "canary missed") => new(true, 0, ""),
        _ => null,
    };
}

/// <summary>Percentiles of sorted values.</summary>
internal static class Statistics
{
    public static double Median(IReadOnlyList<double> sorted) => Percentile(sorted, 50);

    /// <summary>The smallest value that at least so many percent do not exceed; the middle of two for an even median.</summary>
    public static double Percentile(IReadOnlyList<double> sorted, double percent)
    {
        if (sorted.Count == 0) return double.NaN;
        if (percent == 50 && sorted.Count % 2 == 0) return (sorted[sorted.Count / 2 - 1] + sorted[sorted.Count / 2]) / 2;
        return sorted[Math.Clamp((int)Math.Ceiling(sorted.Count * percent / 100) - 1, 0, sorted.Count - 1)];
    }
}
