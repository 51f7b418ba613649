using System.Globalization;

namespace ZOE.Matching.Relevance;

/// <summary>Judges a run: hit@1, hit@10, MRR, and for grades nDCG@10 with gain 2^grade − 1; overall and by kind.</summary>
internal static class ScoreRun
{
    public static int Run(Arguments arguments)
    {
        var run = Tables.Read(arguments.Required("--run")).GroupBy(r => r["qid"]).ToDictionary(g => g.Key, g => g.Select(r => r["doc_id"]).ToList());
        if (arguments.Optional("--qrels") is { } qrels)
            Grades(run, Tables.Read(qrels));
        else
            return Hits(run, Tables.Read(arguments.Required("--queries")), arguments.Optional("--floors") is { } floors ? Tables.Read(floors) : []);
        return 0;
    }

    // Exit code 1 when a figure lies under its floor.
    private static int Hits(Dictionary<string, List<string>> run, IReadOnlyList<TableRow> queries, IReadOnlyList<TableRow> floors)
    {
        var under = 0;
        var judged = queries.Select(q =>
        {
            var right = q.List("also_ok").Append(q["expected_uri"]).ToHashSet(StringComparer.Ordinal);
            return (Kind: q["kind"], Rank: run.GetValueOrDefault(q["qid"], []).FindIndex(right.Contains) + 1);
        }).ToList();
        foreach (var group in judged.GroupBy(j => j.Kind).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.ToList())).Prepend(("all", judged)))
        {
            var (kind, rows) = group;
            var (first, ten) = (rows.Average(r => r.Rank == 1 ? 1.0 : 0), rows.Average(r => r.Rank is >= 1 and <= 10 ? 1.0 : 0));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind,-18} n {rows.Count,4}  hit@1 {first:F3}  hit@10 {ten:F3}  mrr {rows.Average(r => r.Rank > 0 ? 1.0 / r.Rank : 0):F3}"));
            foreach (var floor in floors.Where(f => f["kind"] == kind && (first < Number(f["hit1"]) || ten < Number(f["hit10"]))))
            {
                under++;
                Console.WriteLine($"{kind} lies under its floor: hit@1 {floor["hit1"]}, hit@10 {floor["hit10"]}");
            }
        }
        return under == 0 ? 0 : 1;
    }

    private static void Grades(Dictionary<string, List<string>> run, IReadOnlyList<TableRow> qrels)
    {
        var queries = qrels.GroupBy(r => r["profile_id"])
            .Select(g => (Query: g.Key, Grades: g.ToDictionary(r => r["vacancy_id"], r => int.Parse(r["relevance"], CultureInfo.InvariantCulture)))).ToList();
        var ndcg = queries.Average(q =>
        {
            var ideal = Gain(q.Grades.Values.OrderDescending());
            return ideal == 0 ? 0 : Gain(run.GetValueOrDefault(q.Query, []).Select(d => q.Grades.GetValueOrDefault(d))) / ideal;
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"all n {queries.Count}  nDCG@10 {ndcg:F3}"));
    }

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);

    private static double Gain(IEnumerable<int> grades) => grades.Take(10).Select((grade, i) => (Math.Pow(2, grade) - 1) / Math.Log2(i + 2)).Sum();
}
