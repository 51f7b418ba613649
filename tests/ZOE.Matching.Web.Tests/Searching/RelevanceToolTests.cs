extern alias tool;

using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Domain.Vocabulary;
using tool::ZOE.Matching.Relevance;
using ZOE.Matching.Web.Tests.Seed.Vocabularies;

namespace ZOE.Matching.Web.Tests.Searching;

/// <summary>What the relevance tool measures is what the portal shows: the same vacancies in both, the same answers in the same order.</summary>
public sealed class RelevanceToolTests(SearchPortal portal) : IClassFixture<SearchPortal>
{
    private const int Vacancies = 200, Questions = 50;

    /// <summary>As far as the portal's first page is sure to reach: beyond that it keeps room for hits and shows fewer similar ones.</summary>
    private const int First = 10;

    [Fact]
    public async Task Search_TwoHundredVacanciesFiftyQuestions_ToolAndPortalAnswerAlike()
    {
        var data = Path.Combine(PublicFiles.Folder(), "eval");
        var rows = Tables.Read(Path.Combine(data, "match_vacancies.csv")).Take(Vacancies).ToList();
        var questions = Asked(rows, Tables.Read(Path.Combine(data, "title_queries.csv")));
        var titles = await FillAsync(rows);

        var tool = await ToolAsync(titles, questions);
        var coach = await portal.BrowserAsync(await portal.AddUserAsync(PortalRole.Coach));
        var answered = 0;
        for (var i = 0; i < questions.Count; i++)
        {
            var page = await coach.GetAsync($"/coaching/search/vacancies?q={Uri.EscapeDataString(questions[i])}");
            var shown = page.Document.QuerySelectorAll(".zoe-hit h3 a").Select(a => Guid.Parse(a.GetAttribute("href")!.Split('/')[^1])).Take(First).ToList();
            shown.Should().Equal(tool[i].Take(First), questions[i]);
            answered += shown.Count > 0 ? 1 : 0;
        }

        answered.Should().BeGreaterThan(30, "empty answers are equal too easily");
    }

    /// <summary>Half by the evaluation set, half by words of the vacancies themselves: a title, the last word of one, a competence.</summary>
    private static List<string> Asked(List<TableRow> rows, IReadOnlyList<TableRow> queries)
    {
        var own = rows.Where((_, i) => i % 8 == 0).Select((r, i) => (i % 3) switch { 0 => r["title"], 1 => r["title"].Split(' ')[^1], _ => r.List("skills")[0] });
        return [.. own.Concat(queries.Where((_, i) => i % 12 == 0).Select(q => q["query"])).Distinct().Take(Questions)];
    }

    private async Task<Dictionary<Guid, TableRow>> FillAsync(List<TableRow> rows)
    {
        var (_, employer) = await portal.EmployerAsync();
        var fakes = portal.NewFakes();
        var made = new Dictionary<Guid, TableRow>();
        await portal.DbAsync(async db =>
        {
            foreach (var row in rows)
            {
                var vacancy = fakes.NewVacancy(employer);
                (vacancy.Title, vacancy.GermanSpoken, vacancy.Description) = (row["title"], CefrLevel.None, "Ort und Zeit nach Absprache.");
                foreach (var skill in row.List("skills"))
                    vacancy.Requirements.Add(new VacancyRequirement { VacancyId = vacancy.Id, Kind = ConceptKind.Competence, Typed = skill });
                vacancy.Publish(employer, portal.Clock.GetUtcNow().UtcDateTime).Refusal.Should().BeNull();
                db.Add(vacancy);
                made[vacancy.Id] = row;
            }

            await db.SaveChangesAsync();
        });
        await portal.SettleAsync();
        return made;
    }

    private static async Task<List<List<Guid>>> ToolAsync(Dictionary<Guid, TableRow> vacancies, List<string> questions)
    {
        var folder = Directory.CreateTempSubdirectory("tool-").FullName;
        string In(string name) => Path.Combine(folder, name);
        try
        {
            await File.WriteAllLinesAsync(In("documents.csv"), vacancies.Select(v => $"{v.Key},{Cell(v.Value["title"])},{Cell(v.Value["skills"])},Ort und Zeit nach Absprache.").Prepend("id,title,skills,text"));
            await File.WriteAllLinesAsync(In("queries.csv"), questions.Select((q, i) => $"{i},{Cell(q)}").Prepend("qid,query"));
            (await SearchRun.RunAsync(new Arguments(["--documents", In("documents.csv"), "--queries", In("queries.csv"), "--out", In("run.csv")]))).Should().Be(0);
            var found = Tables.Read(In("run.csv")).ToLookup(r => r["qid"], r => Guid.Parse(r["doc_id"]));
            return [.. questions.Select((_, i) => found[$"{i}"].ToList())];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Cell(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
