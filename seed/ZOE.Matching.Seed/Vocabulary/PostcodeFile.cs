using ZOE.Matching.Domain.Places;

namespace ZOE.Matching.Seed.Vocabulary;

/// <summary>Postcodes of Germany with the point of each place.</summary>
internal static class PostcodeFile
{
    public static List<Postcode> Read(VocabularySource source)
    {
        var seen = new HashSet<(string, string)>();
        var postcodes = new List<Postcode>();
        source.Each("plz.csv", ["plz", "place", "state", "district", "district_ags", "lat", "lon"], row =>
        {
            var postcode = new Postcode
            {
                Code = row.Digits("plz", 5, 5),
                Town = row.Text("place"),
                State = row.Text("state"),
                District = row.Optional("district"),
                DistrictAgs = row.Optional("district_ags") is null ? null : row.Digits("district_ags", 5, 5),
                Lat = row.Degrees("lat", 47, 56),
                Lon = row.Degrees("lon", 5, 16),
            };
            if (!seen.Add((postcode.Code, postcode.Town))) throw new RowRefused($"{postcode.Code} {postcode.Town} stands twice");
            postcodes.Add(postcode);
        });
        return postcodes;
    }
}
