using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Vocabulary;
using ZOE.Matching.Seed;
using ZOE.Matching.Web.Jobs;
using ZOE.Matching.Web.Settings;
using ZOE.Matching.Web.Start;
using ZOE.Matching.Web.Vocabulary;

namespace ZOE.Matching.Web;

/// <summary>The portal as a process: build, prepare, serve; or one verb ("migrate", "import-vocabulary FOLDER") and done.</summary>
public static class Portal
{
    private const string ImportVerb = "import-vocabulary";

    public static async Task RunAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddPortal();
        await using var app = builder.Build();
        app.UsePortal();
        if (args.Contains("migrate"))
        {
            await using var scope = app.Services.CreateAsyncScope();
            await Migration.RunAsync(scope.ServiceProvider.GetRequiredService<MatchingDbContext>());
            Console.WriteLine("The database is up to date.");
            return;
        }

        if (Array.IndexOf(args, ImportVerb) is >= 0 and var at)
        {
            await ImportVocabularyAsync(app, args.ElementAtOrDefault(at + 1));
            return;
        }

        await app.PrepareAsync();
        try
        {
            await app.StartAsync();
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            throw new ConfigurationRefused("The address of the portal is in use by another program. Stop that one, or choose another port: --urls http://localhost:5090");
        }

        app.StartTicking();
        SayWhereItIs(app);
        await app.WaitForShutdownAsync();
    }

    private static async Task ImportVocabularyAsync(WebApplication app, string? folder)
    {
        if (string.IsNullOrWhiteSpace(folder) || !Directory.Exists(folder)) throw new ConfigurationRefused($"Name the folder of the files: {ImportVerb} FOLDER");
        await app.RequireMigratedAsync();
        var done = await app.Services.GetRequiredService<VocabularyImports>().RunAsync(Path.GetFullPath(folder))
            ?? throw new ConfigurationRefused("Another import runs already. Wait for its end (page \"Wortschatz\" of the administrator).");
        if (done.State != ImportState.Done) throw new ConfigurationRefused($"Nothing was imported. {done.BadRows} bad rows:\n{done.Report}");
        Console.WriteLine(done.Report);
    }

    private static void SayWhereItIs(WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        Console.WriteLine($"ZOE.Matching is ready: {string.Join(", ", addresses)}");
        if (!app.Services.GetRequiredService<PortalSettings>().Demo) return;
        Console.WriteLine($"Demo sign-ins (password for all: {DemoAccounts.Password}):");
        foreach (var account in DemoAccounts.All) Console.WriteLine($"  {account.Role,-9} {account.Email,-38} {account.About}");
        Console.WriteLine("Clock and mails: /dev");
    }
}
