using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Proposals;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Domain.Work;

namespace ZOE.Matching.Seed.Demo;

/// <summary>Tasks and messages that the portal would have made, by the same keys; what is old is done or read. Mails of the past are not written: they were sent.</summary>
internal static class DemoWork
{
    private const int ReadAfterDays = 4;

    public static void ProposalSent(DemoWorld world, Proposal proposal) =>
        Inbox(world, new InboxItem { Id = world.NewId(), Kind = InboxKind.ProposalReceived, BusinessKey = $"proposal-received:{proposal.Id:N}", EmployerId = proposal.EmployerId, VacancyId = proposal.VacancyId, ProposalId = proposal.Id, CreatedAtUtc = proposal.ProposedAtUtc });

    public static void ProposalAnswered(DemoWorld world, Proposal proposal, Guid coachId, ProposalAnswer answer)
    {
        Inbox(world, new InboxItem { Id = world.NewId(), Kind = InboxKind.ProposalAnswered, BusinessKey = $"proposal-answered:{proposal.Id:N}:{answer}", UserId = coachId, ClientId = proposal.ClientId, VacancyId = proposal.VacancyId, ProposalId = proposal.Id, CreatedAtUtc = proposal.AnsweredAtUtc!.Value });
        if (answer != ProposalAnswer.No) world.Tasks.Add(OfProposal(world, WorkTaskKind.ReleaseContact, proposal, coachId, 1));
    }

    public static void ContactReleased(DemoWorld world, Proposal proposal, Guid byId)
    {
        Inbox(world, new InboxItem { Id = world.NewId(), Kind = InboxKind.ContactReleased, BusinessKey = $"contact-released:{proposal.Id:N}", EmployerId = proposal.EmployerId, VacancyId = proposal.VacancyId, ProposalId = proposal.Id, CreatedAtUtc = proposal.ReleasedAtUtc!.Value });
        world.Tasks.Single(t => t.Kind == WorkTaskKind.ReleaseContact && t.ProposalId == proposal.Id).Finish(byId, proposal.ReleasedAtUtc.Value);
    }

    public static void PlacementWanted(DemoWorld world, Proposal proposal, Guid coachId) => world.Tasks.Add(OfProposal(world, WorkTaskKind.MakePlacement, proposal, coachId, 2));

    public static void FundingWanted(DemoWorld world, Placement placement, Guid? officerId) => world.Tasks.Add(new WorkTask
    {
        Id = world.NewId(),
        Kind = WorkTaskKind.DecideFunding,
        BusinessKey = $"{WorkTaskKind.DecideFunding}:{placement.Id:N}",
        OwnerId = officerId,
        ForDuty = Duty.IntegrationOfficer,
        DueOn = placement.StartOn.AddDays(-3) > world.Today ? placement.StartOn.AddDays(-3) : world.Today,
        ClientId = placement.ClientId,
        EmployerId = placement.EmployerId,
        PlacementId = placement.Id,
        CreatedAtUtc = placement.CreatedAtUtc,
    });

    public static void FollowUpAsked(DemoWorld world, Placement placement, FollowUp question, bool silent)
    {
        if (silent || question.DueOn > world.Today.AddDays(-60))
            Inbox(world, new InboxItem { Id = world.NewId(), Kind = InboxKind.FollowUpDue, BusinessKey = $"follow-up-due:{question.Id:N}", EmployerId = placement.EmployerId, VacancyId = placement.VacancyId, PlacementId = placement.Id, CreatedAtUtc = world.At(question.DueOn) });
    }

    public static void CallWanted(DemoWorld world, Placement placement, FollowUp question, Guid coachId) =>
        world.Tasks.Add(OfPlacement(world, WorkTaskKind.CallAboutFollowUp, $"{WorkTaskKind.CallAboutFollowUp}:{question.Id:N}", placement, question, coachId, question.LastStepOn!.Value, world.At(question.LastStepOn.Value)));

    public static void FollowUpAnswered(DemoWorld world, DemoPlacement made, FollowUp question, FollowUpConsequence consequence)
    {
        var (placement, coachId, at) = (made.Placement, made.Client.Client.CoachId, question.AnsweredAtUtc!.Value);
        Inbox(world, new InboxItem { Id = world.NewId(), Kind = InboxKind.FollowUpAnswered, BusinessKey = $"follow-up-answered:{question.Id:N}", UserId = coachId, ClientId = placement.ClientId, PlacementId = placement.Id, CreatedAtUtc = at });
        if (consequence.Task == WorkTaskKind.NextStep)
            AddOnce(world, OfPlacement(world, WorkTaskKind.NextStep, $"{WorkTaskKind.NextStep}:{placement.Id:N}:{placement.Outcome}", placement, null, coachId, LegalDay.Of(at).AddDays(3), at));
        else if (consequence.Task is { } kind)
            AddOnce(world, OfPlacement(world, kind, $"{kind}:{placement.Id:N}:{question.Id:N}", placement, question, coachId, LegalDay.Of(at).AddDays(1), at));
        if (placement.Outcome is not null)
            Inbox(world, new InboxItem { Id = world.NewId(), Kind = InboxKind.OutcomeKnown, BusinessKey = $"outcome:{placement.Id:N}", UserId = coachId, ClientId = placement.ClientId, PlacementId = placement.Id, CreatedAtUtc = at });
    }

    public static void Observed(DemoWorld world, Placement placement, FollowUp question, Guid coachId, DateTime at, bool waiting)
    {
        // What waits was stated at most twenty days ago, so its task is still open.
        var dueOn = LegalDay.Of(at).AddDays(waiting ? 20 : 7);
        var task = OfPlacement(world, WorkTaskKind.ConfirmCompetences, $"{WorkTaskKind.ConfirmCompetences}:{placement.Id:N}:{question.Id:N}", placement, question, coachId, dueOn, at);
        if (!waiting) task.Finish(coachId, world.At(LegalDay.Of(at).AddDays(3)));
        AddOnce(world, task);
    }

    public static void ReferralMoved(DemoWorld world, Referral referral, Guid coachId, string what, DateTime at)
    {
        if (what == "received")
            Inbox(world, new InboxItem { Id = world.NewId(), Kind = InboxKind.ReferralReceived, BusinessKey = $"referral-received:{referral.Id:N}", ProviderId = referral.ProviderId, CourseId = referral.CourseId, ReferralId = referral.Id, CreatedAtUtc = at });
        else
            Inbox(world, new InboxItem { Id = world.NewId(), Kind = InboxKind.ReferralAnswered, BusinessKey = $"referral-{what}:{referral.Id:N}", UserId = coachId, ClientId = referral.ClientId, CourseId = referral.CourseId, ReferralId = referral.Id, CreatedAtUtc = at });
    }

    public static void ReferralReturned(DemoWorld world, Referral referral, DateTime at) => world.Tasks.Add(Old(world, new WorkTask
    {
        Id = world.NewId(),
        Kind = WorkTaskKind.ReferralReturned,
        BusinessKey = $"{WorkTaskKind.ReferralReturned}:{referral.Id:N}",
        ForDuty = Duty.CourseCare,
        DueOn = LegalDay.Of(at).AddDays(3),
        ClientId = referral.ClientId,
        ProviderId = referral.ProviderId,
        ReferralId = referral.Id,
        CreatedAtUtc = at,
    }, world.WithDuty(Duty.CourseCare).Id));

    public static void ResultsReported(DemoWorld world, Referral referral, Guid coachId, DateTime at) => world.Tasks.Add(new WorkTask
    {
        Id = world.NewId(),
        Kind = WorkTaskKind.ConfirmCompetences,
        BusinessKey = $"{WorkTaskKind.ConfirmCompetences}:{referral.Id:N}",
        OwnerId = coachId,
        DueOn = LegalDay.Of(at).AddDays(7),
        ClientId = referral.ClientId,
        ProviderId = referral.ProviderId,
        ReferralId = referral.Id,
        CreatedAtUtc = at,
    });

    /// <summary>Approvals that wait, and what coaches have noted for themselves: due before, on and after today.</summary>
    public static void AddOwn(DemoWorld world)
    {
        foreach (var employer in world.Employers.Where(e => e.Approval == ApprovalState.Waiting))
            world.Tasks.Add(new WorkTask { Id = world.NewId(), Kind = WorkTaskKind.ApproveEmployer, BusinessKey = $"{WorkTaskKind.ApproveEmployer}:{employer.Id:N}", ForDuty = Duty.EmployerService, DueOn = DemoWorld.Workday(LegalDay.Of(employer.CreatedAtUtc).AddDays(3)), EmployerId = employer.Id, CreatedAtUtc = employer.CreatedAtUtc });
        foreach (var provider in world.Providers.Where(p => p.Approval == ApprovalState.Waiting))
            world.Tasks.Add(new WorkTask { Id = world.NewId(), Kind = WorkTaskKind.ApproveProvider, BusinessKey = $"{WorkTaskKind.ApproveProvider}:{provider.Id:N}", ForDuty = Duty.CourseCare, DueOn = DemoWorld.Workday(LegalDay.Of(provider.CreatedAtUtc).AddDays(3)), ProviderId = provider.Id, CreatedAtUtc = provider.CreatedAtUtc });
        for (var i = 0; i < 70; i++)
        {
            var client = world.Clients[i < 16 ? i * 5 : world.Random.Int(100, world.Clients.Count - 1)].Client;
            var created = world.DaysAgo(2, 20);
            var id = world.NewId();
            var task = new WorkTask { Id = id, Kind = WorkTaskKind.Own, BusinessKey = $"{WorkTaskKind.Own}:{id:N}", OwnerId = client.CoachId, DueOn = i % 4 == 0 ? world.Today : DemoWorld.Workday(world.Today.AddDays(world.Random.Int(-8, 21))), Text = world.One(DemoPools.OwnTasks), ClientId = client.Id, CreatedAtUtc = world.At(DemoWorld.Workday(created)) };
            if (i % 6 == 5) task.Finish(client.CoachId, world.At(world.Today.AddDays(-1)));
            world.Tasks.Add(task);
        }
    }

    private static WorkTask OfProposal(DemoWorld world, WorkTaskKind kind, Proposal proposal, Guid coachId, int days)
    {
        var since = proposal.ReleasedAtUtc ?? proposal.AnsweredAtUtc!.Value;
        return new WorkTask
        {
            Id = world.NewId(),
            Kind = kind,
            BusinessKey = $"{kind}:{proposal.Id:N}",
            OwnerId = coachId,
            DueOn = DemoWorld.Workday(LegalDay.Of(since).AddDays(days)),
            ClientId = proposal.ClientId,
            VacancyId = proposal.VacancyId,
            EmployerId = proposal.EmployerId,
            ProposalId = proposal.Id,
            CreatedAtUtc = since,
        };
    }

    private static WorkTask OfPlacement(DemoWorld world, WorkTaskKind kind, string key, Placement placement, FollowUp? question, Guid coachId, DateOnly dueOn, DateTime at) => Old(world, new WorkTask
    {
        Id = world.NewId(),
        Kind = kind,
        BusinessKey = key,
        OwnerId = coachId,
        DueOn = dueOn,
        ClientId = placement.ClientId,
        EmployerId = placement.EmployerId,
        VacancyId = placement.VacancyId,
        PlacementId = placement.Id,
        FollowUpId = question?.Id,
        CreatedAtUtc = at,
    }, coachId);

    /// <summary>What was due some time ago is done by now.</summary>
    private static WorkTask Old(DemoWorld world, WorkTask task, Guid byId)
    {
        if (task.DueOn < world.Today.AddDays(-6)) task.Finish(byId, world.At(task.DueOn));
        return task;
    }

    private static void AddOnce(DemoWorld world, WorkTask task)
    {
        if (world.Tasks.All(t => t.BusinessKey != task.BusinessKey)) world.Tasks.Add(task);
    }

    /// <summary>Only what is not too old; of that the older is read.</summary>
    private static void Inbox(DemoWorld world, InboxItem item)
    {
        if (item.CreatedAtUtc < world.NowUtc.AddDays(-120)) return;
        if (item.CreatedAtUtc < world.NowUtc.AddDays(-ReadAfterDays)) item.ReadAtUtc = item.CreatedAtUtc.AddHours(world.Random.Int(1, 60));
        world.Inbox.Add(item);
    }
}
