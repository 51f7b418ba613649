using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Matches;
using ZOE.Matching.Domain.Providers;

namespace ZOE.Matching.Web.Matches;

/// <summary>Reads from the database what the matching rules need; a few queries however many clients.</summary>
public sealed class MatchFacts(MatchingDbContext db, VocabularyCache vocabulary, TimeProvider clock)
{
    /// <summary>Vacancies that others see today: published, not run out, employer approved.</summary>
    public IQueryable<Vacancy> OpenVacancies
    {
        get
        {
            var today = clock.Today();
            return db.Vacancies.Where(v => v.State == VacancyState.Published && v.ExpiresOn >= today
                && db.Employers.Any(e => e.Id == v.EmployerId && e.Approval == ApprovalState.Approved));
        }
    }

    /// <summary>Courses that can still be entered today, of approved Träger.</summary>
    public IQueryable<Course> OpenCourses
    {
        get
        {
            var today = clock.Today();
            return db.Courses.Where(c => c.State == CourseState.Published && c.EnrolUntil >= today
                && db.Providers.Any(p => p.Id == c.ProviderId && p.Approval == ApprovalState.Approved));
        }
    }

    /// <summary>The vocabulary and places with which matching reckons.</summary>
    public Task<LoadedVocabulary> WordsAsync(CancellationToken stop = default) => vocabulary.GetAsync(stop);

    /// <summary>What is the same for all pairs of a run.</summary>
    public async Task<MatchContext> ContextAsync(CancellationToken stop = default)
    {
        var today = clock.Today();
        var words = await vocabulary.GetAsync(stop);
        var courses = await OpenCourses.AsNoTracking().Include(c => c.Gains).ToListAsync(stop);
        return new MatchContext(words.Graph, new CourseList(courses.Select(c => CourseFacts.From(c, today))), words.Distances, today);
    }

    /// <summary>The same for cards, which know nothing of courses.</summary>
    public async Task<MatchContext> CardContextAsync(CancellationToken stop = default)
    {
        var words = await vocabulary.GetAsync(stop);
        return new MatchContext(words.Graph, CourseList.Empty, words.Distances, clock.Today());
    }

    public async Task<List<ClientFacts>> ClientsAsync(IQueryable<Client> clients, CancellationToken stop = default)
    {
        var today = clock.Today();
        var loaded = await WithProfile(clients).ToListAsync(stop);
        return [.. loaded.Select(c => ClientFacts.From(c, today))];
    }

    public async Task<List<VacancyFacts>> VacanciesAsync(IQueryable<Vacancy> vacancies, CancellationToken stop = default)
    {
        var loaded = await vacancies.AsNoTracking().Include(v => v.Requirements).ToListAsync(stop);
        return [.. loaded.Select(VacancyFacts.From)];
    }

    /// <summary>Scores one pair as the records are now, with all reasons; null when one of the two is gone.</summary>
    public async Task<MatchResult?> ExplainAsync(Guid clientId, Guid vacancyId, CancellationToken stop = default)
    {
        var client = await ClientsAsync(db.Clients.Where(c => c.Id == clientId), stop);
        var vacancy = await VacanciesAsync(db.Vacancies.Where(v => v.Id == vacancyId), stop);
        return client.Count == 0 || vacancy.Count == 0 ? null : MatchRules.Score(client[0], vacancy[0], await ContextAsync(stop));
    }

    /// <summary>Clients with what facts are read from; nothing of the person.</summary>
    internal static IQueryable<Client> WithProfile(IQueryable<Client> clients) =>
        clients.AsNoTracking().Include(c => c.Profile).ThenInclude(e => e.Evidence).Include(c => c.LanguageEvidence);
}
