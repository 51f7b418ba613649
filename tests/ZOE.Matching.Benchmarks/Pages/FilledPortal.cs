using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Projections;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Search;
using ZOE.Matching.Web;
using ZOE.Matching.Web.Projections;
using ZOE.Matching.Web.Start;
using ZOE.Matching.Web.Vocabulary;

namespace ZOE.Matching.Benchmarks.Pages;

/// <summary>What the visitors need to know of a filled portal.</summary>
/// <param name="Names">Titles of vacancies and names of competences, from which searches are made.</param>
/// <param name="OwnVacancies">Open vacancies of the demo employer.</param>
internal sealed record PortalContent(IReadOnlyList<string> Names, IReadOnlyList<Guid> OwnVacancies, IReadOnlyList<string> Places, int Cards);

/// <summary>A data folder with a portal of a size: made by the product's own start, import, projection and rebuild.</summary>
internal sealed class FilledPortal(string folder, PortalSize size, Options options)
{
    private readonly string _made = Path.Combine(folder, "filled");

    /// <summary>Fills the database unless that was done before, and builds the index of the engine.</summary>
    public async Task<PortalContent> PrepareAsync(IReadOnlyList<string> engine)
    {
        Directory.CreateDirectory(folder);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = [.. Settings(folder), .. engine, "--Logging:LogLevel:Default=Warning"], EnvironmentName = "Development", ContentRootPath = Repository.Web });
        builder.AddPortal();
        await using var app = builder.Build();
        // Resolved, so that it is given back at the end: the portal under measurement takes the folder next.
        app.Services.GetRequiredService<DataFolderLock>();
        await app.PrepareAsync();
        if (!File.Exists(_made)) await FillAsync(app.Services);
        foreach (var kind in Enum.GetValues<SearchKind>())
            if (!await app.Services.GetRequiredService<IndexRebuilds>().RunAsync(kind))
                throw new InvalidOperationException($"The index {kind} could not be built.");
        return await ContentAsync(app.Services);
    }

    /// <summary>Settings of a portal over the folder: no jobs, as a web process beside a worker has it.</summary>
    public static IReadOnlyList<string> Settings(string folder) => [$"--Data:Folder={folder}", "--Jobs:Storage=None"];

    private async Task FillAsync(IServiceProvider services)
    {
        if (options.Vocabulary is { } vocabulary)
            await services.GetRequiredService<VocabularyImports>().RunAsync(vocabulary);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MatchingDbContext>();
        var clock = services.GetRequiredService<TimeProvider>();
        await new Crowd(db, clock, options.Seed).FillAsync(size);
        var cards = await ProjectionTasks.TakeAsync(db, [ProjectionKind.AllCards], 1, clock.NowUtc(), TimeSpan.FromHours(1));
        await scope.ServiceProvider.GetRequiredService<CardProjector>().ProjectAsync(cards.Single(), CancellationToken.None);
        // The index is built whole; what is left are match rows, which no search page reads.
        await db.ProjectionTasks.ExecuteUpdateAsync(set => set.SetProperty(t => t.DoneVersion, t => t.Version));
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        await File.WriteAllTextAsync(_made, size.ToString());
    }

    private static async Task<PortalContent> ContentAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MatchingDbContext>();
        var own = (await db.Users.SingleAsync(u => u.Email == "arbeitgeber@demo.example")).EmployerId;
        var today = services.GetRequiredService<TimeProvider>().Today();
        var titles = await db.Vacancies.Where(v => v.State == VacancyState.Published).Select(v => v.Title).Distinct().OrderBy(t => t).Take(300).ToListAsync();
        var skills = await db.VacancyRequirements.Select(r => r.Typed).Distinct().OrderBy(t => t).Take(300).ToListAsync();
        return new PortalContent(
            [.. titles.Select(t => t.Replace("(m/w/d)", "", StringComparison.Ordinal).Trim()), .. skills],
            await db.Vacancies.Where(v => v.EmployerId == own && v.State == VacancyState.Published && v.ExpiresOn >= today).OrderBy(v => v.Id).Select(v => v.Id).ToListAsync(),
            await db.Places.OrderBy(p => p.Ags).Select(p => p.Name).ToListAsync(),
            await db.Cards.CountAsync());
    }
}
