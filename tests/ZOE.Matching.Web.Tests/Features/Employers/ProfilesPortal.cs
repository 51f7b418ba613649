using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ZOE.Matching.Data.Accounts;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Domain.Vocabulary;
using ZOE.Matching.Search;
using ZOE.Matching.Seed;
using ZOE.Matching.Web.Tests.Searching;

namespace ZOE.Matching.Web.Tests.Features.Employers;

/// <summary>A portal with people to be found: 6 cooks in the city (B1), 7 forklift drivers in the city (A2, five show that they drive), 6 welders in the west (B2), 5 care assistants.</summary>
public class ProfilesPortal : SearchPortal
{
    private readonly SemaphoreSlim _once = new(1, 1);
    private bool _peopled;

    public async Task<(PortalUser User, Employer Employer)> PeopledEmployerAsync()
    {
        await _once.WaitAsync();
        try
        {
            if (!_peopled) await PeopleAsync();
            _peopled = true;
        }
        finally
        {
            _once.Release();
        }

        return await EmployerAsync();
    }

    public Task<Concept> ConceptAsync(ConceptKind kind, string label) => DbAsync(db => db.Concepts.AsNoTracking().SingleAsync(c => c.Kind == kind && c.Label == label));

    private async Task PeopleAsync()
    {
        await AddAsync(6, "Koch/Köchin", CefrLevel.B1, Fakes.City, 6, "Speisen zubereiten");
        await AddAsync(7, "Gabelstaplerfahrer/Gabelstaplerfahrerin", CefrLevel.A2, Fakes.City, 5, "Gabelstapler fahren");
        await AddAsync(6, "Schweißer/Schweißerin", CefrLevel.B2, Garbsen, 6, "Schweißen");
        await AddAsync(5, "Altenpflegehelfer/Altenpflegehelferin", CefrLevel.B1, Fakes.City, 0, null);
        await SettleAsync();
    }

    private async Task AddAsync(int people, string occupation, CefrLevel german, string place, int skilled, string? skill)
    {
        var team = new Team { Name = $"Team {occupation}", SiteCode = await DbAsync(db => db.Sites.OrderBy(x => x.Code).Select(x => x.Code).FirstAsync()) };
        await DbAsync(db =>
        {
            db.Add(team);
            return db.SaveChangesAsync();
        });
        var coach = await AddUserAsync(PortalRole.Coach, teamId: team.Id);
        var today = Clock.Today();
        var job = await ConceptAsync(ConceptKind.Occupation, occupation);
        var can = skill is null ? null : await ConceptAsync(ConceptKind.Competence, skill);
        var fakes = NewFakes();
        await DbAsync(db =>
        {
            for (var i = 0; i < people; i++)
            {
                var client = fakes.NewClient(coach.Id, team.Id).WithGerman(german, today).WithSkill(job, SkillLevel.Independent, today).WithSearchConsent(today);
                client.PlaceAgs = place;
                if (i < skilled) client.WithSkill(can!, SkillLevel.Independent, today);
                db.Add(client);
            }

            return db.SaveChangesAsync();
        });
    }
}

/// <summary>The same people while the search engine does not answer.</summary>
public sealed class ProfilesDownPortal : ProfilesPortal
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.AddSingleton<ISearchIndex>(new DownIndex()));
    }
}
