using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace ZOE.Matching.Benchmarks;

/// <summary>The machine and the commit, as they stand in the table.</summary>
internal static class Machine
{
    public static string Name { get; } = $"{Cpu()}, {Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GiB, {RuntimeInformation.OSDescription.Split('#')[0].Trim()}, .NET {Environment.Version}";

    /// <summary>The commit, with a mark when the source differs from it.</summary>
    public static string Commit { get; } = Git("rev-parse --short=10 HEAD") + (Git("status --porcelain --untracked-files=no -- src seed tests").Length > 0 ? "+changes" : "");

    private static string Cpu() => File.Exists("/proc/cpuinfo")
        ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown CPU"
        : RuntimeInformation.ProcessArchitecture.ToString();

    private static string Git(string arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = Repository.Folder, RedirectStandardOutput = true })!;
        var text = git.StandardOutput.ReadToEnd().Trim();
        git.WaitForExit();
        return text;
    }
}

/// <summary>How much of the machine others used between two moments: without it, a figure from a shared machine says little. The children of own processes are own.</summary>
internal sealed class ForeignLoad(params int[] ownProcesses)
{
    private (double Busy, double All, double Own) _from = Read(ownProcesses);

    /// <summary>Share of all cores' time since the last call that other processes used, in percent; not a number where it cannot be known.</summary>
    public double Percent()
    {
        var now = Read(ownProcesses);
        var (busy, all, own) = (now.Busy - _from.Busy, now.All - _from.All, now.Own - _from.Own);
        _from = now;
        return all <= 0 ? double.NaN : Math.Max(0, busy - own) / all * 100;
    }

    private static (double Busy, double All, double Own) Read(int[] processes)
    {
        if (!File.Exists("/proc/stat")) return default;
        var ticks = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Take(8).Select(t => double.Parse(t, CultureInfo.InvariantCulture)).ToArray();
        return (ticks.Sum() - ticks[3] - ticks[4], ticks.Sum(), Family([.. processes, Environment.ProcessId]).Sum(Ticks));
    }

    private static HashSet<int> Family(int[] processes)
    {
        var parents = new Dictionary<int, int>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var process) && Fields(process) is { } fields) parents[process] = int.Parse(fields[1], CultureInfo.InvariantCulture);
        var family = processes.ToHashSet();
        while (parents.Any(p => family.Contains(p.Value) && family.Add(p.Key))) ;
        return family;
    }

    private static double Ticks(int process) =>
        Fields(process) is { } fields ? double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture) : 0;

    /// <summary>Fields of /proc/N/stat from the state on; null when the process is gone.</summary>
    private static string[]? Fields(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/stat").Split(") ")[^1].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }
}
