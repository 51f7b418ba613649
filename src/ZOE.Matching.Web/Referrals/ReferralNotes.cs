using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Data;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Notes;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Domain.Reference;
using ZOE.Matching.Web.Notes;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Referrals;

/// <summary>The notes for VerBIS of a referral's events (sent, accepted or returned, result), the newest first.</summary>
public sealed class ReferralNotes(MatchingDbContext db, NoteWriter writer, IStringLocalizer<Texts.Notes> texts)
{
    /// <summary>Most referrals of one answer.</summary>
    public const int Most = 10;

    /// <param name="referrals">Of one client who is the reader's own; the caller audits.</param>
    public async Task<IReadOnlyList<string>> OfAsync(IQueryable<Referral> referrals, CancellationToken stop = default)
    {
        var found = await referrals.AsNoTracking().OrderByDescending(r => r.ReferredAtUtc).ThenBy(r => r.Id).Take(Most)
            .Join(db.Courses, r => r.CourseId, c => c.Id, (referral, course) => new { referral, course })
            .Select(x => new
            {
                x.referral,
                x.course,
                Provider = db.Providers.Where(p => p.Id == x.referral.ProviderId).Select(p => p.Name).First(),
                Verbis = db.Clients.Where(c => c.Id == x.referral.ClientId).Select(c => c.VerbisNumber).First(),
                By = db.Users.Where(u => u.Id == x.referral.ReferredById).Select(u => u.DisplayName).FirstOrDefault(),
                Reason = db.Reasons.Where(r => r.Kind == ReasonKind.CourseReturned && r.Code == x.referral.ReturnReason).Select(r => r.Label).FirstOrDefault(),
            }).ToListAsync(stop);
        return [.. found.OrderByDescending(x => x.referral.ReferredAtUtc).SelectMany(x => Events(x.referral, x.course, x.Provider, x.Verbis, x.By, x.Reason)).Select(writer.Write)];
    }

    private IEnumerable<VerbisNote> Events(Referral referral, Course course, string provider, string verbis, string? by, string? reason)
    {
        var sent = new VerbisNote
        {
            Kind = NoteKind.ReferralSent,
            On = LegalDay.Of(referral.ReferredAtUtc),
            VerbisNumber = verbis,
            By = by,
            Organisation = provider,
            Subject = course.Title,
            Reference = course.Reference,
            From = course.StartsOn,
            Until = course.EndsOn,
            HoursPerWeek = course.HoursPerWeek,
        };
        var answer = sent with { Kind = NoteKind.ReferralAnswered, By = null };
        if (referral.EndedOn is { } ended)
        {
            var result = Label.Of(referral.State);
            yield return answer with { Kind = NoteKind.ReferralEnded, On = ended, Result = referral.LevelReached == CefrLevel.None ? result : $"{result}, {texts["German", Label.Of(referral.LevelReached)].Value}" };
        }

        if (referral.AnsweredAtUtc is { } answeredAt)
        {
            var returned = referral.State == ReferralState.Returned;
            yield return answer with
            {
                On = LegalDay.Of(answeredAt),
                Result = Label.Of(returned ? ReferralState.Returned : ReferralState.Accepted),
                Reason = returned ? string.Join(" – ", new[] { reason ?? referral.ReturnReason, referral.ReturnNote }.Where(t => !string.IsNullOrWhiteSpace(t))) : null,
            };
        }

        yield return sent;
    }
}
