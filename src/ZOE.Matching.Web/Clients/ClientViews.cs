using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data.Audit;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Reference;
using ZOE.Matching.Web.Security;

namespace ZOE.Matching.Web.Clients;

/// <summary>Who a page is about, as its head shows it to staff.</summary>
public sealed record ClientHead(Guid Id, Guid Pseudonym, string Name, string VerbisNumber, Phase Phase);

/// <summary>A page about one client: head and body.</summary>
public sealed record ClientPage<T>(ClientHead Head, T Body);

/// <summary>Shows an own client: head, body and the audit row in one transaction.</summary>
public sealed class ClientViews(OwnRecords own, AuditedReads audit, CurrentUser user)
{
    /// <summary>Reads a page about an own client; null when the client is not one's own (404).</summary>
    public Task<ClientPage<T>?> ShowAsync<T>(Guid clientId, AuditPurpose purpose, Func<Task<T?>> read) where T : class =>
        audit.ReadAsync(user.Viewer, purpose, async () =>
        {
            var head = await own.Clients.Where(c => c.Id == clientId)
                .Select(c => new ClientHead(c.Id, c.Pseudonym, c.Person!.FirstName + " " + c.Person.LastName, c.VerbisNumber, c.Phase))
                .SingleOrDefaultAsync();
            if (head is null) return null;
            return await read() is { } body ? new ClientPage<T>(head, body) : null;
        }, page => page is null ? [] : [page.Head.Pseudonym]);

    /// <summary>An own client, tracked, with profile, evidence, language evidence and consents; null when it is not one's own.</summary>
    public Task<Client?> TrackedAsync(Guid clientId) => own.Clients.AsSplitQuery()
        .Include(c => c.Profile).ThenInclude(e => e.Evidence)
        .Include(c => c.LanguageEvidence)
        .Include(c => c.Consents).ThenInclude(c => c.End)
        .SingleOrDefaultAsync(c => c.Id == clientId);
}
