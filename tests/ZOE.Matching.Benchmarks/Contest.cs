using Bogus;

namespace ZOE.Matching.Benchmarks;

/// <summary>Who answers query number n.</summary>
internal sealed record Contender(string Name, Func<int, ValueTask> Ask);

/// <summary>What a contender took in one round.</summary>
internal sealed record RoundTimes(double P50, double P95, double Foreign);

/// <summary>
/// The recipe of every ratio: all contenders warmed up with two passes, then in each round everyone once, in random order, in one process, each time with the same
/// rotated queries. A ratio is the median over the rounds of the rounds' own ratios.
/// </summary>
internal static class Contest
{
    /// <param name="distinct">Number of distinct queries.</param>
    /// <param name="perRound">Queries of a round; fewer than there are rotate on from round to round.</param>
    /// <returns>Per contender, in the given order, the rounds in microseconds.</returns>
    public static async Task<IReadOnlyList<RoundTimes[]>> RunAsync(Options options, int distinct, int perRound, params Contender[] contenders)
    {
        foreach (var contender in contenders)
            for (var i = 0; i < 2 * perRound; i++) await contender.Ask(i % distinct);

        var random = new Randomizer(options.Seed);
        var load = new ForeignLoad(options.Servers);
        var times = contenders.Select(_ => new RoundTimes[options.Rounds]).ToList();
        for (var round = 0; round < options.Rounds; round++)
        {
            foreach (var at in random.Shuffle(Enumerable.Range(0, contenders.Length)))
            {
                GC.Collect();
                load.Percent();
                var took = new List<double>(perRound);
                for (var i = 0; i < perRound; i++)
                {
                    var query = (round * perRound + i) % distinct;
                    var from = TimeProvider.System.GetTimestamp();
                    await contenders[at].Ask(query);
                    took.Add(TimeProvider.System.GetElapsedTime(from).TotalMicroseconds);
                }

                took.Sort();
                times[at][round] = new RoundTimes(Statistics.Median(took), Statistics.Percentile(took, 95), load.Percent());
            }
        }

        return times;
    }

    /// <summary>Writes the times of a contender.</summary>
    public static void Times(Report report, string suite, string id, string subject, RoundTimes[] rounds)
    {
        for (var round = 0; round < rounds.Length; round++)
        {
            report.Add(suite, id, subject, "p50", "µs", round + 1, rounds[round].P50, rounds[round].Foreign);
            report.Add(suite, id, subject, "p95", "µs", round + 1, rounds[round].P95, rounds[round].Foreign);
        }
    }

    /// <summary>Writes by how much one is slower than the other, round by round.</summary>
    /// <param name="of">After "ratio p50", for rows whose gate is another one.</param>
    public static void Ratios(Report report, string suite, string id, string subject, RoundTimes[] above, RoundTimes[] below, string of = "")
    {
        for (var round = 0; round < above.Length; round++)
        {
            var foreign = Math.Max(above[round].Foreign, below[round].Foreign);
            report.Add(suite, id, subject, "ratio p50" + of, "", round + 1, above[round].P50 / below[round].P50, foreign);
            report.Add(suite, id, subject, "ratio p95" + of, "", round + 1, above[round].P95 / below[round].P95, foreign);
        }
    }
}
