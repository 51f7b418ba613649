using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Matches;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Domain.Vocabulary;
using ZOE.Matching.Search;
using ZOE.Matching.Search.Documents;
using ZOE.Matching.Search.German;
using ZOE.Matching.Web.Matches;
using ExperienceBand = ZOE.Matching.Search.Documents.ExperienceBand;

namespace ZOE.Matching.Web.Projections;

/// <summary>Says what the index should hold of records, as the database has them now: a document, or nothing.</summary>
public sealed class SearchDocuments(MatchingDbContext db, VocabularyCache vocabulary, MatchFacts facts, TimeProvider clock)
{
    /// <summary>One change for each record: put when it is to be seen today, else delete.</summary>
    /// <param name="versions">External version of each record, read before this call.</param>
    public async Task<IReadOnlyList<IndexChange>> ChangesAsync(SearchKind kind, IReadOnlyDictionary<Guid, long> versions, CancellationToken stop)
    {
        var words = await vocabulary.GetAsync(stop);
        Guid[] ids = [.. versions.Keys];
        var documents = kind switch
        {
            SearchKind.Vacancies => await VacanciesAsync(ids, versions, words.Text, stop),
            SearchKind.Courses => await CoursesAsync(ids, versions, words.Text, stop),
            SearchKind.Cards => await CardsAsync(ids, versions, words.Text, stop),
        };
        return [.. versions.Select(v => documents.TryGetValue(v.Key, out var document) ? IndexChange.Put(document) : IndexChange.Delete(v.Key, v.Value))];
    }

    /// <summary>Ids of the records that should be seen today, in fixed order.</summary>
    public IQueryable<Guid> VisibleIds(SearchKind kind) => kind switch
    {
        SearchKind.Vacancies => facts.OpenVacancies.OrderBy(v => v.Id).Select(v => v.Id),
        SearchKind.Courses => facts.OpenCourses.OrderBy(c => c.Id).Select(c => c.Id),
        SearchKind.Cards => VisibleCards.OrderBy(c => c.ClientId).Select(c => c.ClientId),
    };

    /// <summary>Projected cards whose consent holds today: the database gate.</summary>
    public IQueryable<Data.Projections.CardRow> VisibleCards
    {
        get
        {
            var today = clock.Today();
            return db.Cards.Where(card => db.Consents.Any(c => c.Id == card.ConsentId && c.ClientId == card.ClientId
                && c.Scope == ConsentScope.Search && c.End == null && c.GivenOn <= today && c.ValidUntil >= today));
        }
    }

    private async Task<Dictionary<Guid, SearchDocument>> VacanciesAsync(Guid[] ids, IReadOnlyDictionary<Guid, long> versions, GermanText text, CancellationToken stop)
    {
        var vacancies = await facts.OpenVacancies.AsNoTracking().Include(v => v.Requirements).Where(v => ids.Contains(v.Id)).ToListAsync(stop);
        return vacancies.ToDictionary(v => v.Id, v => VacancyDocument.Build(new VacancyInput
        {
            VacancyId = v.Id,
            Version = versions[v.Id],
            EmployerId = v.EmployerId,
            Title = v.Title,
            OccupationId = v.OccupationId,
            Description = v.Description,
            Requirements = [.. v.Requirements.OrderBy(r => r.Id).Select(r => new NamedConcept(r.Typed, r.ConceptId))],
            Kind = v.Kind,
            Status = v.State.ToString(),
            PlaceAgs = v.PlaceAgs,
            German = v.GermanSpoken,
            HoursPerWeek = v.HoursPerWeek,
            Shifts = v.Shifts,
            Contract = [.. ContractOf(v)],
            Licences = [.. v.Requirements.Where(r => r.Kind == ConceptKind.Certificate && r.ConceptId != null).Select(r => r.ConceptId!.Value.ToString("N")).Order()],
            PublishedOn = v.PublishedAtUtc is { } at ? LegalDay.Of(at) : null,
            StartsOn = v.StartOn,
            ExpiresOn = v.ExpiresOn,
        }, text));
    }

    private static IEnumerable<string> ContractOf(Vacancy vacancy)
    {
        yield return vacancy.FixedTermUntil is null ? "Permanent" : "FixedTerm";
        yield return vacancy.Insurance.ToString();
        if (vacancy.TemporaryAgency) yield return "TemporaryAgency";
    }

    private async Task<Dictionary<Guid, SearchDocument>> CoursesAsync(Guid[] ids, IReadOnlyDictionary<Guid, long> versions, GermanText text, CancellationToken stop)
    {
        var courses = await facts.OpenCourses.AsNoTracking().Include(c => c.Gains).Where(c => ids.Contains(c.Id)).ToListAsync(stop);
        var instruments = await db.Instruments.AsNoTracking().ToDictionaryAsync(i => i.Code, i => i.Name, stop);
        var branches = await db.Branches.AsNoTracking().ToDictionaryAsync(b => b.Code, b => b.Name, stop);
        return courses.ToDictionary(c => c.Id, c => CourseDocument.Build(new CourseInput
        {
            CourseId = c.Id,
            Version = versions[c.Id],
            ProviderId = c.ProviderId,
            Title = c.Title,
            Description = c.Description,
            Competences = Gains(c, ConceptKind.Competence),
            Certificates = Gains(c, ConceptKind.Certificate),
            InstrumentCode = c.InstrumentCode,
            InstrumentName = instruments.GetValueOrDefault(c.InstrumentCode),
            BranchCode = c.BranchCode,
            BranchName = c.BranchCode is { } branch ? branches.GetValueOrDefault(branch) : null,
            Access = c.AccessRoute,
            Status = c.State.ToString(),
            PlaceAgs = c.PlaceAgs,
            Mode = c.Mode,
            HoursPerWeek = c.HoursPerWeek,
            LevelFrom = c.LevelFrom,
            LevelTo = c.LevelTo,
            StartsOn = c.StartsOn,
            EnrolUntilOn = c.EnrolUntil,
            EndsOn = c.EndsOn,
        }, text));
    }

    private static NamedConcept[] Gains(Course course, ConceptKind kind) =>
        [.. course.Gains.Where(g => kind == ConceptKind.Certificate ? g.Kind == kind : g.Kind != ConceptKind.Certificate).OrderBy(g => g.Id).Select(g => new NamedConcept(g.Typed, g.ConceptId))];

    private async Task<Dictionary<Guid, SearchDocument>> CardsAsync(Guid[] ids, IReadOnlyDictionary<Guid, long> versions, GermanText text, CancellationToken stop)
    {
        var rows = await VisibleCards.AsNoTracking().Where(c => ids.Contains(c.ClientId)).ToListAsync(stop);
        return rows.ToDictionary(r => r.ClientId, r => CardDocument.Build(InputOf(CardJson.Read(r.Card), versions[r.ClientId]), text));
    }

    internal static CardInput InputOf(AnonymousCard card, long version) => new()
    {
        ProfileId = card.ClientId,
        Version = version,
        OccupationIds = card.Occupation is { } occupation ? [occupation.ConceptId] : [],
        Qualification = card.Qualification,
        // The card shows no level, so none may rank.
        Competences = [.. card.Skills.Select(s => new CardCompetence(s.ConceptId, SkillLevel.Basic))],
        German = card.German,
        Experience = card.Experience switch
        {
            Domain.Matches.ExperienceBand.Any => ExperienceBand.Unknown,
            Domain.Matches.ExperienceBand.UnderTwo => ExperienceBand.UnderTwo,
            Domain.Matches.ExperienceBand.TwoToFive => ExperienceBand.TwoToFive,
            Domain.Matches.ExperienceBand.OverFive => ExperienceBand.OverFive,
        },
        Area = card.Area,
        WorkingTime = card.WorkingTime switch
        {
            WorkingTime.Open => CardWorkingTime.Open,
            WorkingTime.FullTime => CardWorkingTime.FullTime,
            WorkingTime.PartTime or WorkingTime.FewHours => CardWorkingTime.PartTime,
        },
        AvailableFrom = card.AvailableFrom is { } month ? new CardMonth(month.Year, month.Month) : null,
        Forms = card.Forms,
    };
}
