using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Audit;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Domain.Vocabulary;
using ZOE.Matching.Web.Clients;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Placements;
using ZOE.Matching.Web.Referrals;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Coaching.Confirmations;

/// <summary>One thing that an employer or Träger reports.</summary>
public sealed record ReportedRow(string Address, ConceptKind? Kind, string Typed, string Level, string By, DateOnly On);

/// <summary>What waits for the coach.</summary>
public sealed record ConfirmationsView(IReadOnlyList<ReportedRow> Rows)
{
    /// <summary>What was confirmed of late, to copy into VerBIS.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>Competences reported by employers and Träger: the coach confirms them as evidence, or rejects them.</summary>
[Area("Coaching")]
[Route("coaching/clients/{clientId:guid}/confirmations")]
[Authorize(Policy = Policies.Coaching)]
public sealed class ConfirmationsController(MatchingDbContext db, ClientViews views, PlacementDesk placements, ReferralDesk referrals, IStringLocalizer<Coach> texts) : PortalController
{
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid clientId, [FromServices] ConfirmationNotes notes, CancellationToken stop) =>
        await views.ShowAsync(clientId, AuditPurpose.Profile, async () => await ReadAsync(clientId, stop) with { Notes = await notes.OfAsync(clientId, stop) }) is { } page ? View("Confirmations", page) : NotFound();

    [HttpPost("observed/{observedId:guid}")]
    public async Task<IActionResult> Observed(Guid clientId, Guid observedId, bool confirmed)
    {
        var client = await views.TrackedAsync(clientId);
        var placement = await db.Placements.Include(p => p.Observed).SingleOrDefaultAsync(p => p.ClientId == clientId && p.Observed.Any(o => o.Id == observedId));
        if (client is null || placement is null) return NotFound();
        return Done(clientId, await placements.ConfirmObservedAsync(placement, client, observedId, confirmed), confirmed);
    }

    [HttpPost("result/{resultId:guid}")]
    public async Task<IActionResult> Result(Guid clientId, Guid resultId, bool confirmed)
    {
        var client = await views.TrackedAsync(clientId);
        var referral = await db.Referrals.Include(r => r.Results).SingleOrDefaultAsync(r => r.ClientId == clientId && r.Results.Any(x => x.Id == resultId));
        if (client is null || referral is null) return NotFound();
        return Done(clientId, await referrals.ConfirmResultAsync(referral, client, resultId, confirmed), confirmed);
    }

    [HttpPost("level/{referralId:guid}")]
    public async Task<IActionResult> Level(Guid clientId, Guid referralId)
    {
        var client = await views.TrackedAsync(clientId);
        var referral = await db.Referrals.Include(r => r.Results).SingleOrDefaultAsync(r => r.ClientId == clientId && r.Id == referralId);
        if (client is null || referral is null) return NotFound();
        var provider = await db.Providers.Where(p => p.Id == referral.ProviderId).Select(p => p.Name).SingleAsync();
        var decision = IsTaken(client, referral, provider) ? new Refusal("Observed.AlreadyDecided") : await referrals.ConfirmLevelAsync(referral, client);
        return Done(clientId, decision, true);
    }

    private async Task<ConfirmationsView> ReadAsync(Guid clientId, CancellationToken stop)
    {
        var root = $"/coaching/clients/{clientId}/confirmations";
        var observed = await db.Placements.AsNoTracking().Where(p => p.ClientId == clientId).SelectMany(p => p.Observed, (p, o) => new { p, o })
            .Where(x => x.o.State == ObservationState.Waiting)
            .Select(x => new { x.o, By = db.Employers.Where(e => e.Id == x.p.EmployerId).Select(e => e.Name).First() }).ToListAsync(stop);
        var finished = await db.Referrals.AsNoTracking().Include(r => r.Results)
            .Where(r => r.ClientId == clientId && (r.State == ReferralState.Finished || r.State == ReferralState.BrokenOff)).ToListAsync(stop);
        var providers = await db.Providers.Where(p => db.Referrals.Any(r => r.ClientId == clientId && r.ProviderId == p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, stop);
        var client = await db.Clients.AsNoTracking().Include(c => c.LanguageEvidence).SingleAsync(c => c.Id == clientId, stop);
        return new ConfirmationsView(
        [
            .. observed.Select(x => new ReportedRow($"{root}/observed/{x.o.Id}", ConceptKind.Competence, x.o.Typed, Label.Of(x.o.Level), x.By, LegalDay.Of(x.o.StatedAtUtc))),
            .. finished.SelectMany(r => r.Results.Where(x => x.State == ObservationState.Waiting)
                .Select(x => new ReportedRow($"{root}/result/{x.Id}", x.Kind, x.Typed, Label.Of(x.Level), providers[r.ProviderId], r.EndedOn!.Value))),
            .. finished.Where(r => r.LevelReached != CefrLevel.None && !IsTaken(client, r, providers[r.ProviderId]))
                .Select(r => new ReportedRow($"{root}/level/{r.Id}", null, texts["Confirm.German"], Label.Of(r.LevelReached), providers[r.ProviderId], r.EndedOn!.Value)),
        ]);
    }

    private static bool IsTaken(Client client, Referral referral, string provider) =>
        client.LanguageEvidence.Any(e => e.Kind == EvidenceKind.CourseResult && e.Source == provider && e.On == referral.EndedOn && e.Level == referral.LevelReached);

    private RedirectToActionResult Done(Guid clientId, Decision decision, bool confirmed)
    {
        if (decision.Refusal is { } refusal) Problem(refusal);
        else Notice(texts[confirmed ? "Confirm.Done" : "Confirm.Rejected"]);
        return RedirectToAction(nameof(Show), new { clientId });
    }
}
