using System.Collections.Concurrent;
using System.Diagnostics;

namespace ZOE.Matching.Web.Tests.Hosting;

/// <summary>Tests that start portals as processes: alone, one after the other, so that times mean something on two cores.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessTests
{
    public const string Name = "portals as processes";
}

/// <summary>The built portal as a process of its own, as an operator starts it: settings as arguments, ready when it says so, ended by a kill.</summary>
public sealed class ChildPortal : IAsyncDisposable
{
    /// <summary>Longest wait for a start.</summary>
    public static readonly TimeSpan StartTime = TimeSpan.FromSeconds(60);

    private const string Ready = "ZOE.Matching is ready: ";
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly TaskCompletionSource<Uri> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ChildPortal(Process process)
    {
        _process = process;
        Started = TimeProvider.System.GetTimestamp();
    }

    /// <summary>Folder of the portal's project: its content, as `dotnet run` has it.</summary>
    public static string ContentFolder { get; } = Path.Combine(RepositoryFolder(), "src", "ZOE.Matching.Web");

    private static string Program { get; } = Path.Combine(ContentFolder, "bin", AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug", "net10.0", "ZOE.Matching.Web.dll");

    /// <summary>Time stamp of the start.</summary>
    public long Started { get; }

    /// <summary>Completes with the address when the portal says that it is ready; faults when it ends before.</summary>
    public Task<Uri> ReadyAsync => _ready.Task.WaitAsync(StartTime);

    public bool HasExited => _process.HasExited;

    public string Output => string.Join('\n', _output);

    /// <summary>What it wrote to its error stream.</summary>
    public string Errors => string.Join('\n', _errors);

    public static ChildPortal Start(string environment, IEnumerable<KeyValuePair<string, string>> settings, string address = "http://127.0.0.1:0", params string[] words)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = ContentFolder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(Program);
        foreach (var word in words) start.ArgumentList.Add(word);
        start.ArgumentList.Add($"--urls={address}");
        foreach (var (key, value) in settings) start.ArgumentList.Add($"--{key}={value}");
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("ASPNETCORE_", StringComparison.Ordinal) || k is "DOTNET_ENVIRONMENT" or "DOTNET_URLS").ToList()) start.Environment.Remove(name);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        var child = new ChildPortal(new Process { StartInfo = start, EnableRaisingEvents = true });
        child.Run();
        return child;
    }

    private void Run()
    {
        _process.OutputDataReceived += (_, line) => Take(line.Data, _output);
        _process.ErrorDataReceived += (_, line) => Take(line.Data, _errors);
        _process.Exited += (_, _) => _ready.TrySetException(new InvalidOperationException($"The portal ended before it was ready.\n{Output}\n{Errors}"));
        // Nobody may wait for it: then its failure is no error of the run.
        _ = _ready.Task.ContinueWith(task => task.Exception, TaskScheduler.Default);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Take(string? line, ConcurrentQueue<string> lines)
    {
        if (line is null) return;
        lines.Enqueue(line);
        if (line.StartsWith(Ready, StringComparison.Ordinal)) _ready.TrySetResult(new Uri(line[Ready.Length..].Split(',')[0].Trim()));
    }

    /// <summary>SIGKILL, and the end of the process.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Waits for the end and gives the exit code.</summary>
    public async Task<int> ExitAsync(TimeSpan? within = null)
    {
        try
        {
            await _process.WaitForExitAsync().WaitAsync(within ?? StartTime);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"The portal has not ended within {within ?? StartTime}.\n{Output}\n{Errors}");
        }

        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private static string RepositoryFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "ZOE.Matching.sln")))
                return folder.FullName;
        throw new InvalidOperationException("The tests do not run from their build folder.");
    }
}
