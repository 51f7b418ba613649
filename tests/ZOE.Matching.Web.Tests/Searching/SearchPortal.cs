using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using ZOE.Matching.Data.Accounts;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Search;
using ZOE.Matching.Seed;
using ZOE.Matching.Web.Jobs;
using ZOE.Matching.Web.Tests.Hosting;

namespace ZOE.Matching.Web.Tests.Searching;

/// <summary>A portal with vacancies and courses as a test wants them.</summary>
public class SearchPortal : PortalFactory
{
    /// <summary>Garbsen: 15 km from the middle of Hannover.</summary>
    public const string Garbsen = "03241005";

    public async Task<(PortalUser User, Employer Employer)> EmployerAsync()
    {
        var fakes = NewFakes();
        var coach = await AddUserAsync(PortalRole.Coach);
        var employer = fakes.NewEmployer(coach.Id);
        await DbAsync(db =>
        {
            db.Add(employer);
            return db.SaveChangesAsync();
        });
        return (await AddUserAsync(PortalRole.Employer, employerId: employer.Id), employer);
    }

    public async Task<Vacancy> VacancyAsync(Employer employer, Action<Vacancy> vary)
    {
        var vacancy = NewFakes().NewVacancy(employer);
        vacancy.PlaceAgs = Fakes.City;
        vary(vacancy);
        vacancy.Published(employer, Clock.GetUtcNow().UtcDateTime);
        await DbAsync(db =>
        {
            db.Add(vacancy);
            return db.SaveChangesAsync();
        });
        return vacancy;
    }

    public async Task<(PortalUser User, Provider Provider)> ProviderAsync()
    {
        var provider = NewFakes().NewProvider((await AddUserAsync(PortalRole.Coach)).Id);
        await DbAsync(db =>
        {
            db.Add(provider);
            return db.SaveChangesAsync();
        });
        return (await AddUserAsync(PortalRole.Provider, providerId: provider.Id), provider);
    }

    public async Task<Course> CourseAsync(Provider provider, Action<Course> vary)
    {
        var course = NewFakes().NewCourse(provider);
        vary(course);
        course.Published(provider, Clock.GetUtcNow().UtcDateTime);
        await DbAsync(db =>
        {
            db.Add(course);
            return db.SaveChangesAsync();
        });
        return course;
    }

    /// <summary>Brings everything saved into the index.</summary>
    public async Task SettleAsync()
    {
        for (var i = 0; i < 20 && await RunJobAsync<ProjectJob>() > 0; i++) { }
    }
}

/// <summary>The same portal while the search engine does not answer.</summary>
public sealed class DownPortal : SearchPortal
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.AddSingleton<ISearchIndex>(new DownIndex()));
    }
}

/// <summary>An engine that does not answer.</summary>
internal sealed class DownIndex : ISearchIndex
{
    private static SearchUnavailableException Down => new("Nobody answers.");

    public Task<IReadOnlyList<ChangeResult>> ApplyAsync(SearchKind kind, IReadOnlyList<IndexChange> changes, CancellationToken cancellation = default) => throw Down;

    public Task<SearchPage> SearchAsync(SearchKind kind, SearchQuery query, CancellationToken cancellation = default) => throw Down;

    public Task<int> CountAsync(SearchKind kind, CancellationToken cancellation = default) => throw Down;

    public IAsyncEnumerable<IndexedVersion> VersionsAsync(SearchKind kind, CancellationToken cancellation = default) => throw Down;

    public Task<IRebuildSession> BeginRebuildAsync(SearchKind kind, CancellationToken cancellation = default) => throw Down;

    public Task<int> PurgeAsync(SearchKind kind, DateTime markedBeforeUtc, CancellationToken cancellation = default) => throw Down;

    public Task<IReadOnlyList<IndexHealth>> HealthAsync(CancellationToken cancellation = default) => Task.FromResult<IReadOnlyList<IndexHealth>>([]);
}
