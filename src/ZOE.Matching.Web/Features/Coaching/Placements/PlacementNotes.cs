using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Data;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Notes;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Web.Notes;
using ZOE.Matching.Web.Placements;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Coaching.Placements;

/// <summary>The notes for VerBIS of a placement's events, the newest first.</summary>
public sealed class PlacementNotes(MatchingDbContext db, NoteWriter writer, FollowUpReplies replies, IStringLocalizer<Placing> texts)
{
    public async Task<IReadOnlyList<string>> OfAsync(PlacementView view, CancellationToken stop)
    {
        var placement = view.Placement;
        Guid?[] people = [placement.CreatedById, placement.Funding?.DecidedById];
        var names = await db.Users.Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, stop);
        var notes = new List<VerbisNote> { Note(view, NoteKind.PlacementMade, LegalDay.Of(placement.CreatedAtUtc)) with { By = names.GetValueOrDefault(placement.CreatedById) } };
        if (placement.Funding is { } funding)
            notes.Add(Note(view, NoteKind.FundingDecided, funding.DecidedOn) with { Result = texts[funding.Granted ? "Funding.Granted" : "Funding.Refused"], By = names.GetValueOrDefault(funding.DecidedById) });
        if (placement.FollowUps.Where(f => f.Answer is not null).MaxBy(f => f.AnsweredAtUtc) is { } last)
            notes.Add(Note(view, NoteKind.FollowUpAnswered, LegalDay.Of(last.AnsweredAtUtc!.Value)) with { Result = $"{Label.Of(last.Kind)}: {replies.TextOf(last.Kind, last.Answer!.Value)}", By = Label.Of(last.Source) });
        if (placement is { Outcome: { } outcome, OutcomeOn: { } on })
            notes.Add(Note(view, NoteKind.OutcomeKnown, on) with { Result = Label.Of(outcome), Reason = placement.Side is { } side ? $"{view.Reason} ({Label.Of(side)})" : view.Reason });
        var confirmed = placement.Observed.Where(o => o.State == ObservationState.Confirmed).ToList();
        if (confirmed.Count > 0)
            notes.Add(Note(view, NoteKind.CompetenceConfirmed, view.Today) with { Subject = string.Join(", ", confirmed.Select(o => $"{o.Typed} ({Label.Of(o.Level)})")), Reference = null });
        return [.. notes.AsEnumerable().Reverse().Select(writer.Write)];
    }

    private static VerbisNote Note(PlacementView view, NoteKind kind, DateOnly on) => new()
    {
        Kind = kind,
        On = on,
        VerbisNumber = view.VerbisNumber,
        Organisation = view.Employer,
        Subject = view.VacancyTitle,
        Reference = view.VacancyReference,
        PlacementKind = view.Placement.Kind,
        LegalBasis = view.Placement.LegalBasis,
        From = view.Placement.StartOn,
        Until = view.Placement.EndOn,
        HoursPerWeek = view.Placement.HoursPerWeek,
    };
}
