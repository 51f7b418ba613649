using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Accounts;
using ZOE.Matching.Data.Links;
using ZOE.Matching.Domain.Searches;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Domain.Vocabulary;
using ZOE.Matching.Web.Links;
using ZOE.Matching.Web.Tests.Hosting;

namespace ZOE.Matching.Web.Tests.Safety;

/// <summary>A small world in two halves: on each side an employer with its records, a Träger, a client with everything that belongs to it; and one account for each caller.</summary>
public sealed class World
{
    private readonly Dictionary<(string Kind, Side Side), string> _records = [];
    private readonly Dictionary<Caller, PortalUser> _accounts = [];

    /// <summary>The value under a kind of record, as it stands in addresses: an id or a link token.</summary>
    public string this[string kind, Side side] =>
        _records.TryGetValue((kind, side), out var value) ? value : throw new KeyNotFoundException($"The world has no {kind}. Known: {string.Join(", ", Kinds)}");

    public IEnumerable<string> Kinds => _records.Keys.Select(k => k.Kind).Distinct().Order(StringComparer.Ordinal);

    public Guid Id(string kind, Side side) => Guid.Parse(this[kind, side], CultureInfo.InvariantCulture);

    /// <summary>The account of a caller; null for nobody.</summary>
    public PortalUser? AccountOf(Caller caller) => _accounts.GetValueOrDefault(caller);

    /// <summary>A text with the records of one side in place of "{kind}".</summary>
    public string Fill(string text, Side side) => Regex.Replace(text, @"\{(\w+)\}", m => this[m.Groups[1].Value, side]);

    public static async Task<World> CreateAsync(PortalFactory portal)
    {
        var world = new World();
        await using var scope = portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MatchingDbContext>();
        Guid[] teams = [await world.AddTeamAsync(db, "Team X"), await world.AddTeamAsync(db, "Team Y"), await world.AddTeamAsync(db, "Team Z")];
        foreach (var side in Enum.GetValues<Side>())
        {
            var organisations = new WorldOrganisations(db, portal.Clock.GetUtcNow().UtcDateTime, side);
            foreach (var (kind, id) in await organisations.AddAsync()) world.Keep(kind, side, id);
        }

        await world.AddAccountsAsync(portal, teams);
        foreach (var side in Enum.GetValues<Side>())
        {
            world.Keep("team", side, teams[(int)side]);
            world.Keep("concept", side, await db.Concepts.Where(c => c.Kind == ConceptKind.Competence).OrderBy(c => c.Key).Select(c => c.Id).FirstAsync());
            var word = new OpenWord { Kind = ConceptKind.Competence, Folded = $"WORT {side}", Typed = $"Wort {side}", FirstAtUtc = portal.Clock.GetUtcNow().UtcDateTime, LastAtUtc = portal.Clock.GetUtcNow().UtcDateTime };
            db.Add(word);
            world.Keep("openWord", side, word.Id);
            var coach = world.AccountOf(side == Side.X ? Caller.CoachOwn : Caller.CoachForeign)!;
            var officer = side == Side.X ? world.AccountOf(Caller.IntegrationOfficer)!.Id : (Guid?)null;
            var clients = new WorldClients(db, portal.Clock.GetUtcNow().UtcDateTime, world, side, coach);
            foreach (var (kind, id) in await clients.AddAsync(officer)) world.Keep(kind, side, id);
            var search = SavedSearch.Save(coach.Id, PortalRole.Coach, SavedSearchKind.Vacancies, "Lager", SearchCriteria.Of(SavedSearchKind.Vacancies, "Lager", null, 0, []), SearchFrequency.Daily, 0, portal.Clock.GetUtcNow().UtcDateTime).Accepted;
            db.Add(search);
            world.Keep("savedSearch", side, search.Id);
            await world.AddLinksAsync(scope.ServiceProvider, db, side);
        }

        return world;
    }

    private async Task<Guid> AddTeamAsync(MatchingDbContext db, string name)
    {
        var site = await db.Sites.OrderBy(s => s.Code).Select(s => s.Code).FirstAsync();
        var team = new Team { Name = name, SiteCode = site };
        db.Add(team);
        await db.SaveChangesAsync();
        return team.Id;
    }

    private async Task AddAccountsAsync(PortalFactory portal, Guid[] teams)
    {
        _accounts[Caller.EmployerNew] = await portal.AddUserAsync(PortalRole.Employer, employerId: Id("newEmployer", Side.X));
        _accounts[Caller.Employer] = await portal.AddUserAsync(PortalRole.Employer, employerId: Id("employer", Side.X));
        _accounts[Caller.Provider] = await portal.AddUserAsync(PortalRole.Provider, providerId: Id("provider", Side.X));
        _accounts[Caller.CoachOwn] = await portal.AddUserAsync(PortalRole.Coach, teamId: teams[0]);
        _accounts[Caller.CoachForeign] = await portal.AddUserAsync(PortalRole.Coach, teamId: teams[1]);
        _accounts[Caller.EmployerService] = await portal.AddUserAsync(PortalRole.Coach, Duty.EmployerService, teams[2]);
        _accounts[Caller.CourseCare] = await portal.AddUserAsync(PortalRole.Coach, Duty.CourseCare, teams[2]);
        _accounts[Caller.IntegrationOfficer] = await portal.AddUserAsync(PortalRole.Coach, Duty.IntegrationOfficer, teams[2]);
        _accounts[Caller.TeamLead] = await portal.AddUserAsync(PortalRole.TeamLead, teamId: teams[0]);
        _accounts[Caller.Admin] = await portal.AddUserAsync(PortalRole.Admin);
        // Accounts that an administrator may change without taking a caller away.
        Keep("user", Side.X, (await portal.AddUserAsync(PortalRole.Employer, employerId: Id("employer", Side.X))).Id);
        Keep("user", Side.Y, (await portal.AddUserAsync(PortalRole.Coach, teamId: teams[1])).Id);
    }

    private async Task AddLinksAsync(IServiceProvider services, MatchingDbContext db, Side side)
    {
        var links = services.GetRequiredService<LinkDesk>();
        (string Kind, LinkPurpose Purpose, Guid Record, Guid Contact)[] wanted =
        [
            ("proposalToken", LinkPurpose.AnswerProposal, Id("proposal", side), Id("contact", side)),
            ("contactToken", LinkPurpose.ReadContact, Id("releasedProposal", side), Id("contact", side)),
            ("followUpToken", LinkPurpose.AnswerFollowUp, Id("followUp", side), Id("contact", side)),
            ("stopToken", LinkPurpose.StopSavedSearch, Id("savedSearch", side), Id("contact", side)),
            ("takeOverToken", LinkPurpose.TakeOverEmployer, Id("keptEmployer", side), Id("keptContact", side)),
        ];
        foreach (var (kind, purpose, record, contact) in wanted)
        {
            var link = await links.AddAsync(purpose, record, contact, TimeSpan.FromDays(14));
            await db.SaveChangesAsync();
            _records[(kind, side)] = await links.TokenOfAsync(link);
        }
    }

    private void Keep(string kind, Side side, Guid id) => _records[(kind, side)] = id.ToString();
}
