using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data.Mail;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Domain.Work;

namespace ZOE.Matching.Web.Tests.Kills;

internal sealed partial class KillVerdict
{
    /// <summary>Evidence, referrals with their answers, funding decisions: each acknowledged one is there with all that belongs to it, none is there twice.</summary>
    private async Task CareAsync()
    {
        var evidence = await db.CompetenceEvidence.AsNoTracking().Join(db.ProfileEntries, e => e.EntryId, p => p.Id, (e, p) => new { p.ClientId, p.Typed })
            .Where(e => e.Typed.StartsWith("Fertigkeit ")).ToListAsync();
        foreach (var twice in evidence.GroupBy(e => e.Typed).Where(g => g.Count() > 1)) Check(false, $"evidence of {twice.Key} twice");
        foreach (var line in Of("evidence")) Check(evidence.Any(e => e.Typed == line.Key && e.ClientId.ToString() == line.Value), $"evidence of {line.Key} lost");

        var inbox = (await db.Inbox.AsNoTracking().Select(i => i.BusinessKey).ToListAsync()).ToLookup(k => k);
        var mails = (await db.Mails.AsNoTracking().Where(m => m.Kind == MailKind.ReferralSent).Select(m => m.RecordId).ToListAsync()).ToLookup(id => id);
        var tasks = (await db.Tasks.AsNoTracking().Where(t => t.Kind == WorkTaskKind.ReferralReturned).Select(t => t.ReferralId).ToListAsync()).ToLookup(id => id);
        var referrals = await db.Referrals.AsNoTracking().ToListAsync();
        foreach (var twice in referrals.GroupBy(r => (r.ClientId, r.CourseId)).Where(g => g.Count() > 1)) Check(false, $"referral {twice.Key} twice");
        foreach (var line in Of("referral")) Check(referrals.Any(r => r.ClientId.ToString() == line.Key && r.CourseId.ToString() == line.Value), $"referral of {line.Key} lost");
        foreach (var referral in referrals)
        {
            var (accepted, returned) = (referral.State == ReferralState.Accepted, referral.State == ReferralState.Returned);
            Check(mails[referral.Id].Count() == 1, $"mail of referral {referral.Id} not exactly once");
            Check(inbox[$"referral-received:{referral.Id:N}"].Count() == 1, $"Träger not told exactly once of referral {referral.Id}");
            Check(inbox[$"referral-accepted:{referral.Id:N}"].Count() == (accepted ? 1 : 0), $"coach not told as it is of accepted referral {referral.Id}");
            Check(inbox[$"referral-returned:{referral.Id:N}"].Count() == (returned ? 1 : 0), $"coach not told as it is of returned referral {referral.Id}");
            Check(tasks[referral.Id].Count() == (returned ? 1 : 0), $"task of referral {referral.Id}, which is {referral.State}: {tasks[referral.Id].Count()}");
        }

        foreach (var line in Of("referral-answer"))
            Check(referrals.Any(r => r.Id.ToString() == line.Key && r.State == (line.Value == "returned" ? ReferralState.Returned : ReferralState.Accepted)), $"answer {line.Value} to referral {line.Key} lost");

        var placements = await db.Placements.AsNoTracking().Include(p => p.Funding).ToDictionaryAsync(p => p.Id.ToString());
        foreach (var twice in (await db.FundingDecisions.Select(f => f.PlacementId).ToListAsync()).GroupBy(id => id).Where(g => g.Count() > 1)) Check(false, $"funding of {twice.Key} decided twice");
        foreach (var line in Of("funding"))
            Check(placements.GetValueOrDefault(line.Key) is { Funding: { } funding } placement && funding.Granted == (line.Value == "granted") && placement.State != PlacementState.AwaitingFunding, $"funding {line.Value} of {line.Key} lost");
    }
}
