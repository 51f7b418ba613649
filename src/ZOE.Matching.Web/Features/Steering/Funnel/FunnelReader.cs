using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Steering;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Texts;
using Counts = ZOE.Matching.Domain.Steering.Funnel;

namespace ZOE.Matching.Web.Features.Steering.Funnel;

/// <summary>Counts the funnel of the own team. No person is read for it.</summary>
public sealed class FunnelReader(MatchingDbContext db, OwnRecords own, CurrentUser user, TimeProvider clock)
{
    private const int MonthsByDefault = 12;

    public async Task<FunnelPage> ReadAsync(FunnelFilter filter, CancellationToken stop)
    {
        var thisMonth = First(clock.Today());
        var until = MonthOf(filter.Until) ?? thisMonth;
        var from = MonthOf(filter.From) ?? until.AddMonths(1 - MonthsByDefault);
        if (from > until) (from, until) = (until, from);
        if (from < until.AddMonths(1 - FunnelFilter.MostMonths)) from = until.AddMonths(1 - FunnelFilter.MostMonths);
        var facts = (await FactsAsync(from, until, stop)).Where(f => filter.Kind is not { } kind || f.Kind == kind).ToList();
        var total = Counts.Total(facts);
        var team = await db.Teams.Where(t => t.Id == user.TeamId).Select(t => t.Name).SingleOrDefaultAsync(stop) ?? "";
        return new FunnelPage(from, until, filter.Kind, team,
            [.. FunnelPage.AllStages.Select(s => new StageRow(s, total.Count(s), total.PercentOfPrevious(s)))],
            total.CandidateLed,
            Breakdown(Counts.ByMonth(facts).Select(g => (g.Month.ToString("MMMM yyyy", CultureInfo.CurrentCulture), g.Row))),
            Breakdown(Counts.ByKind(facts).Select(g => (Label.Of(g.Kind), g.Row))));
    }

    private async Task<IReadOnlyList<FunnelFact>> FactsAsync(DateOnly from, DateOnly until, CancellationToken stop)
    {
        var clients = own.TeamClients;
        // A day of slack on both sides: months are those of Berlin, instants are UTC. The facts are cut to the month below.
        DateTime after = Utc(from.AddDays(-1)), before = Utc(until.AddMonths(1).AddDays(1));
        var proposals = await db.Proposals.AsNoTracking().Where(p => p.ProposedAtUtc >= after && p.ProposedAtUtc < before && clients.Any(c => c.Id == p.ClientId)).ToListAsync(stop);
        // Extensions may come later than the cohort; placements start no earlier than they are made.
        var placements = await db.Placements.AsNoTracking().Where(p => p.CreatedAtUtc >= after && clients.Any(c => c.Id == p.ClientId)).ToListAsync(stop);
        var vacancyIds = proposals.Select(p => p.VacancyId).Distinct().ToList();
        var kinds = await db.Vacancies.Where(v => vacancyIds.Contains(v.Id)).Select(v => new { v.Id, v.Kind }).ToDictionaryAsync(v => v.Id, v => v.Kind, stop);
        return [.. FunnelFacts.Join(proposals, kinds, placements).Where(f => f.On >= from && f.On < until.AddMonths(1))];
    }

    private static IReadOnlyList<BreakdownRow> Breakdown(IEnumerable<(string Label, FunnelRow Row)> groups)
    {
        var list = groups.ToList();
        var columns = FunnelPage.AllStages.Select(stage => SmallNumbers.Hide([.. list.Select(g => g.Row.Count(stage))])).ToList();
        return [.. list.Select((g, i) => new BreakdownRow(g.Label, [.. columns.Select(column => column[i])]))];
    }

    private static DateOnly? MonthOf(string? text) => DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month : null;

    private static DateOnly First(DateOnly day) => new(day.Year, day.Month, 1);

    private static DateTime Utc(DateOnly day) => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
}
