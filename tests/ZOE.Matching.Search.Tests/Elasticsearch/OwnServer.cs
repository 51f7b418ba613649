using System.Diagnostics;

namespace ZOE.Matching.Search.Tests.Elasticsearch;

/// <summary>A server of the test's own, to be killed and started again at the same address. Needs ../shared/elasticsearch beside the repository and a JDK.</summary>
public sealed class OwnServer : IAsyncLifetime
{
    private string? starter;
    private string folder = "";
    private int process;

    /// <summary>Where it answers.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Folder of its data.</summary>
    public string Data => Path.Combine(folder, "data");

    public async ValueTask InitializeAsync()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "ZOE.Matching.sln")))
            root = root.Parent;
        var path = Path.Combine(root!.FullName, "..", "shared", "elasticsearch", "start");
        if (!TestServer.IsAsked || !File.Exists(path))
            return;
        starter = path;
        await StartAsync();
    }

    /// <summary>Skips where no server could be started, and fails there in CI.</summary>
    public void Require()
    {
        if (starter is null)
            TestServer.Missing("Needs a server of its own: set ZOE_TEST_ELASTICSEARCH and lay elasticsearch/start into a folder 'shared' beside the repository.");
    }

    /// <summary>Ends it as a power cut would: no farewell, no flush.</summary>
    public async Task KillAsync()
    {
        using var server = Process.GetProcessById(process);
        server.Kill();
        await server.WaitForExitAsync();
    }

    /// <summary>Starts it, the second time with the same data at the same address.</summary>
    public async Task StartAsync()
    {
        string[] again = folder.Length == 0 ? [] : ["--again", folder, "--port", new Uri(Address).Port.ToString(System.Globalization.CultureInfo.InvariantCulture)];
        var start = new ProcessStartInfo(starter!, again) { RedirectStandardOutput = true };
        start.Environment["ES_HEAP"] = "512m";
        using var run = Process.Start(start)!;
        // Three lines, and not to the end of the stream: the server itself may hold it open.
        var address = await run.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server did not start.");
        process = int.Parse((await run.StandardOutput.ReadLineAsync())!, System.Globalization.CultureInfo.InvariantCulture);
        folder = (await run.StandardOutput.ReadLineAsync())!;
        Address = address;
    }

    public async ValueTask DisposeAsync()
    {
        if (folder.Length == 0)
            return;
        try
        {
            await KillAsync();
        }
        catch (ArgumentException)
        {
            // Dead already.
        }
        Directory.Delete(folder, recursive: true);
    }
}
