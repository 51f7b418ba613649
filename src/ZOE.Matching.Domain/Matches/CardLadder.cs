using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Places;

namespace ZOE.Matching.Domain.Matches;

/// <summary>What an employer can filter by: the tuple that enough released profiles must share.</summary>
internal readonly record struct SearchTuple(
    Guid? Occupation, QualificationGroup Qualification, CardArea Area, CefrLevel German, ExperienceBand Experience, int Forms);

/// <summary>
/// The fixed ladder along which a tuple is made more general, one rung after the other, until it has company:
/// 0 as it is · 1 experience not shown · 2 forms not shown · 3 city or Umland instead of sector · 4 qualification not shown ·
/// 5 broader occupation · 6 German lowered to the lower of its pair (A1/A2, B1/B2, C1/C2) · 7 area not shown ·
/// 8 still broader occupation · 9 occupation not shown · 10 German not shown.
/// </summary>
internal static class CardLadder
{
    public const int Rungs = 11;

    public static SearchTuple At(int rung, ReleasedProfile profile, VocabularyGraph graph) => new(
        Occupation(profile.OccupationId, rung, graph),
        rung >= 4 ? QualificationGroup.Unknown : profile.Qualification,
        profile.Area is not { } area || rung >= 7 ? CardArea.Any : rung >= 3 ? Coarse(area) : CardAreas.Of(area),
        rung >= 10 ? CefrLevel.None : rung >= 6 ? LowerOfPair(profile.German) : profile.German,
        rung >= 1 ? ExperienceBand.Any : Band(profile.Years),
        rung >= 2 ? 0 : profile.Forms.Aggregate(0, (set, form) => set | (1 << (int)form)));

    public static ExperienceBand Band(int? years) => years switch
    {
        null => ExperienceBand.Any,
        < 2 => ExperienceBand.UnderTwo,
        <= 5 => ExperienceBand.TwoToFive,
        _ => ExperienceBand.OverFive,
    };

    private static Guid? Occupation(Guid? occupation, int rung, VocabularyGraph graph)
    {
        if (occupation is not { } id || rung >= 9 || !graph.Knows(id)) return null;
        var broader = graph.Broader(id);
        var steps = rung >= 8 ? 2 : rung >= 5 ? 1 : 0;
        return steps == 0 || broader.Count == 0 ? id : broader[Math.Min(steps, broader.Count) - 1];
    }

    private static CardArea Coarse(Area area) => area switch
    {
        Area.City => CardArea.City,
        Area.North or Area.East or Area.South or Area.West => CardArea.Region,
    };

    private static CefrLevel LowerOfPair(CefrLevel level) => level switch
    {
        CefrLevel.None => CefrLevel.None,
        CefrLevel.A1 or CefrLevel.A2 => CefrLevel.A1,
        CefrLevel.B1 or CefrLevel.B2 => CefrLevel.B1,
        CefrLevel.C1 or CefrLevel.C2 => CefrLevel.C1,
    };
}
