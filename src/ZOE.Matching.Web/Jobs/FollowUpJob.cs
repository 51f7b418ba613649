using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Links;
using ZOE.Matching.Data.Mail;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Work;
using ZOE.Matching.Web.Links;
using ZOE.Matching.Web.Mail;
using ZOE.Matching.Web.Work;

namespace ZOE.Matching.Web.Jobs;

/// <summary>Placements begin and end on their days; questions about them are asked, asked again, and become a call for the coach. Each step once, however many servers run: the placement's version decides.</summary>
public sealed class FollowUpJob(MatchingDbContext db, Outbox outbox, LinkDesk links) : IPortalJob
{
    /// <summary>Most placements of one run and kind of step.</summary>
    public const int BatchSize = 200;

    /// <summary>A reminder carries the old link when it still works this long.</summary>
    private static readonly TimeSpan LinkStillGood = TimeSpan.FromDays(FollowUp.CallAfterDays + 1);

    public static string Cron => "5 * * * * *";

    public async Task<int> RunAsync(CancellationToken stop) => await StartAsync(stop) + await AskAsync(stop) + await EndAsync(stop);

    /// <summary>Planned ones whose first day has come; a subsidised one only with a granted decision.</summary>
    private async Task<int> StartAsync(CancellationToken stop)
    {
        var today = outbox.Today;
        var due = await db.Placements.Where(p => p.State == PlacementState.Planned && p.StartOn <= today && (!p.Subsidised || (p.Funding != null && p.Funding.Granted)))
            .OrderBy(p => p.StartOn).ThenBy(p => p.Id).Select(p => p.Id).Take(BatchSize).ToListAsync(stop);
        return await EachAsync(due, placement => Task.FromResult(!placement.Start(outbox.Today).IsRefused), stop);
    }

    /// <summary>Running ones whose last day is over; their questions stay open until the outcome is known.</summary>
    private async Task<int> EndAsync(CancellationToken stop)
    {
        var today = outbox.Today;
        var due = await db.Placements.Where(p => p.State == PlacementState.Running && p.EndOn < today)
            .OrderBy(p => p.EndOn).ThenBy(p => p.Id).Select(p => p.Id).Take(BatchSize).ToListAsync(stop);
        return await EachAsync(due, placement => Task.FromResult(!placement.RunOut(outbox.Today).IsRefused), stop);
    }

    private async Task<int> AskAsync(CancellationToken stop)
    {
        var today = outbox.Today;
        DateOnly remind = today.AddDays(-FollowUp.RemindAfterDays), call = today.AddDays(-FollowUp.CallAfterDays);
        var due = await db.FollowUps
            .Where(f => (f.State == FollowUpState.Open && f.DueOn <= today)
                || (f.State == FollowUpState.Asked && f.LastStepOn <= remind)
                || (f.State == FollowUpState.Reminded && f.LastStepOn <= call))
            .Where(f => db.Placements.Any(p => p.Id == f.PlacementId
                && (p.State == PlacementState.Planned || p.State == PlacementState.Running || p.State == PlacementState.Ended)))
            .OrderBy(f => f.DueOn).ThenBy(f => f.PlacementId).Select(f => f.PlacementId).Take(BatchSize).ToListAsync(stop);
        return await EachAsync([.. due.Distinct()], async placement =>
        {
            var steps = placement.FollowUps.Where(f => f.DueStep(outbox.Today) is not null).OrderBy(f => f.DueOn).ToList();
            foreach (var followUp in steps) await StepAsync(placement, followUp, followUp.DueStep(outbox.Today)!.Value);
            return steps.Count > 0;
        }, stop);
    }

    private async Task StepAsync(Placement placement, FollowUp followUp, FollowUpState step)
    {
        var vacancyContact = await db.Vacancies.Where(v => v.Id == placement.VacancyId).Select(v => v.ContactId).SingleOrDefaultAsync();
        var contact = await outbox.ContactOfAsync(placement.EmployerId, placement.ContactId ?? vacancyContact);
        if (contact is null || step == FollowUpState.CallTask)
        {
            // Nobody can be written to, or nobody answers: the coach calls.
            followUp.Take(FollowUpState.CallTask, outbox.Today);
            await CallAsync(placement, followUp);
            return;
        }

        followUp.Take(step, outbox.Today);
        var again = step == FollowUpState.Reminded;
        var link = again ? await GoodLinkAsync(followUp, contact.Value) : null;
        link ??= await links.AddAsync(LinkPurpose.AnswerFollowUp, followUp.Id, contact, TimeSpan.FromDays(EmployerLetters.FollowUpLinkDays));
        outbox.MailToContact(again ? MailKind.FollowUpReminder : MailKind.FollowUp, contact.Value, followUp.Id, again ? "reminded" : "asked", link.Id);
        if (!again)
            outbox.Inbox(new InboxItem { Kind = InboxKind.FollowUpDue, BusinessKey = $"follow-up-due:{followUp.Id:N}", EmployerId = placement.EmployerId, VacancyId = placement.VacancyId, PlacementId = placement.Id, CreatedAtUtc = outbox.Now });
    }

    private async Task CallAsync(Placement placement, FollowUp followUp)
    {
        var coachId = await db.Clients.Where(c => c.Id == placement.ClientId).Select(c => c.CoachId).SingleAsync();
        outbox.Task(new WorkTask
        {
            Kind = WorkTaskKind.CallAboutFollowUp,
            BusinessKey = $"{WorkTaskKind.CallAboutFollowUp}:{followUp.Id:N}",
            OwnerId = coachId,
            DueOn = outbox.Today,
            ClientId = placement.ClientId,
            EmployerId = placement.EmployerId,
            VacancyId = placement.VacancyId,
            PlacementId = placement.Id,
            FollowUpId = followUp.Id,
            CreatedAtUtc = outbox.Now,
        });
    }

    private async Task<AnswerLink?> GoodLinkAsync(FollowUp followUp, Guid contactId)
    {
        var needed = outbox.Now + LinkStillGood;
        return await db.AnswerLinks.AsNoTracking()
            .Where(l => l.RecordId == followUp.Id && l.Purpose == LinkPurpose.AnswerFollowUp && l.ContactId == contactId && l.UsedAtUtc == null && l.ExpiresAtUtc > needed)
            .OrderByDescending(l => l.ExpiresAtUtc).FirstOrDefaultAsync();
    }

    /// <summary>One transaction for each placement; a race that another server has won is no error.</summary>
    private async Task<int> EachAsync(IReadOnlyList<Guid> placementIds, Func<Placement, Task<bool>> act, CancellationToken stop)
    {
        var done = 0;
        foreach (var id in placementIds)
        {
            stop.ThrowIfCancellationRequested();
            done += await db.TryStepAsync(async () => await act(await db.Placements.Include(p => p.Funding).Include(p => p.FollowUps).SingleAsync(p => p.Id == id, stop)), stop);
        }

        return done;
    }
}
