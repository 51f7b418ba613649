using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Audit;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Web.Security;

namespace ZOE.Matching.Web.Features.Coaching.Clients;

/// <summary>Reads the caseload: filtered and paged in the database, one audit row naming all shown.</summary>
public sealed class CaseloadReader(MatchingDbContext db, OwnRecords own, AuditedReads audit, CurrentUser user, TimeProvider clock)
{
    public const int PageSize = 50;
    private const int MostWords = 5;

    public Task<(List<CaseloadRow> Rows, int Total)> FilterAsync(CaseloadFilter filter, CancellationToken stop)
    {
        var today = clock.Today();
        var clients = filter.Scope == CaseloadScope.Mine ? own.Caseload : own.Clients;
        if (filter.Phase is { } phase) clients = clients.Where(c => c.Phase == phase);
        if (filter.Consent is { } consent)
            clients = clients.Where(c => consent == c.Consents.Any(s => s.Scope == ConsentScope.Search && s.End == null && s.GivenOn <= today && s.ValidUntil >= today));
        return ReadAsync(clients, filter.Order, filter.Page, stop);
    }

    /// <summary>Every word must begin a part of the name or stand in the VerBIS number; at most one page.</summary>
    public Task<(List<CaseloadRow> Rows, int Total)> SearchAsync(string text, CancellationToken stop)
    {
        var clients = own.Clients;
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
        {
            var escaped = word.ToLowerInvariant().Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_");
            string begins = $"{escaped}%", later = $"% {escaped}%", within = $"%{escaped}%";
            clients = clients.Where(c => EF.Functions.Like(c.Person!.LastName.ToLower(), begins, "\\") || EF.Functions.Like(c.Person.FirstName.ToLower(), begins, "\\")
                || EF.Functions.Like(c.Person.LastName.ToLower(), later, "\\") || EF.Functions.Like(c.VerbisNumber.ToLower(), within, "\\"));
        }

        return ReadAsync(clients, CaseloadOrder.Name, 1, stop);
    }

    private Task<(List<CaseloadRow> Rows, int Total)> ReadAsync(IQueryable<Client> clients, CaseloadOrder order, int page, CancellationToken stop)
    {
        var today = clock.Today();
        return audit.ReadAsync(user.Viewer, AuditPurpose.Caseload, async () =>
        {
            var rows = await Sorted(clients, order).Skip((page - 1) * PageSize).Take(PageSize).Select(c => new CaseloadRow(
                c.Id, c.Pseudonym, c.Person!.LastName, c.Person.FirstName, c.VerbisNumber, c.Phase, c.GermanSpoken, c.LastContactOn,
                c.Consents.Where(s => s.Scope == ConsentScope.Search && s.End == null && s.GivenOn <= today && s.ValidUntil >= today).Max(s => (DateOnly?)s.ValidUntil),
                db.Tasks.Where(t => t.ClientId == c.Id && t.DoneAtUtc == null).Min(t => (DateOnly?)t.DueOn),
                db.Tasks.Count(t => t.ClientId == c.Id && t.DoneAtUtc == null))).ToListAsync(stop);
            // A first page that is not full is all there is.
            return (rows, page == 1 && rows.Count < PageSize ? rows.Count : await clients.CountAsync(stop));
        }, result => result.rows.Select(r => r.Pseudonym));
    }

    private IQueryable<Client> Sorted(IQueryable<Client> clients, CaseloadOrder order) => order switch
    {
        CaseloadOrder.DueFirst => clients
            .OrderBy(c => db.Tasks.Where(t => t.ClientId == c.Id && t.DoneAtUtc == null).Min(t => (DateOnly?)t.DueOn) ?? DateOnly.MaxValue)
            .ThenBy(c => c.Person!.LastName).ThenBy(c => c.Id),
        CaseloadOrder.Name => clients.OrderBy(c => c.Person!.LastName).ThenBy(c => c.Person!.FirstName).ThenBy(c => c.Id),
        CaseloadOrder.LongestSilence => clients.OrderBy(c => c.LastContactOn ?? DateOnly.MinValue).ThenBy(c => c.Person!.LastName).ThenBy(c => c.Id),
    };
}
