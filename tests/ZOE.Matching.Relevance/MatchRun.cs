using System.Security.Cryptography;
using System.Text;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Matches;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Vocabulary;

namespace ZOE.Matching.Relevance;

/// <summary>Scores every profile against every vacancy by the product's rules; everything but competences and occupation is the same for all.</summary>
internal static class MatchRun
{
    private static readonly DateOnly Day = new(2026, 11, 2);

    public static int Run(Arguments arguments)
    {
        var vocabulary = Vocabulary.Load(arguments);
        var titled = !arguments.Has("--untitled");
        var context = new MatchContext(vocabulary.Graph, CourseList.Empty, DistanceTable.Empty, Day);
        var vacancies = Tables.Read(arguments.Required("--vacancies")).Select(row => (Id: row["vacancy_id"], Facts: Vacancy(row, vocabulary, titled))).ToList();
        var rows = new List<RunRow>();
        foreach (var profile in Tables.Read(arguments.Required("--profiles")))
        {
            var client = Client(profile, vocabulary, titled);
            rows.AddRange(vacancies.Select(v => new RunRow(profile["profile_id"], v.Id, MatchRules.Score(client, v.Facts, context).Score))
                .Where(r => r.Score > 0).OrderByDescending(r => r.Score).ThenBy(r => r.Document, StringComparer.Ordinal).Take(Tables.MostPerQuery));
        }
        Tables.Write(arguments.Required("--out"), rows);
        return 0;
    }

    private static ClientFacts Client(TableRow row, Vocabulary vocabulary, bool titled)
    {
        var skills = row.List("skills").Select(s => Link(vocabulary, ConceptKind.Competence, s)).OfType<Guid>().Distinct()
            .Select(id => new HeldConcept(ConceptKind.Competence, id, SkillLevel.Basic, EvidenceKind.SelfStated, null, null, null));
        var occupation = titled && Link(vocabulary, ConceptKind.Occupation, row["title_hint"]) is { } known
            ? new[] { new HeldConcept(ConceptKind.Occupation, known, SkillLevel.Basic, EvidenceKind.SelfStated, null, null, null) } : [];
        return new ClientFacts(IdOf(row["profile_id"]), WorkPermission.Allowed, null, null, CefrLevel.B1, CefrLevel.B1, [], null, Shifts.None, null, [.. skills, .. occupation]);
    }

    private static VacancyFacts Vacancy(TableRow row, Vocabulary vocabulary, bool titled)
        => new(
            IdOf(row["vacancy_id"]), Guid.Empty, titled ? Link(vocabulary, ConceptKind.Occupation, row["title"]) : null, null, PlacementKind.Job, CefrLevel.None, CefrLevel.None,
            true, 39, Shifts.None, "03241001", Day,
            [.. row.List("skills").Select(s => new RequirementFacts(ConceptKind.Competence, Link(vocabulary, ConceptKind.Competence, s), s, SkillLevel.Basic, RequirementWeight.Required, false))]);

    private static Guid? Link(Vocabulary vocabulary, ConceptKind kind, string typed)
        => vocabulary.Graph.Find(kind, typed) is { } literal ? literal
            : vocabulary.Text.Lexicon.Link(typed).ConceptId is { } sure && vocabulary.Graph.Kind(sure) == kind ? sure : null;

    private static Guid IdOf(string id) => new(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, 16));
}
