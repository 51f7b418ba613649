using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace ZOE.Matching.Web.Tests.Safety;

/// <summary>One line of endpoints.csv: an endpoint and what each caller must get for a record of side X and of side Y.</summary>
/// <param name="Records">Kinds of record for the parameters of the route, in their order; a word in quotes stands for itself; "~" before a kind: it may be combined with any other.</param>
public sealed partial record EndpointRow(string Method, string Pattern, IReadOnlyList<string> Records, string Query, string Body, IReadOnlyDictionary<Caller, (string X, string Y)> Expected)
{
    public string Key => $"{Method} {Pattern}";

    /// <summary>Only in a demo, or only where jobs run in the process.</summary>
    public bool IsOptional => Pattern.StartsWith("/dev", StringComparison.Ordinal) || Pattern.StartsWith("/admin/hangfire", StringComparison.Ordinal);

    public bool IsRead => Method is "GET" or "ANY";

    /// <summary>What the caller must get for a record of this side.</summary>
    public string ExpectedOf(Caller caller, Side side) => side == Side.X ? Expected[caller].X : Expected[caller].Y;

    /// <summary>The address with the records of one side, or for each parameter with those of its own side.</summary>
    public string Address(World world, params Side[] sides)
    {
        var parameter = 0;
        var path = Parameter().Replace(Pattern, _ =>
        {
            var kind = Records[parameter].TrimStart('~');
            var side = sides[Math.Min(parameter++, sides.Length - 1)];
            return kind.StartsWith('\'') ? kind.Trim('\'') : world[kind, side];
        });
        return "/" + path.TrimStart('/') + world.Fill(Query, sides[0]);
    }

    /// <summary>The fields of the body.</summary>
    public IEnumerable<KeyValuePair<string, string>> Fields(World world, Side side) =>
        Body.Length == 0 ? [] : world.Fill(Body, side).Split('&').Select(f => f.Split('=', 2)).Select(f => KeyValuePair.Create(f[0], f[1]));

    /// <summary>Number of parameters of the route.</summary>
    public int Parameters => Parameter().Count(Pattern);

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}

/// <summary>The hand-written table of all endpoints, and the endpoints that the portal really has.</summary>
public static class EndpointTable
{
    /// <summary>All files of the front end, as one line.</summary>
    public const string StaticAssets = "(static assets)";

    public static IReadOnlyList<EndpointRow> All { get; } = Read();

    /// <summary>The lines that hold for every portal.</summary>
    public static IReadOnlyList<EndpointRow> Rows { get; } = [.. All.Where(r => !r.IsOptional)];

    /// <summary>The endpoints of a running portal as "METHOD pattern"; all static files are one.</summary>
    public static IReadOnlySet<string> Of(IServiceProvider services)
    {
        var keys = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var endpoint in services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints))
        {
            if (endpoint is not RouteEndpoint route)
            {
                keys.Add($"? {endpoint.DisplayName}");
                continue;
            }

            if (route.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
            {
                keys.Add($"GET {StaticAssets}");
                continue;
            }

            var methods = route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods;
            foreach (var method in methods is { Count: > 0 } ? methods.Except(["HEAD"]) : ["ANY"]) keys.Add($"{method} {Plain(route.RoutePattern.RawText)}");
        }

        return keys;
    }

    private static string Plain(string? pattern) => "/" + (pattern ?? "").TrimStart('/');

    private static List<EndpointRow> Read()
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Safety", "endpoints.csv")).Where(l => l.Length > 0 && !l.StartsWith('#')).ToList();
        var callers = lines[0].Split(';').Skip(5).Select(c => Enum.Parse<Caller>(c.Trim())).ToList();
        callers.Should().BeEquivalentTo(Enum.GetValues<Caller>(), "every caller has a column");
        return [.. lines.Skip(1).Select(line =>
        {
            var cells = line.Split(';').Select(c => c.Trim()).ToArray();
            if (cells.Length != callers.Count + 5) throw new FormatException($"{cells.Length} cells instead of {callers.Count + 5}: {line}");
            var expected = callers.Select((caller, i) => (caller, Cell: cells[i + 5].Split('/'))).ToDictionary(c => c.caller, c => (c.Cell[0], c.Cell[^1]));
            return new EndpointRow(cells[0], cells[1], cells[2].Split(' ', StringSplitOptions.RemoveEmptyEntries), cells[3], cells[4], expected);
        })];
    }
}
