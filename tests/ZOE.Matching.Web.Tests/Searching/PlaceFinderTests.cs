using ZOE.Matching.Domain.Places;
using ZOE.Matching.Web.Searching;

namespace ZOE.Matching.Web.Tests.Searching;

public class PlaceFinderTests
{
    private const string Hannover = "03241001", Garbsen = "03241005", Neustadt = "03241012", Pattensen = "03241013", Langenhagen = "03241010", Isernhagen = "03241008";

    // Points and parts as tests need them, kilometres between them checked on a map.
    private static readonly PlaceFinder Finder = new(
        [
            Municipality(Hannover, "Hannover", 52.379, 9.770, "30159|30419", "Burg|List|Linden-Nord|Linden-Süd|Mitte|Isernhagen-Süd"),
            Municipality(Garbsen, "Garbsen", 52.451, 9.572, "30823|30826", "Berenbostel|Horst"),
            Municipality(Neustadt, "Neustadt am Rübenberge", 52.555, 9.465, "31535", "Hagen"),
            Municipality(Pattensen, "Pattensen", 52.238, 9.763, "30982", "Schulenburg"),
            Municipality(Langenhagen, "Langenhagen", 52.466, 9.705, "30851", "Schulenburg|Kaltenweide"),
            Municipality(Isernhagen, "Isernhagen", 52.457, 9.850, "30916", ""),
        ],
        [
            Postcode("30159", "Hannover", "Region Hannover", "03241", 52.37, 9.74),
            Postcode("29221", "Celle", "Landkreis Celle", "03351", 52.62, 10.08),
            Postcode("29223", "Celle", "Landkreis Celle", "03351", 52.64, 10.08),
            Postcode("31134", "Hildesheim", "Landkreis Hildesheim", "03254", 52.15, 9.95),
            Postcode("31848", "Bad Münder am Deister", "Landkreis Hameln-Pyrmont", "03252", 52.19, 9.47),
            Postcode("31655", "Stadthagen", "Landkreis Schaumburg", "03257", 52.32, 9.20),
            Postcode("01796", "Pirna", "Landkreis Sächsische Schweiz", "14628", 50.96, 13.94),
            Postcode("01844", "Neustadt", "Landkreis Sächsische Schweiz", "14628", 51.02, 14.22),
            Postcode("38300", "Wolfenbüttel", "Landkreis Wolfenbüttel", "03158", 52.16, 10.53),
            Postcode("23743", "Grömitz", "Kreis Ostholstein", "01055", 54.15, 10.96),
            Postcode("58095", "Hagen", "Kreisfreie Stadt Hagen", "05914", 51.36, 7.47),
            Postcode("26655", "Westerstede", "Landkreis Ammerland", "03451", 53.26, 7.92),
            Postcode("29331", "Lachendorf", "Landkreis Celle", "03351", 52.61, 10.24),
            Postcode("31162", "Bodenburg", null, null, 52.02, 10.01),
            Postcode("99999", "Zweimal", "Landkreis Fern", "16001", 51.0, 11.0),
            Postcode("38111", "Zweimal", "Landkreis Nah", "03999", 52.3, 10.5),
        ]);

    [Theory]
    [InlineData("Garbsen", "Garbsen", Garbsen)]
    [InlineData("GARBSEN ", "Garbsen", Garbsen)]
    [InlineData("03241005", "Garbsen", Garbsen)]
    [InlineData("30826", "Garbsen", Garbsen)]
    [InlineData("30826 Garbsen", "Garbsen", Garbsen)]
    [InlineData("Garbsen, 30826", "Garbsen", Garbsen)]
    [InlineData("Neustadt", "Neustadt am Rübenberge", Neustadt)] // not the one in Saxony
    [InlineData("neustadt am ruebenberge", "Neustadt am Rübenberge", Neustadt)]
    [InlineData("Hannover-Irgendwo", "Hannover", Hannover)]
    [InlineData("Linden", "Hannover", Hannover)] // Nord and Süd lie in one municipality
    [InlineData("linden nord", "Linden-Nord (Hannover)", Hannover)]
    [InlineData("Hannover Linden-Nord", "Hannover", Hannover)]
    [InlineData("Burg", "Burg (Hannover)", Hannover)]
    [InlineData("Berenbostel", "Berenbostel (Garbsen)", Garbsen)]
    [InlineData("Hagen", "Hagen (Neustadt am Rübenberge)", Neustadt)] // the Region first
    [InlineData("Isernhagen", "Isernhagen", Isernhagen)]
    [InlineData("Hanover", "Hannover", Hannover)]
    [InlineData("Lindn", "Hannover", Hannover)]
    [InlineData("Langenhaagen", "Langenhagen", Langenhagen)]
    [InlineData("Berenbostl", "Berenbostel (Garbsen)", Garbsen)]
    [InlineData("Neustadt am Rubenberge", "Neustadt am Rübenberge", Neustadt)]
    public void Find_PlaceOfTheRegion_IsItsMunicipality(string typed, string name, string ags)
    {
        var found = Finder.Find(typed, 0);
        found!.Name.Should().Be(name);
        found.Ags.Should().Equal(ags);
        found.Code.Should().Be(ags);
    }

    [Theory]
    [InlineData("Celle", "Celle", "29221")]
    [InlineData("celle ", "Celle", "29221")]
    [InlineData("29223", "29223 Celle", "29223")]
    [InlineData("29223 Celle", "29223 Celle", "29223")]
    [InlineData("Bad Münder", "Bad Münder am Deister", "31848")]
    [InlineData("Hildesheimm", "Hildesheim", "31134")]
    [InlineData("Landkreis Celle", "Landkreis Celle", "K03351")]
    [InlineData("Schaumburg", "Landkreis Schaumburg", "K03257")]
    [InlineData("Ostholstein", "Kreis Ostholstein", "K01055")]
    [InlineData("Bodenburg", "Bodenburg", "31162")] // no district is known
    [InlineData("Zweimal", "Zweimal", "38111")] // the one nearer to the Region
    public void Find_PlaceElsewhere_IsFoundAgainByItsCode(string typed, string name, string code)
    {
        var found = Finder.Find(typed, 0);
        (found!.Name, found.Code).Should().Be((name, code));
        found.Ags.Should().BeEmpty("only municipalities of the Region hold records");
        Finder.Find(code, 50)!.Ags.Should().Equal(Finder.Find(typed, 50)!.Ags);
    }

    // Hildesheim to Pattensen 16 km, to Hannover 29 km, to Isernhagen 35 km, to Langenhagen 39 km, to Garbsen 43 km, to Neustadt 56 km.
    [Theory]
    [InlineData(10, "")]
    [InlineData(20, Pattensen)]
    [InlineData(30, Hannover + "," + Pattensen)]
    [InlineData(37, Hannover + "," + Isernhagen + "," + Pattensen)]
    public void Find_RadiusAroundATownElsewhere_IsTheMunicipalitiesWithin(int radius, string ags) =>
        Finder.Find("Hildesheim", radius)!.Ags.Should().Equal(ags.Split(',', StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void Find_RegionItself_IsAllOfIt() => Finder.Find("Region Hannover", 0)!.Ags.Should().BeEquivalentTo(Finder.Places.Select(p => p.Ags));

    [Theory]
    [InlineData("Timbuktu")]
    [InlineData("99998")]
    [InlineData("Schulenburg")] // two municipalities have one
    [InlineData("-")]
    [InlineData("Bur")]
    [InlineData("'; DROP TABLE")]
    public void Find_UnknownPlace_SaysSo(string typed)
    {
        var found = Finder.Find(typed, 50);
        (found!.Name, found.Code).Should().Be((null, null));
        found.Ags.Should().BeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Find_NothingTyped_IsNoPlace(string typed) => Finder.Find(typed, 50).Should().BeNull();

    [Theory]
    [InlineData("Garbsen", Garbsen)]
    [InlineData("neustadt", Neustadt)]
    [InlineData("Mitte", null)]
    [InlineData("30159", null)]
    [InlineData("Celle", null)]
    public void Municipality_OnlyNamesOfMunicipalities_AreOne(string word, string? ags) => (Finder.Municipality(word)?.Ags).Should().Be(ags);

    private static Place Municipality(string ags, string name, double lat, double lon, string postcodes, string parts) =>
        new() { Ags = ags, Name = name, Lat = lat, Lon = lon, Postcodes = postcodes, Parts = parts };

    private static Postcode Postcode(string code, string town, string? district, string? ags, double lat, double lon) =>
        new() { Code = code, Town = town, State = "Land", District = district, DistrictAgs = ags, Lat = lat, Lon = lon };
}
