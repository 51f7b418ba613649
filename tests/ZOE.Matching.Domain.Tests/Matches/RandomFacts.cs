using CsCheck;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Matches;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Places;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Domain.Vocabulary;
using static ZOE.Matching.Domain.Tests.Matches.MatchWorld;

namespace ZOE.Matching.Domain.Tests.Matches;

/// <summary>Random facts over the small world: dense enough that most pairs touch each other.</summary>
internal static class RandomFacts
{
    private static readonly (ConceptKind Kind, Guid Id)[] Concepts =
    [
        (ConceptKind.Occupation, Metalwork), (ConceptKind.Occupation, Welder), (ConceptKind.Occupation, Fitter), (ConceptKind.Occupation, Office),
        (ConceptKind.Competence, Welding), (ConceptKind.Competence, MagWelding), (ConceptKind.Competence, Drawings),
        (ConceptKind.Competence, Stacking), (ConceptKind.Competence, Typing),
        (ConceptKind.Certificate, LicenceB), (ConceptKind.Certificate, LicenceC), (ConceptKind.Certificate, Forklift),
        (ConceptKind.Language, Arabic),
    ];

    private static readonly string[] Homes = ["city", "near", "far", "away"];

    private static readonly Gen<CefrLevel> Level = Gen.Enum<CefrLevel>();
    private static readonly Gen<Shifts> AnyShifts = Gen.Int[0, 31].Select(s => (Shifts)s);
    private static readonly Gen<DateOnly> Day = Gen.Int[-400, 400].Select(Today.AddDays);

    public static readonly Gen<HeldConcept> Held =
        from c in Gen.OneOf(Concepts)
        from level in Gen.Enum<SkillLevel>()
        from kind in Gen.Enum<EvidenceKind>()
        from proved in Gen.Int[0, 4_000].Select(d => Today.AddDays(-d))
        from until in Day.NullFor(0.7)
        from years in Gen.Int[0, 9].Select(y => (int?)y)
        select new HeldConcept(c.Kind, c.Id, level, kind, proved, until, years);

    public static readonly Gen<RequirementFacts> Requirement =
        from c in Gen.OneOf(Concepts[4..])
        from linked in Gen.Int[0, 9]
        from level in Gen.Enum<SkillLevel>()
        from weight in Gen.Enum<RequirementWeight>()
        from law in Gen.Int[0, 19]
        select new RequirementFacts(c.Kind, linked == 0 ? null : c.Id, "getippt", level, weight, law == 0);

    public static readonly Gen<ClientFacts> Client =
        from id in Gen.Guid
        from permission in Gen.Frequency((8, Gen.Const(WorkPermission.Allowed)), (1, Gen.Enum<WorkPermission>()))
        from home in Gen.OneOf(Homes).NullFor(0.1)
        from spoken in Level.NullFor(0.2)
        from written in Level.NullFor(0.2)
        from forms in Gen.Enum<PlacementKind>().Array[0, 3]
        from hours in Gen.Int[10, 40].NullFor(0.3)
        from shifts in AnyShifts
        from available in Day.NullFor(0.2)
        from held in Held.Array[0, 6]
        select new ClientFacts(id, permission, null, home, spoken, written, [.. forms.Distinct()], hours, shifts, available, held);

    public static readonly Gen<VacancyFacts> Vacancy =
        from id in Gen.Guid
        from occupation in Gen.OneOf(Metalwork, Welder, Fitter, Office).Select(o => (Guid?)o)
        from unlinked in Gen.Int[0, 4]
        from branch in Gen.OneOf("metal", "office").NullFor(0.2)
        from kind in Gen.Enum<PlacementKind>()
        from spoken in Level
        from written in Level
        from fine in Gen.Bool
        from hours in Gen.Int[10, 40]
        from shifts in AnyShifts
        from place in Gen.OneOf(Homes)
        from start in Day
        from requirements in Requirement.Array[0, 4]
        select new VacancyFacts(
            id, Id(1), unlinked == 0 ? null : occupation, branch, kind, spoken, written, fine, hours, shifts, place, start, requirements);

    public static readonly Gen<CourseFacts> Course =
        from id in Gen.Guid
        from gives in Gen.OneOf(LicenceB, LicenceC, Forklift, MagWelding)
        from open in Gen.Bool
        from start in Gen.Int[0, 60]
        from length in Gen.Int[1, 200]
        from entry in Level
        select new CourseFacts(
            id, Id(1), open, "metal", Today.AddDays(start), Today.AddDays(start + length), Today.AddDays(start), 20, CourseMode.PartTime, entry,
            CefrLevel.None, "city", [new(ConceptKind.Certificate, gives)]);

    public static readonly Gen<MatchContext> Worlds = Course.Array[0, 6].Select(With);

    private static readonly Guid[] Skills = [Welding, MagWelding, Drawings, Stacking, Typing, LicenceB, LicenceC, Forklift, Id(999)];

    public static readonly Gen<ReleasedProfile> Profile =
        from id in Gen.Guid
        from occupation in Gen.OneOf(Metalwork, Welder, Welder, Fitter, Office).Select(o => (Guid?)o)
        from without in Gen.Int[0, 9]
        from qualification in Gen.Enum<QualificationGroup>()
        from area in Gen.Enum<Area>().NullFor(0.1)
        from german in Gen.Enum<CefrLevel>()
        from years in Gen.Int[0, 8].NullFor(0.3)
        from forms in Gen.Enum<PlacementKind>().Array[0, 2]
        from skills in Gen.OneOf(Skills).Array[0, 7]
        from hours in Gen.Int[5, 40].NullFor(0.3)
        from available in Day.NullFor(0.5)
        select new ReleasedProfile(
            id, without == 0 ? null : occupation, qualification, area, german, years, [.. forms.Distinct()], [.. skills.Distinct()], hours, available);

    private static Gen<T?> NullFor<T>(this Gen<T> gen, double share) where T : struct =>
        Gen.Select(gen, Gen.Double[0, 1], (value, dice) => dice < share ? (T?)null : value);

    private static Gen<string?> NullFor(this Gen<string> gen, double share) =>
        Gen.Select(gen, Gen.Double[0, 1], (value, dice) => dice < share ? null : value);
}
