using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Data;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Notes;
using ZOE.Matching.Web.Notes;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Coaching.Confirmations;

/// <summary>The notes for VerBIS of what a coach has confirmed: one for each day and each side that reported, the newest first.</summary>
public sealed class ConfirmationNotes(MatchingDbContext db, NoteWriter writer, IStringLocalizer<ZOE.Matching.Web.Texts.Notes> texts)
{
    /// <summary>Most notes on the page.</summary>
    private const int Most = 5;

    private sealed record Confirmed(DateTime AtUtc, string Source, string Subject, Guid ById);

    public async Task<IReadOnlyList<string>> OfAsync(Guid clientId, CancellationToken stop)
    {
        var verbis = await db.Clients.Where(c => c.Id == clientId).Select(c => c.VerbisNumber).SingleAsync(stop);
        var competences = await db.CompetenceEvidence.AsNoTracking().Where(e => e.ClientId == clientId && (e.PlacementId != null || e.ReferralId != null))
            .Join(db.ProfileEntries, e => e.EntryId, p => p.Id, (e, p) => new { e.RecordedAtUtc, e.Source, p.Typed, e.Level, e.RecordedById }).ToListAsync(stop);
        var levels = await db.LanguageEvidence.AsNoTracking().Where(e => e.ClientId == clientId && e.Kind == EvidenceKind.CourseResult)
            .Select(e => new { e.RecordedAtUtc, e.Source, e.Level, e.RecordedById }).Distinct().ToListAsync(stop);
        var all = competences.Select(c => new Confirmed(c.RecordedAtUtc, c.Source, $"{c.Typed} ({Label.Of(c.Level)})", c.RecordedById))
            .Concat(levels.Select(l => new Confirmed(l.RecordedAtUtc, l.Source, texts["German", Label.Of(l.Level)], l.RecordedById)))
            .GroupBy(c => (On: LegalDay.Of(c.AtUtc), c.Source, c.ById)).OrderByDescending(g => g.Max(c => c.AtUtc)).Take(Most).ToList();
        var people = all.Select(g => g.Key.ById).ToList();
        var names = await db.Users.Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, stop);
        return
        [
            .. all.Select(g => writer.Write(new VerbisNote
            {
                Kind = NoteKind.CompetenceConfirmed,
                On = g.Key.On,
                VerbisNumber = verbis,
                By = names.GetValueOrDefault(g.Key.ById),
                Organisation = g.Key.Source,
                Subject = string.Join(", ", g.OrderBy(c => c.AtUtc).Select(c => c.Subject)),
            })),
        ];
    }
}
