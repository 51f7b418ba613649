using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Mail;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Proposals;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Domain.Work;

namespace ZOE.Matching.Web.Tests.Kills;

/// <summary>Compares what was acknowledged with what the records hold, and both with the mails that arrived. Every difference is a line.</summary>
internal sealed partial class KillVerdict(MatchingDbContext db, IReadOnlyList<Acknowledged> journal, IReadOnlyList<Letter> letters, DateOnly today)
{
    private readonly List<string> _wrong = [];

    public async Task<IReadOnlyList<string>> FindAsync()
    {
        await ChainsAsync();
        await AnswersAsync();
        await OffersAsync();
        await CareAsync();
        await FollowUpsAsync();
        await KeysAsync();
        await MailsAsync();
        return _wrong;
    }

    private void Check(bool holds, string otherwise)
    {
        if (!holds) _wrong.Add(otherwise);
    }

    private IEnumerable<Acknowledged> Of(string command) => journal.Where(j => j.Command == command);

    /// <summary>Clients, yeses, proposals, releases and placements: each acknowledged one is there, with all that belongs to it, and nothing is there twice.</summary>
    private async Task ChainsAsync()
    {
        var clients = await db.Clients.AsNoTracking().Where(c => c.VerbisNumber.StartsWith("K")).Include(c => c.Consents).ToListAsync();
        var proposals = await db.Proposals.AsNoTracking().ToListAsync();
        var placements = await db.Placements.AsNoTracking().ToListAsync();
        var mails = await db.Mails.AsNoTracking().Select(m => m.BusinessKey).ToListAsync();
        var inbox = await db.Inbox.AsNoTracking().Select(i => i.BusinessKey).ToListAsync();
        foreach (var twice in clients.GroupBy(c => c.VerbisNumber).Where(g => g.Count() > 1)) Check(false, $"client {twice.Key} twice");
        var byNumber = clients.DistinctBy(c => c.VerbisNumber).ToDictionary(c => c.VerbisNumber);
        foreach (var line in Of("client")) Check(byNumber.ContainsKey(line.Key), $"client {line.Key} lost");
        foreach (var line in Of("yes"))
            Check(byNumber.GetValueOrDefault(line.Key)?.Consents.Count(c => c.Scope == ConsentScope.Vacancy && c.VacancyId.ToString() == line.Value) == 1, $"yes of {line.Key} not exactly once");
        foreach (var line in Of("proposal")) Check(proposals.Any(p => p.Id.ToString() == line.Value && p.ClientId == byNumber[line.Key].Id), $"proposal of {line.Key} lost");
        foreach (var proposal in proposals)
        {
            Check(proposals.Count(p => p.ClientId == proposal.ClientId && p.VacancyId == proposal.VacancyId) == 1, $"proposal {proposal.Id} twice");
            Check(mails.Count(k => k.StartsWith($"{MailKind.Proposal}:", StringComparison.Ordinal) && k.Contains(proposal.Id.ToString("N"), StringComparison.Ordinal)) == 1, $"mail of proposal {proposal.Id} not exactly once");
            Check(inbox.Count(k => k == $"proposal-received:{proposal.Id:N}") == 1, $"inbox item of proposal {proposal.Id} not exactly once");
        }

        foreach (var line in Of("release"))
        {
            Check(proposals.Single(p => p.Id.ToString() == line.Key).ReleasedAtUtc is not null, $"release of {line.Key} lost");
            Check(inbox.Count(k => k == $"contact-released:{Guid.Parse(line.Key):N}") == 1, $"inbox item of release {line.Key} not exactly once");
        }

        foreach (var line in Of("placement"))
        {
            var made = placements.Where(p => p.ProposalId.ToString() == line.Key).ToList();
            Check(made.Count == 1 && $"{made[0].Kind}|{made[0].StartOn:yyyy-MM-dd}|{made[0].EndOn:yyyy-MM-dd}" == line.Value, $"placement of proposal {line.Key} not exactly once as acknowledged");
        }

        foreach (var twice in placements.GroupBy(p => p.ClientId).Where(g => g.Count() > 1)) Check(false, $"placements of client {twice.Key}: {twice.Count()}");
    }

    /// <summary>Answers by link: the link is used, the record holds the answer, the coach knows once.</summary>
    private async Task AnswersAsync()
    {
        var links = await db.AnswerLinks.AsNoTracking().ToDictionaryAsync(l => l.TokenHash);
        var proposals = await db.Proposals.AsNoTracking().ToDictionaryAsync(p => p.Id);
        var followUps = await db.FollowUps.AsNoTracking().ToDictionaryAsync(f => f.Id);
        var inbox = (await db.Inbox.AsNoTracking().Select(i => i.BusinessKey).ToListAsync()).ToLookup(k => k);
        foreach (var line in Of("answer"))
        {
            if (!links.TryGetValue(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(line.Key))), out var link))
            {
                Check(false, $"link of an acknowledged answer {line.Value} lost");
                continue;
            }

            Check(link.UsedAtUtc is not null, $"link {link.Id} not used up");
            if (proposals.TryGetValue(link.RecordId, out var proposal))
            {
                var state = Enum.Parse<ProposalAnswer>(line.Value) switch { ProposalAnswer.Interview => ProposalState.Interview, ProposalAnswer.Yes => ProposalState.Accepted, ProposalAnswer.No => ProposalState.Declined };
                Check(proposal.State == state, $"proposal {proposal.Id} is {proposal.State}, acknowledged {line.Value}");
                Check(inbox[$"proposal-answered:{proposal.Id:N}:{line.Value}"].Count() == 1, $"coach not told exactly once of the answer to {proposal.Id}");
            }
            else
            {
                var followUp = followUps[link.RecordId];
                Check(followUp.Answer?.ToString() == line.Value && followUp.Source == AnswerSource.EmployerLink, $"follow-up {followUp.Id} holds {followUp.Answer}, acknowledged {line.Value}");
                Check(inbox[$"follow-up-answered:{followUp.Id:N}"].Count() == 1, $"coach not told exactly once of the answer to follow-up {followUp.Id}");
            }
        }
    }

    /// <summary>Registered employers with account, task and mail; courses with their state.</summary>
    private async Task OffersAsync()
    {
        var employers = (await db.Employers.AsNoTracking().Where(e => e.Name.StartsWith("Neubetrieb")).ToListAsync()).ToLookup(e => e.Name);
        var courses = (await db.Courses.AsNoTracking().Where(c => c.Title.StartsWith("Kurs ")).ToListAsync()).ToLookup(c => c.Title);
        foreach (var twice in employers.Where(g => g.Count() > 1)) Check(false, $"employer {twice.Key} twice");
        foreach (var twice in courses.Where(g => g.Count() > 1)) Check(false, $"course {twice.Key} twice");
        foreach (var line in Of("employer").Where(l => !employers.Contains(l.Key))) Check(false, $"employer {line.Key} lost");
        foreach (var employer in employers.SelectMany(g => g))
        {
            Check(await db.Users.CountAsync(u => u.EmployerId == employer.Id) == 1, $"account of {employer.Name} not exactly once");
            Check(await db.Tasks.CountAsync(t => t.Kind == WorkTaskKind.ApproveEmployer && t.EmployerId == employer.Id) == 1, $"task for {employer.Name} not exactly once");
            Check(await db.Mails.CountAsync(m => m.Kind == MailKind.EmployerApproved && m.RecordId == employer.Id) == 1, $"mail to {employer.Name} not exactly once");
        }

        foreach (var line in Of("course")) Check(courses[line.Key].Any(), $"course {line.Key} lost");
        foreach (var line in Of("publish")) Check(courses[line.Key].Any(c => c.State == CourseState.Published), $"course {line.Key} not published");
    }

    /// <summary>Each placement has exactly the questions that the hand-counted plan demands; what is due has been asked, once.</summary>
    private async Task FollowUpsAsync()
    {
        var inbox = (await db.Inbox.AsNoTracking().Where(i => i.Kind == InboxKind.FollowUpDue).Select(i => i.BusinessKey).ToListAsync()).ToLookup(k => k);
        var mails = (await db.Mails.AsNoTracking().Where(m => m.Kind == MailKind.FollowUp || m.Kind == MailKind.FollowUpReminder).ToListAsync()).ToLookup(m => (m.RecordId, m.Kind));
        foreach (var placement in await db.Placements.AsNoTracking().Include(p => p.FollowUps).ToListAsync())
        {
            var there = placement.FollowUps.OrderBy(f => f.DueOn).Select(f => (f.Kind, f.DueOn));
            Check(there.SequenceEqual(FollowUpOracle.Of(placement.Kind, placement.StartOn, placement.EndOn)), $"questions of placement {placement.Id}: {string.Join(", ", there)}");
            foreach (var due in placement.FollowUps.Where(f => f.DueOn <= today && f.State != FollowUpState.Void))
            {
                Check(due.State != FollowUpState.Open, $"question {due.Kind} of placement {placement.Id} is due since {due.DueOn} and not asked");
                Check(inbox[$"follow-up-due:{due.Id:N}"].Count() == 1, $"employer not told exactly once of question {due.Id}");
                Check(mails[(due.Id, MailKind.FollowUp)].Count() == 1, $"mail of question {due.Id} not exactly once");
                Check(mails[(due.Id, MailKind.FollowUpReminder)].Count() <= 1, $"reminder of question {due.Id} more than once");
            }
        }
    }

    private async Task KeysAsync()
    {
        foreach (var key in (await db.Inbox.Select(i => i.BusinessKey).ToListAsync()).GroupBy(k => k).Where(g => g.Count() > 1)) Check(false, $"inbox {key.Key} twice");
        foreach (var key in (await db.Tasks.Select(t => t.BusinessKey).ToListAsync()).GroupBy(k => k).Where(g => g.Count() > 1)) Check(false, $"task {key.Key} twice");
        var pairs = await db.Inbox.Where(i => i.Kind == InboxKind.VacancyForClient).Select(i => new { i.UserId, i.ClientId, i.VacancyId }).ToListAsync();
        foreach (var pair in pairs.GroupBy(p => p).Where(g => g.Count() > 1)) Check(false, $"match notice {pair.Key} twice in the inbox");
    }

    /// <summary>Deadline mails: each arrived, always under one Message-ID. Match notices: at most once. Nothing arrived that no row knows.</summary>
    private async Task MailsAsync()
    {
        var rows = await db.Mails.AsNoTracking().ToListAsync();
        var arrived = letters.ToLookup(l => l.MessageId);
        var known = rows.Select(r => r.MessageId).ToHashSet();
        foreach (var stranger in letters.Where(l => !known.Contains(l.MessageId))) Check(false, $"mail {stranger.MessageId} to {stranger.To} belongs to no row");
        foreach (var row in rows)
        {
            var times = arrived[row.MessageId].Count();
            if (row.Kind == MailKind.MatchNotice) Check(times <= 1 && (row.State != MailState.Sent || times == 1), $"match notice {row.Id} is {row.State} and arrived {times} times");
            else Check(row.State == MailState.Void || (row.State == MailState.Sent && times >= 1), $"mail {row.Kind} {row.Id} is {row.State} and arrived {times} times");
        }

        // The same letter (recipient, subject, link) never goes out under two Message-IDs.
        foreach (var letter in letters.Where(l => Link().IsMatch(l.Body)).GroupBy(l => (l.To, l.Subject, Link().Match(l.Body).Value)).Where(g => g.Select(l => l.MessageId).Distinct().Count() > 1))
            Check(false, $"letter {letter.Key.Subject} to {letter.Key.To} under {letter.Select(l => l.MessageId).Distinct().Count()} Message-IDs");
    }

    [GeneratedRegex("/answer/[a-z-]+/[A-Za-z0-9_-]+")]
    private static partial Regex Link();
}
