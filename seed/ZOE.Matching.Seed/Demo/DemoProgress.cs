using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Reference;
using ZOE.Matching.Domain.Vocabulary;

namespace ZOE.Matching.Seed.Demo;

/// <summary>How a placement goes on until today: funding, start, questions and answers, outcome.</summary>
internal static class DemoProgress
{
    public static void Of(DemoWorld world, DemoPlacement made, DateOnly? appliedOn)
    {
        var placement = made.Placement;
        if (placement.Subsidised && !Fund(world, made, appliedOn!.Value)) return;
        if (placement.StartOn > world.Today)
        {
            if (world.Chance(12)) DemoProposals.Refused(placement.CallOff().Refusal);
            return;
        }

        DemoProposals.Refused(placement.Start(placement.StartOn).Refusal);
        foreach (var question in placement.FollowUps.Where(f => f.DueOn <= world.Today).OrderBy(f => f.DueOn).ToList())
        {
            if (placement.Outcome is not null) return;
            Ask(world, made, question);
        }

        if (placement.State == PlacementState.Running && placement.EndOn < world.Today) DemoProposals.Refused(placement.RunOut(world.Today).Refusal);
    }

    /// <summary>True when it may start; some that lie ahead still wait, a few are refused.</summary>
    private static bool Fund(DemoWorld world, DemoPlacement made, DateOnly appliedOn)
    {
        var placement = made.Placement;
        var decidedOn = appliedOn.AddDays(world.Random.Int(1, 3));
        if (decidedOn >= world.Today || (placement.StartOn > world.Today && world.Placements.Count % 3 != 0))
        {
            DemoWork.FundingWanted(world, placement, made.Client.Client.OfficerId);
            return false;
        }

        var granted = world.Placements.Count(p => p.Placement.Funding is not null) % 12 != 5;
        DemoProposals.Refused(placement.RecordFunding(new FundingDecision
        {
            Id = world.NewId(),
            PlacementId = placement.Id,
            LegalBasis = placement.LegalBasis,
            Granted = granted,
            AppliedOn = appliedOn,
            DecidedOn = decidedOn,
            DecidedById = made.Client.Client.OfficerId!.Value,
            Note = granted ? null : "Voraussetzungen liegen nicht vor.",
        }, true, decidedOn).Refusal);
        return granted;
    }

    private static void Ask(DemoWorld world, DemoPlacement made, FollowUp question)
    {
        // What is due today is asked by today's first run.
        if (question.DueOn == world.Today) return;
        var delay = world.One([0, 0, 1, 1, 2, 4, 5]);
        var answeredOn = question.DueOn.AddDays(delay);
        var silent = answeredOn > world.Today || (question.DueOn > world.Today.AddDays(-14) && (FirstOfItsAge(world, question) || world.Chance(45)));
        question.Take(FollowUpState.Asked, question.DueOn);
        DemoWork.FollowUpAsked(world, made.Placement, question, silent);
        while (question.DueStep(silent ? world.Today : answeredOn) is { } step) question.Take(step, question.LastStepOn!.Value.AddDays(step == FollowUpState.Reminded ? FollowUp.RemindAfterDays : FollowUp.CallAfterDays));
        if (!silent) Answer(world, made, question, answeredOn);
        else if (question.State == FollowUpState.CallTask) DemoWork.CallWanted(world, made.Placement, question, made.Client.Client.CoachId);
    }

    /// <summary>Nobody else has kept silent as long: so each step of asking occurs, about the first day and about what comes later.</summary>
    private static bool FirstOfItsAge(DemoWorld world, FollowUp question)
    {
        var age = world.Today.DayNumber - question.DueOn.DayNumber;
        var state = age < FollowUp.RemindAfterDays ? FollowUpState.Asked : age < FollowUp.RemindAfterDays + FollowUp.CallAfterDays ? FollowUpState.Reminded : FollowUpState.CallTask;
        return !world.Placements.SelectMany(p => p.Placement.FollowUps).Any(f => f.State == state && (f.Kind == FollowUpKind.FirstDay) == (question.Kind == FollowUpKind.FirstDay));
    }

    private static void Answer(DemoWorld world, DemoPlacement made, FollowUp question, DateOnly on)
    {
        var placement = made.Placement;
        var at = world.At(on);
        var answer = Choose(world, question.Kind);
        if (answer == FollowUpAnswer.Extend && (question.Kind != FollowUpKind.End || made.NewMeasure is null || DemoPlacements.Extend(world, made, at) is null)) answer = FollowUpAnswer.EndsAsPlanned;
        if (!FollowUpQuestions.Allows(question.Kind, placement.Kind, answer)) answer = FollowUpAnswer.TakenOn;
        var source = question.State == FollowUpState.CallTask || world.Chance(20) ? AnswerSource.CoachByPhone : world.One([AnswerSource.EmployerLink, AnswerSource.EmployerLink, AnswerSource.EmployerPortal]);
        DemoProposals.Refused(question.Reply(answer, source, answer == FollowUpAnswer.Well && world.Chance(30) ? world.One(DemoPools.Comments) : null, at).Refusal);
        var consequence = FollowUpConsequence.Of(question.Kind, answer);
        if (consequence.Outcome is { } outcome) Conclude(world, placement, outcome, on);
        if (consequence.NextPhase is { } phase && consequence.Outcome is not null) made.Client.Client.Phase = phase;
        if (question.Kind is FollowUpKind.End or FollowUpKind.MidTerm && answer is not (FollowUpAnswer.BrokenOff or FollowUpAnswer.Difficulties)) Observe(world, made, question, at);
        DemoWork.FollowUpAnswered(world, made, question, consequence);
    }

    private static FollowUpAnswer Choose(DemoWorld world, FollowUpKind question) => (question, world.Random.Int(1, 100)) switch
    {
        (FollowUpKind.FirstDay, <= 4) => FollowUpAnswer.NeverCame,
        (FollowUpKind.FirstDay, <= 9) => FollowUpAnswer.Difficulties,
        (FollowUpKind.FirstDay, _) => FollowUpAnswer.Well,
        (FollowUpKind.TakeOver or FollowUpKind.BeforeEnd or FollowUpKind.End, <= 44) => FollowUpAnswer.TakenOn,
        (FollowUpKind.BeforeEnd or FollowUpKind.End, <= 54) => FollowUpAnswer.TrainingFollows,
        (FollowUpKind.BeforeEnd or FollowUpKind.End, <= 70) => FollowUpAnswer.Extend,
        (FollowUpKind.TakeOver or FollowUpKind.BeforeEnd or FollowUpKind.End, <= 95) => FollowUpAnswer.EndsAsPlanned,
        (_, <= 6 or > 95) => FollowUpAnswer.BrokenOff,
        (_, <= 13) => FollowUpAnswer.Difficulties,
        _ => FollowUpAnswer.Well,
    };

    private static void Conclude(DemoWorld world, Placement placement, PlacementOutcome outcome, DateOnly on)
    {
        if (on > placement.EndOn) DemoProposals.Refused(placement.RunOut(on).Refusal);
        var reasons = outcome switch
        {
            PlacementOutcome.TakenOn => world.Reference.Reasons[ReasonKind.OutcomeTakenOn],
            PlacementOutcome.TrainingFollows => world.Reference.Reasons[ReasonKind.OutcomeTraining],
            PlacementOutcome.Extended => world.Reference.Reasons[ReasonKind.OutcomeExtended],
            PlacementOutcome.BrokenOff => world.Reference.Reasons[ReasonKind.OutcomeBrokenOff],
            PlacementOutcome.NeverCame => world.Reference.Reasons[ReasonKind.OutcomeNeverCame],
            PlacementOutcome.EndedAsPlanned => [],
        };
        var reason = reasons.Any() ? world.One(reasons.ToList()) : null;
        OutcomeSide? side = outcome == PlacementOutcome.BrokenOff ? Enum.Parse<OutcomeSide>(reason!.Side!) : null;
        DemoProposals.Refused(placement.Conclude(outcome, side, reason?.Code, on).Refusal);
    }

    /// <summary>What the employer has seen; what is older is confirmed and stands on the profile, what is new waits.</summary>
    private static void Observe(DemoWorld world, DemoPlacement made, FollowUp question, DateTime at)
    {
        if (!world.Chance(question.Kind == FollowUpKind.End ? 80 : 35)) return;
        var client = made.Client.Client;
        var seen = world.Reference.Of(world.Reference.Concept(made.Trade.Key), ConceptRelationKind.Essential).Where(c => c.Kind == ConceptKind.Competence).Take(world.Random.Int(1, 3));
        var waiting = at > world.NowUtc.AddDays(-20);
        foreach (var concept in seen.Where(c => made.Placement.Observed.All(o => o.ConceptId != c.Id)))
        {
            var level = world.One([SkillLevel.Guided, SkillLevel.Independent, SkillLevel.Independent]);
            var state = waiting ? ObservationState.Waiting : world.Chance(92) ? ObservationState.Confirmed : ObservationState.Rejected;
            made.Placement.Observed.Add(new ObservedCompetence { Id = world.NewId(), PlacementId = made.Placement.Id, Typed = concept.Label, ConceptId = concept.Id, Level = level, State = state, StatedAtUtc = at });
            if (state == ObservationState.Confirmed) Confirm(world, made, concept, level, at);
        }

        DemoWork.Observed(world, made.Placement, question, client.CoachId, at, waiting);
    }

    private static void Confirm(DemoWorld world, DemoPlacement made, Concept concept, SkillLevel level, DateTime at)
    {
        var client = made.Client.Client;
        var entry = client.Profile.FirstOrDefault(e => e.ConceptId == concept.Id);
        if (entry is null)
        {
            entry = new ProfileEntry { Id = world.NewId(), ClientId = client.Id, Kind = concept.Kind, Typed = concept.Label, ConceptId = concept.Id };
            client.Profile.Add(entry);
        }

        entry.Evidence.Add(new CompetenceEvidence
        {
            Id = world.NewId(),
            ClientId = client.Id,
            EntryId = entry.Id,
            Kind = EvidenceKind.ObservedAtWork,
            Level = level,
            Source = made.Employer.Name,
            On = LegalDay.Of(at),
            PlacementId = made.Placement.Id,
            RecordedById = client.CoachId,
            RecordedAtUtc = world.At(DemoWorld.Workday(LegalDay.Of(at).AddDays(2))),
        });
    }
}
