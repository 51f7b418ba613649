using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Web.Cards;
using ZOE.Matching.Web.Matches;
using ZOE.Matching.Web.Security;

namespace ZOE.Matching.Web.Features.Employers.Candidates;

/// <summary>Reads the cards for one vacancy; all client data come through <see cref="CardReader"/>.</summary>
public sealed class CandidateReader(MatchingDbContext db, CurrentUser user, CardReader cards, MatchFacts facts, CardWords words)
{
    public async Task<CandidatesPage> PageAsync(Vacancy vacancy, CancellationToken stop)
    {
        var requestKey = CandidateRequests.RequestKey(vacancy.Id);
        var requested = await db.Tasks.AnyAsync(t => t.BusinessKey == requestKey, stop);
        var page = new CandidatesPage(vacancy.Id, vacancy.Title, vacancy.Reference, CandidatesState.NotOpen, null, [], requested);
        if (!await db.Employers.AnyAsync(e => e.Id == vacancy.EmployerId && e.Approval == ApprovalState.Approved, stop)) return page with { State = CandidatesState.NotApproved };
        if (await cards.CardsForVacancyAsync(vacancy.Id, vacancy.EmployerId, user.Viewer, stop) is not { } found) return page;
        if (found.OnlyThroughCoach) return page with { State = CandidatesState.TooFew };
        var asked = await AskedAsync(vacancy, stop);
        var courses = await facts.OpenCourses.Where(c => c.LevelTo != CefrLevel.None).GroupBy(c => new { c.LevelFrom, c.LevelTo })
            .Select(g => new GermanCourse(g.Key.LevelFrom, g.Key.LevelTo, g.Min(c => c.EndsOn))).ToListAsync(stop);
        return page with
        {
            State = CandidatesState.Shown,
            Count = found.Count,
            Cards = [.. found.Cards.Select(c => words.Of(c, courses, vacancy.OneLevelLowerIsFine, asked.Contains(c.Code)))],
        };
    }

    /// <summary>Codes in which the employer has told its interest for this vacancy.</summary>
    private async Task<HashSet<string>> AskedAsync(Vacancy vacancy, CancellationToken stop)
    {
        var prefix = CandidateRequests.InterestPrefix(vacancy.Id);
        var asked = await db.Tasks.Where(t => t.VacancyId == vacancy.Id && t.BusinessKey.StartsWith(prefix)).Select(t => t.ClientId).ToListAsync(stop);
        if (asked.Count == 0) return [];
        return [.. (await cards.FittingClientsAsync(vacancy.Id, vacancy.EmployerId, stop)).Where(c => asked.Contains(c.Value)).Select(c => c.Key)];
    }
}
