using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Matches;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Places;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Domain.Vocabulary;

namespace ZOE.Matching.Domain.Tests.Matches;

/// <summary>A small world with known numbers: three places, a handful of concepts, a client and a vacancy that fit in every respect.</summary>
internal static class MatchWorld
{
    public static readonly DateOnly Today = new(2027, 3, 1);
    public static readonly DateOnly Start = new(2027, 4, 1);

    public static readonly Guid Metalwork = Id(1), Welder = Id(2), Fitter = Id(3), Office = Id(4);
    public static readonly Guid Welding = Id(11), MagWelding = Id(12), Drawings = Id(13), Stacking = Id(14), Typing = Id(15);
    public static readonly Guid LicenceB = Id(21), LicenceC = Id(22), Forklift = Id(23);
    public static readonly Guid Arabic = Id(31);

    public static readonly VocabularyGraph Graph = VocabularyGraph.Build(
        [
            Concept(Metalwork, ConceptKind.Occupation, "Metallberufe", branch: "metal"),
            Concept(Welder, ConceptKind.Occupation, "Schweißer/in", Metalwork, "metal"),
            Concept(Fitter, ConceptKind.Occupation, "Schlosser/in", Metalwork, "metal"),
            Concept(Office, ConceptKind.Occupation, "Bürokraft", branch: "office"),
            Concept(Welding, ConceptKind.Competence, "Schweißen"),
            Concept(MagWelding, ConceptKind.Competence, "MAG-Schweißen", Welding),
            Concept(Drawings, ConceptKind.Competence, "Zeichnungen lesen"),
            Concept(Stacking, ConceptKind.Competence, "Lager einräumen"),
            Concept(Typing, ConceptKind.Competence, "Tastschreiben"),
            Concept(LicenceB, ConceptKind.Certificate, "Führerschein B"),
            Concept(LicenceC, ConceptKind.Certificate, "Führerschein C", LicenceB),
            Concept(Forklift, ConceptKind.Certificate, "Gabelstaplerschein"),
            Concept(Arabic, ConceptKind.Language, "Arabisch"),
        ],
        [
            new() { FromId = Welder, ToId = MagWelding, Kind = ConceptRelationKind.Essential },
            new() { FromId = Welder, ToId = Drawings, Kind = ConceptRelationKind.Essential },
            new() { FromId = Welder, ToId = Stacking, Kind = ConceptRelationKind.Optional },
        ]);

    // One degree of latitude is 111.19 km: 12 km, 36 km and 72 km from the city, rounded up.
    public static readonly DistanceTable Distances = new(
    [
        Place("city", 52.0), Place("near", 52.1), Place("far", 52.32), Place("away", 52.64),
    ]);

    public static readonly ClientFacts Seeker = new(
        Id(1001), WorkPermission.Allowed, null, "city", CefrLevel.B1, CefrLevel.B1, [PlacementKind.Job], 40, Shifts.Day, Today,
        [Has(Welder, ConceptKind.Occupation, years: 5)]);

    public static readonly VacancyFacts Opening = new(
        Id(2001), Id(3001), Welder, "metal", PlacementKind.Job, CefrLevel.B1, CefrLevel.A2, false, 40, Shifts.Day, "city", Start, []);

    public static MatchContext Context { get; } = new(Graph, CourseList.Empty, Distances, Today);

    public static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    public static MatchContext With(params CourseFacts[] courses) => Context with { Courses = new(courses) };

    public static HeldConcept Has(
        Guid id, ConceptKind kind = ConceptKind.Competence, SkillLevel level = SkillLevel.Expert, EvidenceKind evidence = EvidenceKind.Certificate,
        DateOnly? on = null, DateOnly? until = null, int? years = null) => new(kind, id, level, evidence, on ?? Today, until, years);

    public static RequirementFacts Asks(
        Guid? id, ConceptKind kind = ConceptKind.Competence, SkillLevel level = SkillLevel.Independent,
        RequirementWeight weight = RequirementWeight.Required, bool byLaw = false) => new(kind, id, "getippt", level, weight, byLaw);

    public static ClientFacts ClientWith(params HeldConcept[] held) => Seeker with { Held = held };

    public static VacancyFacts VacancyWith(params RequirementFacts[] requirements) => Opening with { Requirements = requirements };

    public static CourseFacts Course(int number, Guid? gives = null, DateOnly? starts = null, DateOnly? ends = null) => new(
        Id(4000 + number), Id(5001), true, "metal", starts ?? Today.AddDays(14), ends ?? Start, Today.AddDays(7), 20, CourseMode.PartTime,
        CefrLevel.None, CefrLevel.None, "city", gives is { } id ? [new(ConceptKind.Certificate, id)] : []);

    public static MatchResult Score(ClientFacts client, VacancyFacts vacancy, MatchContext? context = null) =>
        MatchRules.Score(client, vacancy, context ?? Context);

    public static MatchContribution Of(this MatchResult result, MatchCriterion criterion) => result.Contributions.Single(c => c.Criterion == criterion);

    private static Place Place(string ags, double lat) => new() { Ags = ags, Name = ags, Postcodes = "", Lat = lat, Lon = 9.7 };

    private static Concept Concept(Guid id, ConceptKind kind, string label, Guid? broader = null, string? branch = null) =>
        new() { Id = id, Key = $"k{id}", Kind = kind, Label = label, BroaderId = broader, BranchCode = branch };
}
