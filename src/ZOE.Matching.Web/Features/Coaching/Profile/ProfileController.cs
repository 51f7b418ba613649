using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Audit;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Web.Clients;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Texts;
using ZOE.Matching.Web.Vocabulary;
using ZOE.Matching.Web.Work;

namespace ZOE.Matching.Web.Features.Coaching.Profile;

/// <summary>The competence profile: entries, proofs (append-only), German.</summary>
[Area("Coaching")]
[Route("coaching/clients/{clientId:guid}/profile")]
[Authorize(Policy = Policies.Coaching)]
public sealed class ProfileController(MatchingDbContext db, ClientViews views, EvidenceDesk desk, ConceptLinks words, IStringLocalizer<Coach> texts) : PortalController
{
    [HttpGet("")]
    public Task<IActionResult> Show(Guid clientId, [FromServices] TimeProvider clock, CancellationToken stop) =>
        PageAsync(clientId, new EvidenceForm { On = clock.Today(), Source = texts["Profile.SourceTalk"] }, new GermanForm { On = clock.Today() }, clock.Today(), stop);

    [HttpPost("")]
    public async Task<IActionResult> Add(Guid clientId, [Bind(Prefix = "Form")] EvidenceForm form, [FromServices] TimeProvider clock, [FromServices] CurrentUser user, [FromServices] OpenWordDesk open, CancellationToken stop)
    {
        var client = await views.TrackedAsync(clientId);
        if (client is null) return NotFound();
        CheckDays("Form", form.On, form.ValidUntil, clock.Today());
        if (!ModelState.IsValid) return await PageAsync(clientId, form, new GermanForm { On = clock.Today() }, clock.Today(), stop);
        var concept = (await words.LinkAsync(form.Typed, form.Kind, stop)).ConceptId;
        if (concept is null) await open.NoteAsync(form.Typed, form.Kind, stop);
        var entry = await desk.AddAsync(client, form.Kind, form.Typed, concept, new EvidenceOrigin(form.Evidence, form.Level, form.Source.Trim(), form.On!.Value, form.ValidUntil), user.Id, clock.NowUtc());
        entry.Years = form.Years ?? entry.Years;
        return await DoneAsync(clientId, texts[entry.ConceptId is null ? "Profile.AddedUnlinked" : "Profile.Added"]);
    }

    [HttpPost("german")]
    public async Task<IActionResult> German(Guid clientId, [Bind(Prefix = "Language")] GermanForm form, [FromServices] TimeProvider clock, [FromServices] CurrentUser user, CancellationToken stop)
    {
        var client = await views.TrackedAsync(clientId);
        if (client is null) return NotFound();
        CheckDays("Language", form.On, null, clock.Today());
        if (!ModelState.IsValid) return await PageAsync(clientId, new EvidenceForm { On = clock.Today() }, form, clock.Today(), stop);
        foreach (var (skill, level) in new[] { (LanguageSkill.Spoken, form.Spoken!.Value), (LanguageSkill.Written, form.Written!.Value) })
            client.AddLanguageEvidence(new LanguageEvidence { ClientId = clientId, Skill = skill, Level = level, Kind = form.Evidence, Source = form.Source.Trim(), On = form.On!.Value, RecordedById = user.Id, RecordedAtUtc = clock.NowUtc() });
        return await DoneAsync(clientId, texts["Profile.GermanAdded"]);
    }

    [HttpPost("{entryId:guid}/retire")]
    public async Task<IActionResult> Retire(Guid clientId, Guid entryId)
    {
        var entry = (await views.TrackedAsync(clientId))?.Profile.SingleOrDefault(e => e.Id == entryId);
        if (entry is null) return NotFound();
        entry.Retired = true;
        return await DoneAsync(clientId, texts["Profile.Retired", entry.Typed]);
    }

    [HttpPost("{entryId:guid}/link")]
    public async Task<IActionResult> Link(Guid clientId, Guid entryId, Guid conceptId, CancellationToken stop)
    {
        var client = await views.TrackedAsync(clientId);
        var entry = client?.Profile.SingleOrDefault(e => e.Id == entryId);
        if (client is null || entry is null || !await db.Concepts.AnyAsync(c => c.Id == conceptId && c.Kind == entry.Kind, stop)) return NotFound();
        entry.ConceptId = conceptId;
        return await DoneAsync(clientId, texts["Profile.Linked", entry.Typed]);
    }

    private void CheckDays(string prefix, DateOnly? on, DateOnly? until, DateOnly today)
    {
        if (on > today) ModelState.AddModelError($"{prefix}.On", texts["Profile.InFuture"]);
        if (until < on) ModelState.AddModelError($"{prefix}.ValidUntil", texts["Profile.EndsBefore"]);
    }

    private async Task<IActionResult> DoneAsync(Guid clientId, string text)
    {
        if (await db.SaveOrRefuseAsync() is { } refusal) Problem(refusal);
        else Notice(text);
        return RedirectToAction(nameof(Show), new { clientId });
    }

    private async Task<IActionResult> PageAsync(Guid clientId, EvidenceForm form, GermanForm language, DateOnly today, CancellationToken stop)
    {
        var page = await views.ShowAsync(clientId, AuditPurpose.ProfileEdit, async () =>
        {
            var client = await db.Clients.AsNoTracking().AsSplitQuery().Include(c => c.Profile).ThenInclude(e => e.Evidence).Include(c => c.LanguageEvidence)
                .SingleAsync(c => c.Id == clientId, stop);
            List<EntryRow> rows = [];
            foreach (var entry in client.Profile.Where(e => !e.Retired).OrderBy(e => e.Kind).ThenBy(e => e.Typed))
            {
                var label = await words.LabelAsync(entry.ConceptId, stop);
                rows.Add(new EntryRow(entry, EvidenceMerge.Current(entry.Evidence, today), label, label is null ? (await words.LinkAsync(entry.Typed, entry.Kind, stop)).Suggestions : []));
            }

            return (ProfileView?)new ProfileView(rows, [.. client.LanguageEvidence.OrderByDescending(e => e.On).ThenBy(e => e.Skill)], form, language);
        });
        return page is null ? NotFound() : View("Profile", page);
    }
}
