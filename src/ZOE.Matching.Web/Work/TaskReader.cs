using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Domain.Work;
using ZOE.Matching.Web.Security;

namespace ZOE.Matching.Web.Work;

/// <summary>A task as lists show it. The client's name only when the client is one's own.</summary>
public sealed record TaskRow(
    Guid Id, WorkTaskKind Kind, DateOnly DueOn, string? Text, bool ByDuty, DateTime? DoneAtUtc, Guid? ClientId, Guid? Pseudonym, string? ClientName, string? Organisation, string? Href, bool EndsByHand);

/// <summary>Reads tasks for lists, with the address where each is done.</summary>
public sealed class TaskReader(MatchingDbContext db, OwnRecords own)
{
    /// <summary>The tasks in the order given, in one query.</summary>
    public async Task<List<TaskRow>> ReadAsync(IQueryable<WorkTask> tasks, CancellationToken stop = default)
    {
        var clients = own.Clients;
        var rows = await tasks.AsNoTracking().Select(t => new
        {
            Task = t,
            Client = clients.Where(c => c.Id == t.ClientId).Select(c => new { c.Pseudonym, c.Person!.FirstName, c.Person.LastName }).FirstOrDefault(),
            Employer = db.Employers.Where(e => e.Id == t.EmployerId).Select(e => e.Name).FirstOrDefault(),
            Provider = db.Providers.Where(p => p.Id == t.ProviderId).Select(p => p.Name).FirstOrDefault(),
            CourseId = db.Referrals.Where(r => r.Id == t.ReferralId).Select(r => (Guid?)r.CourseId).FirstOrDefault(),
        }).ToListAsync(stop);
        return [.. rows.Select(r => new TaskRow(
            r.Task.Id, r.Task.Kind, r.Task.DueOn, r.Task.Text, r.Task.OwnerId is null, r.Task.DoneAtUtc,
            r.Client is null ? null : r.Task.ClientId, r.Client?.Pseudonym, r.Client is null ? null : $"{r.Client.FirstName} {r.Client.LastName}",
            r.Employer ?? r.Provider, AddressOf(r.Task, r.Client is not null, r.CourseId), r.Task.EndsByHand))];
    }

    /// <summary>Where a task is done; null when it has no page of its own.</summary>
    private static string? AddressOf(WorkTask task, bool ownClient, Guid? courseId) => task.Kind switch
    {
        WorkTaskKind.CallAboutFollowUp or WorkTaskKind.Difficulties or WorkTaskKind.DecideFunding => At("/coaching/placements/", task.PlacementId),
        WorkTaskKind.ReleaseContact => At("/coaching/proposals/", task.ProposalId),
        WorkTaskKind.MakePlacement => At("/coaching/placements/new?proposalId=", task.ProposalId),
        WorkTaskKind.ConfirmCompetences => Client(task, ownClient, "/confirmations"),
        WorkTaskKind.ConsentEnds => Client(task, ownClient, "/consent"),
        WorkTaskKind.NextStep or WorkTaskKind.Own => Client(task, ownClient, ""),
        WorkTaskKind.ReferralReturned => Client(task, ownClient, "") ?? At("/coaching/courses/", courseId),
        WorkTaskKind.ApproveEmployer or WorkTaskKind.CandidateRequest => At("/coaching/employers/", task.EmployerId),
        WorkTaskKind.ApproveProvider => At("/coaching/providers/", task.ProviderId),
    };

    private static string? Client(WorkTask task, bool own, string page) => own && task.ClientId is { } id ? $"/coaching/clients/{id}{page}" : null;

    private static string? At(string address, Guid? id) => id is null ? null : address + id;
}
