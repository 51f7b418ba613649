using System.Diagnostics;
using Bogus;

namespace ZOE.Matching.Benchmarks.Engine;

/// <summary>One of those that are compared: does the work of question number i.</summary>
internal sealed record Contender(string Name, Func<int, Task> Run);

/// <summary>The recipe of all ratios: two passes to warm up, then rounds in which every contender runs once, in random order, over all questions.</summary>
internal static class Rounds
{
    public static async Task<List<Dictionary<string, (double P50, double P95)>>> RunAsync(IReadOnlyList<Contender> contenders, int questions, Options options, Action<int, double> noted)
    {
        foreach (var contender in contenders)
            for (var pass = 0; pass < (options.Quick ? 1 : 2); pass++) await TimeAsync(contender, questions);
        var random = new Randomizer(options.Seed);
        var load = new ForeignLoad();
        List<Dictionary<string, (double, double)>> rounds = [];
        for (var round = 1; round <= options.Rounds; round++)
        {
            load.Percent();
            var times = new Dictionary<string, (double, double)>();
            foreach (var contender in random.Shuffle(contenders)) times[contender.Name] = await TimeAsync(contender, questions);
            rounds.Add(times);
            noted(round, load.Percent());
        }

        return rounds;
    }

    /// <summary>Microseconds.</summary>
    private static async Task<(double P50, double P95)> TimeAsync(Contender contender, int questions)
    {
        var times = new List<double>(questions);
        for (var i = 0; i < questions; i++)
        {
            var from = Stopwatch.GetTimestamp();
            await contender.Run(i);
            times.Add(Stopwatch.GetElapsedTime(from).TotalMicroseconds);
        }

        times.Sort();
        return (Statistics.Median(times), Statistics.Percentile(times, 95));
    }
}
