using System.Diagnostics;

namespace ZOE.Matching.Benchmarks.Pages;

/// <summary>The built portal as a process of its own, as an operator starts it.</summary>
internal sealed class PortalProcess : IDisposable
{
    private const string Ready = "ZOE.Matching is ready: ";

    private readonly Process _process;

    private PortalProcess(Process process) => _process = process;

    public int Id => _process.Id;

    public TimeSpan CpuTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public required Uri Address { get; init; }

    public static async Task<PortalProcess> StartAsync(string folder, IReadOnlyList<string> engine)
    {
        var configuration = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = Repository.Web, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(Repository.Web, "bin", configuration, "net10.0", "ZOE.Matching.Web.dll"));
        start.ArgumentList.Add("--urls=http://127.0.0.1:0");
        foreach (var setting in (string[])[.. FilledPortal.Settings(folder), .. engine]) start.ArgumentList.Add(setting);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        var ready = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.StartsWith(Ready, StringComparison.Ordinal) == true) ready.TrySetResult(new Uri(line.Data[Ready.Length..].Split(',')[0].Trim()));
        };
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException("The portal ended before it was ready."));
        process.Start();
        process.BeginOutputReadLine();
        return new PortalProcess(process) { Address = await ready.Task.WaitAsync(TimeSpan.FromMinutes(3)) };
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
