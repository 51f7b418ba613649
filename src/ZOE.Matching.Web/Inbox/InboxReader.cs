using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Audit;
using ZOE.Matching.Domain.Proposals;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Domain.Work;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Texts;
using ZOE.Matching.Web.Work;

namespace ZOE.Matching.Web.Inbox;

/// <summary>A message as shown.</summary>
/// <param name="About">Titles of vacancy or course; for staff also the client's name.</param>
/// <param name="Href">Where to go on.</param>
public sealed record InboxRow(Guid Id, InboxKind Kind, string About, string Href, DateTime CreatedAtUtc, bool IsRead);

/// <summary>One page of an inbox.</summary>
/// <param name="Address">Address of the inbox; POST to Address + "/read" with the id, or without one for all.</param>
public sealed record InboxPage(IReadOnlyList<InboxRow> Rows, int Page, int Total, int Unread, string Address)
{
    /// <summary>Messages on one page.</summary>
    public const int Size = 50;
}

/// <summary>Reads the own inbox, whoever it is. Names of clients are read for staff only, and audited.</summary>
public sealed class InboxReader(MatchingDbContext db, OwnRecords own, CurrentUser user, AuditedReads audit, Outbox outbox)
{
    private bool IsStaff => user.Role is PortalRole.Coach or PortalRole.TeamLead;

    public async Task<InboxPage> PageAsync(string address, int page, CancellationToken stop = default)
    {
        page = Math.Clamp(page, 1, 10_000);
        var total = await own.Inbox.CountAsync(stop);
        var unread = await own.Inbox.CountAsync(i => i.ReadAtUtc == null, stop);
        var items = await own.Inbox.AsNoTracking().OrderByDescending(i => i.CreatedAtUtc).ThenBy(i => i.Id)
            .Skip((page - 1) * InboxPage.Size).Take(InboxPage.Size).ToListAsync(stop);
        var vacancyIds = items.Select(i => i.VacancyId).OfType<Guid>().Distinct().ToList();
        var courseIds = items.Select(i => i.CourseId).OfType<Guid>().Distinct().ToList();
        var vacancies = await db.Vacancies.Where(v => vacancyIds.Contains(v.Id)).ToDictionaryAsync(v => v.Id, v => v.Title, stop);
        var courses = await db.Courses.Where(c => courseIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Title, stop);
        var searchIds = items.Select(i => i.SavedSearchId).OfType<Guid>().Distinct().ToList();
        var searches = await db.SavedSearches.Where(s => searchIds.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, stop);
        var names = await NamesAsync(items, stop);
        var answers = await AnswersAsync(items, stop);
        return new InboxPage(
            [.. items.Select(i => new InboxRow(i.Id, i.Kind, AboutOf(i, names, vacancies, courses, searches, answers), HrefOf(i), i.CreatedAtUtc, i.ReadAtUtc is not null))],
            page, total, unread, address);
    }

    /// <summary>Marks one own message as read, or all; those of others are not touched.</summary>
    public Task<int> MarkReadAsync(Guid? id, CancellationToken stop = default)
    {
        var now = outbox.Now;
        return db.InWriteTransactionAsync(() => own.Inbox.Where(i => i.ReadAtUtc == null && (id == null || i.Id == id))
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.ReadAtUtc, now), stop), stop);
    }

    private async Task<Dictionary<Guid, string>> NamesAsync(List<InboxItem> items, CancellationToken stop)
    {
        var ids = items.Select(i => i.ClientId).OfType<Guid>().Distinct().ToList();
        if (!IsStaff || ids.Count == 0) return [];
        var shown = await audit.ReadAsync(user.Viewer, AuditPurpose.Inbox,
            () => own.Clients.Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Pseudonym, Name = c.Person!.FirstName + " " + c.Person.LastName }).ToListAsync(stop),
            rows => rows.Select(r => r.Pseudonym));
        return shown.ToDictionary(r => r.Id, r => r.Name);
    }

    /// <summary>How proposals and referrals stand that were answered.</summary>
    private async Task<Dictionary<Guid, string>> AnswersAsync(List<InboxItem> items, CancellationToken stop)
    {
        var proposals = items.Where(i => i.Kind == InboxKind.ProposalAnswered).Select(i => i.ProposalId).OfType<Guid>().Distinct().ToList();
        var referrals = items.Where(i => i.Kind == InboxKind.ReferralAnswered).Select(i => i.ReferralId).OfType<Guid>().Distinct().ToList();
        var states = new Dictionary<Guid, string>();
        if (proposals.Count > 0) foreach (var p in await own.Proposals.Where(p => proposals.Contains(p.Id)).Select(p => new { p.Id, p.State }).ToListAsync(stop)) states[p.Id] = Label.Of(p.State);
        if (referrals.Count > 0) foreach (var r in await own.Referrals.Where(r => referrals.Contains(r.Id)).Select(r => new { r.Id, r.State }).ToListAsync(stop)) states[r.Id] = Label.Of(r.State);
        return states;
    }

    private static string AboutOf(InboxItem item, Dictionary<Guid, string> names, Dictionary<Guid, string> vacancies, Dictionary<Guid, string> courses, Dictionary<Guid, string> searches, Dictionary<Guid, string> answers)
    {
        string?[] parts =
        [
            item.ClientId is { } client ? names.GetValueOrDefault(client) : null,
            item.VacancyId is { } vacancy ? vacancies.GetValueOrDefault(vacancy) : null,
            item.CourseId is { } course ? courses.GetValueOrDefault(course) : null,
            item.SavedSearchId is { } search ? searches.GetValueOrDefault(search) : null,
            item.ProposalId is { } proposal && item.Kind is InboxKind.ProposalReceived or InboxKind.ContactReleased ? ProposalCodes.Of(proposal) : null,
            (item.ProposalId ?? item.ReferralId) is { } answered ? answers.GetValueOrDefault(answered) : null,
        ];
        return string.Join(", ", parts.Where(p => p is not null));
    }

    /// <summary>Each kind goes to one side only, so that it names the page.</summary>
    private static string HrefOf(InboxItem item) => item.Kind switch
    {
        InboxKind.CandidateForVacancy => $"/employers/vacancies/{item.VacancyId}/candidates",
        InboxKind.ProposalReceived or InboxKind.ContactReleased => $"/employers/proposals/{item.ProposalId}",
        InboxKind.EmployerApproved => "/employers/vacancies",
        InboxKind.FollowUpDue => $"/employers/placements/{item.PlacementId}",
        InboxKind.OfferExpires => item.CourseId is { } course ? $"/providers/courses/{course}" : $"/employers/vacancies/{item.VacancyId}",
        InboxKind.ReferralReceived => $"/providers/referrals/{item.ReferralId}",
        InboxKind.VacancyForClient => $"/coaching/clients/{item.ClientId}/vacancies/{item.VacancyId}",
        InboxKind.ProposalAnswered => $"/coaching/proposals/{item.ProposalId}",
        InboxKind.FollowUpAnswered or InboxKind.OutcomeKnown => $"/coaching/placements/{item.PlacementId}",
        InboxKind.ReferralAnswered => item.CourseId is { } referredTo ? $"/coaching/courses/{referredTo}?clientId={item.ClientId}" : $"/coaching/clients/{item.ClientId}",
        InboxKind.SavedSearchHits => $"/account/searches/{item.SavedSearchId}",
    };
}
