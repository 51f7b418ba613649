using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Domain.Law;
using ZOE.Matching.Domain.Places;
using ZOE.Matching.Domain.Vocabulary;
using ZOE.Matching.Seed;
using ZOE.Matching.Web.Tests.Hosting;

namespace ZOE.Matching.Web.Tests.Seed;

/// <summary>The reference files as they stand in the database.</summary>
public sealed class ReferenceDataTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Places_Loaded_AreTheTwentyOneOfTheRegion()
    {
        var places = await portal.DbAsync(db => db.Places.ToListAsync());

        places.Should().HaveCount(21);
        places.Should().ContainSingle(p => p.Area == Area.City).Which.Name.Should().Be("Hannover");
        places.SelectMany(p => p.Postcodes.Split('|')).Should().OnlyHaveUniqueItems().And.OnlyContain(code => code.Length == 5 && code.All(char.IsAsciiDigit));
        places.Should().OnlyContain(p => p.Lat > 52.1 && p.Lat < 52.7 && p.Lon > 9.2 && p.Lon < 10.3);
    }

    [Fact]
    public async Task Sites_Loaded_AreTwentyOfEachKind()
    {
        var sites = await portal.DbAsync(db => db.Sites.ToListAsync());

        sites.GroupBy(s => s.Kind).ToDictionary(g => g.Key, g => g.Count()).Should().BeEquivalentTo(new Dictionary<SiteKind, int>
        {
            [SiteKind.Adult] = 5,
            [SiteKind.Zoe] = 1,
            [SiteKind.Youth] = 1,
            [SiteKind.CareerInfo] = 1,
            [SiteKind.LegalOffice] = 1,
            [SiteKind.Regional] = 11,
        });
    }

    [Fact]
    public async Task Branches_Loaded_FourServeAllOthers()
    {
        var branches = await portal.DbAsync(db => db.Branches.ToListAsync());

        branches.Where(b => b.GermanBranch).Select(b => b.Code).Should().BeEquivalentTo("Commercial", "Care", "Technical", "Hospitality");
        branches.Single(b => b.Code == "Construction").GermanBranchCode.Should().Be("Technical");
        branches.Single(b => b.Code == "Food").GermanBranchCode.Should().Be("Hospitality");
        branches.Should().OnlyContain(b => b.Keywords!.Length > 0 && !b.Keywords.Contains("german:"));
    }

    [Theory]
    [InlineData("Fim"), InlineData("Agh"), InlineData("Integrationskurs"), InlineData("Kompas"), InlineData("Landessprachfoerderung"), InlineData("Perf"), InlineData("Perjuf")]
    [InlineData("Toff"), InlineData("Jugendwerkstatt"), InlineData("Cfk"), InlineData("ArbiMet"), InlineData("Quintam"), InlineData("DeutschFuerDenBeruf"), InlineData("Jobbuero")]
    [InlineData("MySkills"), InlineData("Kompetenzfeststellung"), InlineData("Anpassungsqualifizierung"), InlineData("Externenpruefung"), InlineData("Teilqualifikation")]
    [InlineData("UmschulungBeimTraeger"), InlineData("BetrieblicheEinzelumschulung"), InlineData("Ubh"), InlineData("AvgsMat"), InlineData("AvgsMpav"), InlineData("AvgsMag")]
    [InlineData("BildungsgutscheinWeiterbildung"), InlineData("Abh"), InlineData("Asa"), InlineData("Ausbildung"), InlineData("Egz"), InlineData("Mag"), InlineData("Probebeschaeftigung46")]
    [InlineData("Probebeschaeftigung16f"), InlineData("Nachbetreuung16g"), InlineData("Praktikum"), InlineData("BerufsbezogeneDeutschfoerderung"), InlineData("Jobcoaching")]
    public async Task Instruments_Loaded_HoldEachThatTheFieldNames(string code)
    {
        var instrument = await portal.DbAsync(db => db.Instruments.SingleOrDefaultAsync(i => i.Code == code));

        instrument.Should().NotBeNull();
        instrument!.Status.Should().BeOneOf("current", "historic", "unchecked");
    }

    [Fact]
    public async Task Concepts_Loaded_AllThatTheyPointToIsThere()
    {
        var (concepts, relations, branches) = await portal.DbAsync(async db => (await db.Concepts.Include(c => c.Labels).ToListAsync(), await db.ConceptRelations.ToListAsync(), await db.Branches.Select(b => b.Code).ToListAsync()));
        var ids = concepts.Select(c => c.Id).ToHashSet();

        concepts.Should().HaveCountGreaterThan(600);
        concepts.Where(c => c.BroaderId is not null).Should().OnlyContain(c => ids.Contains(c.BroaderId!.Value));
        concepts.Where(c => c.BranchCode is not null).Should().OnlyContain(c => branches.Contains(c.BranchCode!));
        concepts.Should().OnlyContain(c => c.Labels.Count(l => l.Kind == ConceptLabelKind.Preferred && l.Text == c.Label) == 1);
        relations.Should().NotBeEmpty().And.OnlyContain(r => ids.Contains(r.FromId) && ids.Contains(r.ToId));
        concepts.Single(c => c.Key == "fuehrerschein-c").ValidityMonths.Should().Be(60);
        concepts.Single(c => c.Key == "schweisser").ValidityMonths.Should().BeNull();
    }

    [Fact]
    public async Task Rules_Loaded_KeepFigureFrameAndWhatTheyLift()
    {
        var rules = await portal.DbAsync(db => db.LegalRules.ToDictionaryAsync(r => r.Code));

        rules["MagTwelveWeeks"].Should().Match<LegalRule>(r => r.Figure == 12 && r.Unit == RuleUnit.Weeks && r.Lifts == "MagSixWeeks" && r.Condition == "LongTermUnemployedWithObstacles" && r.ValidUntil == null);
        rules["EgzFormerEmployer"].FrameMonths.Should().Be(48);
        rules["TrialEmployment46ThreeMonths"].ValidFrom.Should().Be(new DateOnly(2012, 4, 1));
    }

    [Fact]
    public async Task Load_SecondTime_ChangesNothing()
    {
        var before = await portal.DbAsync(PrintAsync);

        await portal.DbAsync(async db =>
        {
            // As after a change of one byte: everything is read and compared again.
            await db.Settings.Where(s => s.Key == ReferenceData.HashSetting).ExecuteUpdateAsync(set => set.SetProperty(s => s.Value, "older"));
            await ReferenceData.LoadAsync(db);
        });

        (await portal.DbAsync(PrintAsync)).Should().Be(before);
    }

    [Fact]
    public async Task Load_RowThatDoesNotFit_NamesFileLineAndReason()
    {
        var folder = Directory.CreateTempSubdirectory("zoe-reference-").FullName;
        foreach (var file in Directory.GetFiles(ReferenceData.Folder)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        var sites = Path.Combine(folder, "sites.csv");
        await File.WriteAllTextAsync(sites, (await File.ReadAllTextAsync(sites)).Replace("Freundallee,Jobcenter Freundallee (Ü24),Adult,Hannover", "Freundallee,Jobcenter Freundallee (Ü24),Castle,Hannover"));

        var load = () => portal.DbAsync(db => ReferenceData.LoadAsync(db, folder));

        (await load.Should().ThrowAsync<ReferenceRefused>()).WithMessage("sites.csv, line 4: kind \"Castle\" is none of *");
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<string> PrintAsync(MatchingDbContext db)
    {
        var concepts = await db.Concepts.OrderBy(c => c.Key).Select(c => $"{c.Id} {c.Key} {c.Kind} {c.Label} {c.BroaderId} {c.BranchCode} {c.ValidityMonths}").ToListAsync();
        var labels = await db.ConceptLabels.Select(l => $"{l.Id} {l.ConceptId} {l.Kind} {l.Text}").ToListAsync();
        var relations = await db.ConceptRelations.Select(r => $"{r.Id} {r.FromId} {r.ToId} {r.Kind}").ToListAsync();
        var others = await db.Instruments.Select(i => $"{i.Code} {i.Name} {i.Phase} {i.Note}").ToListAsync();
        var rules = await db.LegalRules.Select(r => $"{r.Code} {r.Figure} {r.Text}").ToListAsync();
        var hash = await db.Settings.Where(s => s.Key == ReferenceData.HashSetting).Select(s => s.Value).SingleAsync();
        return string.Join('\n', concepts.Concat(labels.Order(StringComparer.Ordinal)).Concat(relations.Order(StringComparer.Ordinal)).Concat(others.Order(StringComparer.Ordinal)).Concat(rules.Order(StringComparer.Ordinal)).Append(hash));
    }
}
