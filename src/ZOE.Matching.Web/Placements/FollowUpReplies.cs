using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Data;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Reference;
using ZOE.Matching.Domain.Vocabulary;
using ZOE.Matching.Web.Reference;
using ZOE.Matching.Web.Texts;
using ZOE.Matching.Web.Vocabulary;

namespace ZOE.Matching.Web.Placements;

/// <summary>A competence whose level is asked for.</summary>
public sealed record OfferedCompetence(string Key, string Typed, Guid? ConceptId);

/// <summary>A question about a placement with everything its form offers. No person in it.</summary>
/// <param name="Title">Of the vacancy; null when candidate-led.</param>
/// <param name="Reference">The vacancy's number.</param>
public sealed record AskedFollowUp(Placement Placement, FollowUp FollowUp, string? Title, string? Reference)
{
    public required IReadOnlyList<SelectListItem> Answers { get; init; }

    /// <summary>Reasons for an end before the time or for never coming; empty when neither is offered.</summary>
    public required IReadOnlyList<SelectListItem> Reasons { get; init; }

    public required IReadOnlyList<OfferedCompetence> Offered { get; init; }

    public bool AsksSide => Offers(FollowUpAnswer.BrokenOff);

    public bool AsksCompetences => FollowUp.Kind == FollowUpKind.End;

    public bool Offers(FollowUpAnswer answer) => FollowUpQuestions.Allows(FollowUp.Kind, Placement.Kind, answer);
}

/// <summary>Shows a question about a placement and reads its answer, the same for link, portal and phone.</summary>
public sealed class FollowUpReplies(MatchingDbContext db, ReasonChoices reasons, ConceptLinks concepts, IStringLocalizer<Placing> texts)
{
    public const int MostOffered = 5;

    /// <summary>The placement comes with its follow-ups.</summary>
    public async Task<AskedFollowUp> AskAsync(Placement placement, FollowUp followUp, CancellationToken stop = default)
    {
        var vacancy = await db.Vacancies.AsNoTracking().Include(v => v.Requirements).SingleOrDefaultAsync(v => v.Id == placement.VacancyId, stop);
        var answers = FollowUpQuestions.AnswersFor(followUp.Kind, placement.Kind);
        return new AskedFollowUp(placement, followUp, vacancy?.Title, vacancy?.Reference)
        {
            Answers = [.. answers.Select(a => new SelectListItem(TextOf(followUp.Kind, a), a.ToString()))],
            Reasons = answers.Contains(FollowUpAnswer.BrokenOff) ? await reasons.OfAsync(ReasonKind.OutcomeBrokenOff, stop)
                : answers.Contains(FollowUpAnswer.NeverCame) ? await reasons.OfAsync(ReasonKind.OutcomeNeverCame, stop) : [],
            Offered = followUp.Kind == FollowUpKind.End && vacancy is not null ? await OfferedAsync(vacancy, stop) : [],
        };
    }

    /// <summary>An answer in words that fit its question.</summary>
    public string TextOf(FollowUpKind kind, FollowUpAnswer answer) =>
        texts[$"Reply.{kind}.{answer}"] is { ResourceNotFound: false } own ? own.Value : Label.Of(answer);

    /// <summary>The answer that was sent; null when something in it is wrong, which stands in the model state then.</summary>
    public async Task<FollowUpReply?> ReadAsync(AskedFollowUp asked, FollowUpReplyForm form, AnswerSource source, ModelStateDictionary state, CancellationToken stop = default)
    {
        if (form.OutcomeReason is { Length: > 0 } code && asked.Reasons.All(r => r.Value != code)) state.AddModelError(nameof(form.OutcomeReason), texts["Reason.Unknown"]);
        var seen = new List<SeenCompetence>();
        if (asked.AsksCompetences)
        {
            var levels = form.Seen.Where(s => s is { Key: not null, Level: not null }).GroupBy(s => s.Key!).ToDictionary(g => g.Key, g => g.First().Level!.Value);
            seen.AddRange(asked.Offered.Where(o => levels.ContainsKey(o.Key)).Select(o => new SeenCompetence(o.Typed, o.ConceptId, levels[o.Key])));
            if (form.OtherCompetence?.Trim() is { Length: > 0 } other)
            {
                if (form.OtherLevel is not { } level) state.AddModelError(nameof(form.OtherLevel), texts["OtherLevel.Missing"]);
                else seen.Add(new SeenCompetence(other, (await concepts.LinkAsync(other, ConceptKind.Competence, stop)).ConceptId, level));
            }
        }

        if (!state.IsValid || form.Answer is not { } answer) return null;
        var withReason = answer is FollowUpAnswer.BrokenOff or FollowUpAnswer.NeverCame;
        return new FollowUpReply(answer, source, Filled(form.Comment), withReason ? form.Side : null, withReason ? Filled(form.OutcomeReason) : null)
        {
            Seen = answer == FollowUpAnswer.NeverCame ? [] : seen,
        };
    }

    /// <summary>What the vacancy asks for, then what its occupation needs.</summary>
    private async Task<IReadOnlyList<OfferedCompetence>> OfferedAsync(Vacancy vacancy, CancellationToken stop)
    {
        var offered = vacancy.Requirements.Where(r => r.Kind == ConceptKind.Competence).OrderBy(r => r.Weight).ThenBy(r => r.Typed, StringComparer.CurrentCulture)
            .Take(MostOffered).Select(r => new OfferedCompetence((r.ConceptId ?? r.Id).ToString("N"), r.Typed, r.ConceptId)).DistinctBy(o => o.Key).ToList();
        if (vacancy.OccupationId is not { } occupation || offered.Count == MostOffered) return offered;
        var there = offered.Where(o => o.ConceptId is not null).Select(o => o.ConceptId!.Value).ToList();
        var needed = await db.ConceptRelations.AsNoTracking().Where(r => r.FromId == occupation && r.Kind == ConceptRelationKind.Essential && !there.Contains(r.ToId))
            .Join(db.Concepts.Where(c => c.Kind == ConceptKind.Competence), r => r.ToId, c => c.Id, (r, c) => new { c.Id, c.Label })
            .OrderBy(c => c.Label).Take(MostOffered - offered.Count).ToListAsync(stop);
        offered.AddRange(needed.Select(c => new OfferedCompetence(c.Id.ToString("N"), c.Label, c.Id)));
        return offered;
    }

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
