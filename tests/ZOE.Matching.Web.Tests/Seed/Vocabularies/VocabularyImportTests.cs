using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ZOE.Matching.Data.Vocabulary;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Domain.Vocabulary;
using ZOE.Matching.Web.Matches;
using ZOE.Matching.Web.Tests.Hosting;
using ZOE.Matching.Web.Vocabulary;

namespace ZOE.Matching.Web.Tests.Seed.Vocabularies;

/// <summary>Imports of the public vocabularies into the database, beside the portal's own one.</summary>
public sealed class VocabularyImportTests : IAsyncLifetime
{
    private readonly PortalFactory _portal = new();
    private readonly VocabularyFolder _folder = new();

    public async ValueTask InitializeAsync() => await _portal.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        _folder.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task Import_SoundFolder_AddsItsRowsToTheOwnVocabulary()
    {
        var own = await _portal.DbAsync(db => db.Concepts.CountAsync());

        var import = await ImportAsync();

        import.State.Should().Be(ImportState.Done, import.Report);
        // Groups: 2 of ESCO, 4 ISCO, 3 KldB, 2 areas; 3 occupations of the BA; competences: 1 of ESCO, 2 of the BA, "Teige". Both occupations of ESCO and "Mauern" are own ones.
        (await _portal.DbAsync(db => db.Concepts.CountAsync())).Should().Be(own + 2 + 4 + 3 + 2 + 3 + 1 + 2 + 1);
        var baker = await _portal.DbAsync(db => db.Concepts.Include(c => c.Labels).Include(c => c.Codes).SingleAsync(c => c.Key == "baecker"));
        baker.Label.Should().Be("Bäcker/Bäckerin");
        baker.Labels.Where(l => l.Origin == VocabularyOrigin.Public).Select(l => l.Text).Should().BeEquivalentTo("Bäcker", "Backwerker", "Brotbäcker", "Bäcker/in (BA)", "Bäcker kurz");
        baker.Codes.Where(c => c.Origin == VocabularyOrigin.Public).Select(c => $"{c.Scheme} {c.Value}").Should().BeEquivalentTo($"esco {VocabularyFolder.BakerUri}", "isco08 7512", "dkz B 29222-100");
        (await _portal.DbAsync(db => db.Postcodes.Select(p => p.Code).OrderBy(c => c).ToListAsync())).Should().Equal("01067", "30159");
        (await _portal.DbAsync(db => db.StagedLabels.CountAsync())).Should().Be(0);
    }

    [Fact]
    public async Task Import_Again_ChangesNothing()
    {
        await ImportAsync();
        var before = await IdsAsync();

        var again = await ImportAsync();

        again.State.Should().Be(ImportState.Done, again.Report);
        (await IdsAsync()).Should().BeEquivalentTo(before);
    }

    [Fact]
    public async Task Import_BadRow_ChangesNothingAndNamesAll()
    {
        await ImportAsync();
        var before = await IdsAsync();
        _folder.Append("kldb_index.csv", "Neu,29222", "Falsch,1", "Unbekannt,99999");

        var import = await ImportAsync();

        import.State.Should().Be(ImportState.Refused);
        import.BadRows.Should().Be(2);
        import.Report.Should().Be("kldb_index.csv, 5: kldb5 \"1\" is not 5 digits\nkldb_index.csv, 6: kldb5 \"99999\" is unknown");
        (await IdsAsync()).Should().BeEquivalentTo(before);
    }

    [Fact]
    public async Task Import_NewerWithoutAUsedConcept_KeepsItRetired()
    {
        await ImportAsync();
        var used = await IdOfAsync("dkz:o:B29222-101");
        await UseAsync(used);
        _folder.Write("dkz_occupations.csv", "dkz_id,bkz,kldb5,kind,level,label,short_label", "3,B 32122-100,32122,a,2,Hochbaumaurer/in,");
        _folder.Write("dkz_esco_occupations.csv", "bkz,label,esco_uri,relation");

        var import = await ImportAsync();

        import.State.Should().Be(ImportState.Done, import.Report);
        var kept = await _portal.DbAsync(db => db.Concepts.Include(c => c.Labels).SingleAsync(c => c.Id == used));
        kept.Retired.Should().BeTrue();
        kept.Labels.Select(l => l.Text).Should().BeEquivalentTo("Pizzabäcker/in", "Pizzabäcker");
        (await _portal.DbAsync(db => db.Concepts.CountAsync(c => c.Key == "dkz:o:B99999-100"))).Should().Be(0, "nobody uses it");
        var words = await _portal.Services.GetRequiredService<VocabularyCache>().GetAsync();
        words.Graph.Label(used).Should().Be("Pizzabäcker/in");
        words.Names.Find("Pizzab", ConceptKind.Occupation, 8).Should().Equal("Pizzabäcker/Pizzabäckerin");
    }

    [Fact]
    public async Task Import_ConceptComesBack_IsNoLongerRetired()
    {
        await ImportAsync();
        var used = await IdOfAsync("dkz:o:B29222-101");
        await UseAsync(used);
        var all = await File.ReadAllLinesAsync(Path.Combine(_folder.Path, "dkz_occupations.csv"));
        _folder.Write("dkz_occupations.csv", all[0]);
        _folder.Write("dkz_esco_occupations.csv", "bkz,label,esco_uri,relation");
        await ImportAsync();
        (await _portal.DbAsync(db => db.Concepts.SingleAsync(c => c.Id == used))).Retired.Should().BeTrue();
        _folder.Write("dkz_occupations.csv", all);

        await ImportAsync();

        (await _portal.DbAsync(db => db.Concepts.SingleAsync(c => c.Id == used))).Retired.Should().BeFalse();
    }

    [Fact]
    public async Task OwnVocabulary_LoadedAfterAnImport_LeavesTheImportedRows()
    {
        await ImportAsync();
        var before = await IdsAsync();

        await _portal.DbAsync(async db =>
        {
            await db.Settings.Where(s => s.Key == Matching.Seed.ReferenceData.HashSetting).ExecuteDeleteAsync();
            await Matching.Seed.ReferenceData.LoadAsync(db);
        });

        (await IdsAsync()).Should().BeEquivalentTo(before);
    }

    [Fact]
    public async Task Page_OfTheAdministrator_NamesSourcesAndTheLastImport()
    {
        await ImportAsync();
        var admin = await _portal.BrowserAsync(await _portal.AddUserAsync(PortalRole.Admin));

        var page = await admin.GetAsync("/admin/vocabulary");

        page.Main.Should().Contain("ESCO-Klassifikation der Europäischen Kommission").And.Contain("© Statistik der Bundesagentur für Arbeit").And.Contain("GeoNames").And.Contain("Der neue Wortschatz gilt").And.Contain("Vocabulary:Folder");
    }

    private async Task<VocabularyImport> ImportAsync() => (await _portal.Services.GetRequiredService<VocabularyImports>().RunAsync(_folder.Path))!;

    private Task<Guid> IdOfAsync(string key) => _portal.DbAsync(db => db.Concepts.Where(c => c.Key == key).Select(c => c.Id).SingleAsync());

    private Task<List<Guid>> IdsAsync() => _portal.DbAsync(async db => (List<Guid>)
    [
        .. await db.Concepts.Select(c => c.Id).ToListAsync(), .. await db.ConceptLabels.Select(c => c.Id).ToListAsync(),
        .. await db.ConceptCodes.Select(c => c.Id).ToListAsync(), .. await db.ConceptRelations.Select(c => c.Id).ToListAsync(),
    ]);

    private async Task UseAsync(Guid conceptId)
    {
        var team = new Team { Name = $"Team {Guid.NewGuid():N}", SiteCode = await _portal.DbAsync(db => db.Sites.OrderBy(x => x.Code).Select(x => x.Code).FirstAsync()) };
        await _portal.DbAsync(async db =>
        {
            db.Add(team);
            await db.SaveChangesAsync();
        });
        var coach = await _portal.AddUserAsync(PortalRole.Coach, teamId: team.Id);
        var client = _portal.NewFakes().NewClient(coach.Id, team.Id);
        client.Profile.Add(new ProfileEntry { ClientId = client.Id, Kind = ConceptKind.Occupation, Typed = "Pizzabäcker", ConceptId = conceptId });
        await _portal.DbAsync(async db =>
        {
            db.Add(client);
            await db.SaveChangesAsync();
        });
    }
}
