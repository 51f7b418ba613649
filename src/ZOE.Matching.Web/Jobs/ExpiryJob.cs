using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Mail;
using ZOE.Matching.Data.Projections;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Proposals;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Domain.Work;
using ZOE.Matching.Web.Work;

namespace ZOE.Matching.Web.Jobs;

/// <summary>What runs out: vacancies, courses, proposals, consents. Notices before, and the consequences on the day.</summary>
public sealed class ExpiryJob(MatchingDbContext db, Outbox outbox) : IPortalJob
{
    /// <summary>Days before the last day on which the organisation is told.</summary>
    public const int NoticeDays = 7;

    /// <summary>Most records of one run and kind.</summary>
    public const int BatchSize = 200;

    public static string Cron => "20 * * * * *";

    public async Task<int> RunAsync(CancellationToken stop) =>
        await EndVacanciesAsync(stop) + await EndCoursesAsync(stop) + await EndProposalsAsync(stop)
        + await HideCardsAsync(stop) + await WithdrawProposalsAsync(stop)
        + await NoticeVacanciesAsync(stop) + await NoticeCoursesAsync(stop) + await RemindConsentsAsync(stop);

    private async Task<int> EndVacanciesAsync(CancellationToken stop)
    {
        var today = outbox.Today;
        var due = await db.Vacancies.Where(v => v.State == VacancyState.Published && v.ExpiresOn < today).OrderBy(v => v.Id).Take(BatchSize).ToListAsync(stop);
        return await EachAsync(due, vacancy =>
        {
            vacancy.Expire();
            Tell($"expired:{vacancy.Id:N}:{vacancy.ExpiresOn:yyyyMMdd}", employerId: vacancy.EmployerId, vacancyId: vacancy.Id);
            return Task.CompletedTask;
        }, stop);
    }

    private async Task<int> EndCoursesAsync(CancellationToken stop)
    {
        var today = outbox.Today;
        var due = await db.Courses.Where(c => c.State == CourseState.Published && c.EnrolUntil < today).OrderBy(c => c.Id).Take(BatchSize).ToListAsync(stop);
        return await EachAsync(due, course =>
        {
            course.Expire();
            Tell($"expired:{course.Id:N}:{course.EnrolUntil:yyyyMMdd}", providerId: course.ProviderId, courseId: course.Id);
            return Task.CompletedTask;
        }, stop);
    }

    /// <summary>Proposals without an answer after their last day.</summary>
    private async Task<int> EndProposalsAsync(CancellationToken stop)
    {
        var today = outbox.Today;
        var due = await db.Proposals.Where(p => p.State == ProposalState.Sent && p.AnswerUntil < today).OrderBy(p => p.Id).Take(BatchSize).ToListAsync(stop);
        return await EachAsync(due, async proposal =>
        {
            proposal.Expire();
            await outbox.VoidAsync(proposal.Id);
        }, stop);
    }

    /// <summary>Open proposals whose yes has run out. One that has led to a placement stays what it is.</summary>
    private async Task<int> WithdrawProposalsAsync(CancellationToken stop)
    {
        var today = outbox.Today;
        var due = await db.Proposals
            .Where(p => p.State == ProposalState.Sent || p.State == ProposalState.Interview || p.State == ProposalState.Accepted)
            .Where(p => db.Consents.Any(c => c.Id == p.ConsentId && (c.ValidUntil < today || c.End != null)))
            .Where(p => !db.Placements.Any(x => x.ProposalId == p.Id && x.State != PlacementState.CalledOff))
            .OrderBy(p => p.Id).Take(BatchSize).ToListAsync(stop);
        return await EachAsync(due, async proposal =>
        {
            proposal.Withdraw();
            await outbox.VoidAsync(proposal.Id);
            await outbox.FinishTasksAsync(WorkTaskKind.ReleaseContact, proposal.Id, null);
            await outbox.FinishTasksAsync(WorkTaskKind.MakePlacement, proposal.Id, null);
        }, stop);
    }

    /// <summary>Cards whose consent no longer holds leave the search at once; all others are made anew without them.</summary>
    private async Task<int> HideCardsAsync(CancellationToken stop)
    {
        var today = outbox.Today;
        var gone = await db.Cards
            .Where(card => !db.Consents.Any(c => c.ClientId == card.ClientId && c.Scope == ConsentScope.Search && c.End == null && c.GivenOn <= today && c.ValidUntil >= today))
            .Where(card => !db.ProjectionTasks.Any(t => t.Kind == ProjectionKind.CardDocument && t.RecordId == card.ClientId && t.DoneVersion < t.Version))
            .OrderBy(card => card.ClientId).Select(card => card.ClientId).Take(BatchSize).ToListAsync(stop);
        if (gone.Count == 0) return 0;
        var raised = gone.Select(id => (ProjectionKind.CardDocument, id)).Append((ProjectionKind.AllCards, Guid.Empty)).ToHashSet();
        await db.InWriteTransactionAsync(() => ProjectionTasks.RaiseAsync(db, raised, stop), stop);
        return gone.Count;
    }

    private async Task<int> NoticeVacanciesAsync(CancellationToken stop)
    {
        var (today, last) = (outbox.Today, outbox.Today.AddDays(NoticeDays));
        var soon = await db.Vacancies.AsNoTracking().Where(v => v.State == VacancyState.Published && v.ExpiresOn >= today && v.ExpiresOn <= last).OrderBy(v => v.ExpiresOn).ThenBy(v => v.Id).Take(1000).ToListAsync(stop);
        var keys = await UntoldAsync(soon.Select(v => Key(v.Id, v.ExpiresOn)), stop);
        return await EachAsync(soon.Where(v => keys.Contains(Key(v.Id, v.ExpiresOn))).Take(BatchSize).ToList(), async vacancy =>
        {
            Tell(Key(vacancy.Id, vacancy.ExpiresOn), employerId: vacancy.EmployerId, vacancyId: vacancy.Id);
            if (await outbox.ContactOfAsync(vacancy.EmployerId, vacancy.ContactId) is { } contact)
                outbox.MailToContact(MailKind.OfferExpires, contact, vacancy.Id, $"{vacancy.ExpiresOn:yyyyMMdd}");
        }, stop);
    }

    private async Task<int> NoticeCoursesAsync(CancellationToken stop)
    {
        var (today, last) = (outbox.Today, outbox.Today.AddDays(NoticeDays));
        var soon = await db.Courses.AsNoTracking().Where(c => c.State == CourseState.Published && c.EnrolUntil >= today && c.EnrolUntil <= last).OrderBy(c => c.EnrolUntil).ThenBy(c => c.Id).Take(1000).ToListAsync(stop);
        var keys = await UntoldAsync(soon.Select(c => Key(c.Id, c.EnrolUntil)), stop);
        return await EachAsync(soon.Where(c => keys.Contains(Key(c.Id, c.EnrolUntil))).Take(BatchSize).ToList(), course =>
        {
            Tell(Key(course.Id, course.EnrolUntil), providerId: course.ProviderId, courseId: course.Id);
            outbox.MailToProvider(MailKind.OfferExpires, course.ProviderId, course.Id, $"{course.EnrolUntil:yyyyMMdd}");
            return Task.CompletedTask;
        }, stop);
    }

    /// <summary>A task for the coach 30 and 7 days before a consent to be searchable ends, unless a later one is there already.</summary>
    private async Task<int> RemindConsentsAsync(CancellationToken stop)
    {
        var (today, last) = (outbox.Today, outbox.Today.AddDays(ConsentRules.RemindDaysBefore.Max()));
        var soon = await db.Consents.AsNoTracking()
            .Where(c => c.Scope == ConsentScope.Search && c.End == null && c.GivenOn <= today && c.ValidUntil >= today && c.ValidUntil <= last)
            .Where(c => !db.Consents.Any(later => later.ClientId == c.ClientId && later.Scope == ConsentScope.Search && later.End == null && later.ValidUntil > c.ValidUntil))
            .OrderBy(c => c.ValidUntil).ThenBy(c => c.Id).Take(1000).ToListAsync(stop);
        var due = soon.Select(c => (Consent: c, Key: ConsentRules.ReminderDue(c, today) is { } day ? $"{WorkTaskKind.ConsentEnds}:{c.Id:N}:{day:yyyyMMdd}" : null)).Where(d => d.Key is not null).ToList();
        var keys = due.Select(d => d.Key).ToList();
        var there = await db.Tasks.Where(t => keys.Contains(t.BusinessKey)).Select(t => t.BusinessKey).ToListAsync(stop);
        return await EachAsync(due.Where(d => !there.Contains(d.Key!)).Take(BatchSize).ToList(), async d =>
        {
            var coachId = await db.Clients.Where(c => c.Id == d.Consent.ClientId).Select(c => c.CoachId).SingleAsync();
            outbox.Task(new WorkTask { Kind = WorkTaskKind.ConsentEnds, BusinessKey = d.Key!, OwnerId = coachId, DueOn = d.Consent.ValidUntil, ClientId = d.Consent.ClientId, CreatedAtUtc = outbox.Now });
        }, stop);
    }

    private static string Key(Guid id, DateOnly lastDay) => $"expires:{id:N}:{lastDay:yyyyMMdd}";

    private async Task<HashSet<string>> UntoldAsync(IEnumerable<string> keys, CancellationToken stop)
    {
        var asked = keys.ToList();
        var told = await db.Inbox.Where(i => asked.Contains(i.BusinessKey)).Select(i => i.BusinessKey).ToListAsync(stop);
        return [.. asked.Except(told)];
    }

    private void Tell(string key, Guid? employerId = null, Guid? vacancyId = null, Guid? providerId = null, Guid? courseId = null) =>
        outbox.Inbox(new InboxItem { Kind = InboxKind.OfferExpires, BusinessKey = key, EmployerId = employerId, VacancyId = vacancyId, ProviderId = providerId, CourseId = courseId, CreatedAtUtc = outbox.Now });

    /// <summary>One transaction for each record; a race that another server has won is no error.</summary>
    private async Task<int> EachAsync<T>(IReadOnlyList<T> records, Func<T, Task> act, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        var done = 0;
        foreach (var record in records)
        {
            stop.ThrowIfCancellationRequested();
            done += await db.TryStepAsync(async () =>
            {
                if (record is Aggregate aggregate) db.Attach(aggregate);
                await act(record);
                return true;
            }, stop);
        }

        return done;
    }
}
