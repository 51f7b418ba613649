using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Proposals;
using ZOE.Matching.Domain.Reference;

namespace ZOE.Matching.Seed.Demo;

/// <summary>How far a proposal of the demo data gets.</summary>
internal enum ProposalPath
{
    Waiting,
    Declined,
    Expired,
    Withdrawn,
    Interview,
    InterviewReleased,
    Accepted,
    AcceptedReleased,

    /// <summary>Released, and a placement follows.</summary>
    Placed,

    /// <summary>Released, and a Probebeschäftigung follows that somebody must still decide about.</summary>
    Funded,
}

/// <summary>Proposals in every state, made as the portal makes them: each stands on the client's yes to this vacancy.</summary>
internal static class DemoProposals
{
    private static readonly (ProposalPath Path, int Count, int Least, int Most)[] Plan =
    [
        (ProposalPath.Placed, 92, 50, 530), (ProposalPath.Placed, 46, 5, 50), (ProposalPath.Declined, 62, 4, 530), (ProposalPath.Expired, 26, 16, 500), (ProposalPath.Withdrawn, 10, 5, 300),
        (ProposalPath.Waiting, 30, 0, 13), (ProposalPath.Interview, 8, 2, 9), (ProposalPath.InterviewReleased, 8, 3, 12),
        (ProposalPath.Accepted, 6, 1, 6), (ProposalPath.AcceptedReleased, 6, 3, 12), (ProposalPath.Funded, 8, 1, 5),
    ];

    public static void Add(DemoWorld world)
    {
        // In the order of time, so that one client's history grows as it would.
        var steps = Plan.SelectMany(p => Enumerable.Range(0, p.Count).Select(i => (p.Path, Day: DemoWorld.Workday(world.DaysAgo(p.Least, p.Most)), Own: i % 9 == 0, Mine: i % 4 == 1)))
            .Select(s => s.Day > world.Today ? s with { Day = world.Today } : s).OrderBy(s => s.Day).ToList();
        foreach (var (path, day, own, mine) in steps)
        {
            var open = world.Vacancies.Where(v => !v.IsDraft && v.PublishedOn.AddDays(1) <= day && day <= v.Vacancy.ExpiresOn
                && (path != ProposalPath.Funded || v.Vacancy.Kind == PlacementKind.TrialEmployment)).ToList();
            var vacancy = own ? open.FirstOrDefault(v => v.Employer.Id == DemoStaff.OwnFirm) ?? (open.Count == 0 ? null : world.One(open)) : open.Count == 0 ? null : world.One(open);
            if (vacancy is null) continue;
            for (var attempt = 0; attempt < 4; attempt++)
                if (Candidate(world, vacancy, day, mine) is { } candidate && Walk(world, path, candidate, vacancy, day)) break;
        }
    }

    /// <summary>Someone of the branch who is with the ZOE by then, may work, is not proposed to it already and has no work on that day; of the demo coach where one is wanted and there is one.</summary>
    private static DemoClient? Candidate(DemoWorld world, DemoVacancy vacancy, DateOnly day, bool mine)
    {
        var fit = world.Clients.Where(c => c.Branch == vacancy.Branch && c.Client.EntryOn < day.AddDays(-10) && c.Client.WorkPermission == WorkPermission.Allowed
            && c.Placements.All(p => p.EndOn is { } end && end < day)
            && world.Proposals.All(p => p.ClientId != c.Client.Id || (!p.IsOpen && p.VacancyId != vacancy.Vacancy.Id))).ToList();
        if (mine && fit.Exists(c => c.Client.CoachId == DemoStaff.OwnCoach)) fit.RemoveAll(c => c.Client.CoachId != DemoStaff.OwnCoach);
        if (fit.Count == 0) return null;
        // One of the three who bring the most of what is asked for, as a coach would choose.
        var asked = vacancy.Vacancy.Requirements.Select(r => r.ConceptId).OfType<Guid>().ToHashSet();
        return world.One(fit.OrderByDescending(c => c.Client.Profile.Count(e => e.ConceptId is { } id && asked.Contains(id))).ThenBy(c => c.Client.Id).Take(3).ToList());
    }

    private static bool Walk(DemoWorld world, ProposalPath path, DemoClient who, DemoVacancy vacancy, DateOnly day)
    {
        var client = who.Client;
        var consent = DemoClients.NewConsent(world, client, day, ConsentScope.Vacancy, RecipientGroup.OneEmployer, $"Vorschlag für die Stelle {vacancy.Vacancy.Reference}", vacancyId: vacancy.Vacancy.Id, employerId: vacancy.Employer.Id);
        var sent = Later(world, world.At(day), 30);
        var proposal = Proposal.Send(client, vacancy.Vacancy, vacancy.Employer, consent, client.CoachId, world.Chance(60) ? world.One(DemoPools.Messages) : null, sent).Accepted;
        world.Proposals.Add(proposal);
        DemoWork.ProposalSent(world, proposal);
        switch (path)
        {
            case ProposalPath.Waiting:
                break;
            case ProposalPath.Declined:
                Answer(world, proposal, who, ProposalAnswer.No, sent, world.Reference.Reasons[ReasonKind.ProposalDeclined].ElementAt(world.Random.Int(0, 6)).Code);
                break;
            case ProposalPath.Expired:
                proposal.Expire();
                break;
            case ProposalPath.Withdrawn:
                Refused(proposal.Withdraw().Refusal);
                break;
            case ProposalPath.Interview:
                Answer(world, proposal, who, ProposalAnswer.Interview, sent, null);
                break;
            case ProposalPath.InterviewReleased:
                Release(world, proposal, consent, Answer(world, proposal, who, ProposalAnswer.Interview, sent, null));
                break;
            case ProposalPath.Accepted:
                Answer(world, proposal, who, ProposalAnswer.Yes, sent, null);
                break;
            case ProposalPath.AcceptedReleased:
                Release(world, proposal, consent, Answer(world, proposal, who, ProposalAnswer.Yes, sent, null));
                DemoWork.PlacementWanted(world, proposal, client.CoachId);
                break;
            case ProposalPath.Placed or ProposalPath.Funded:
                var answered = Answer(world, proposal, who, ProposalAnswer.Interview, sent, null);
                var released = Release(world, proposal, consent, answered);
                Refused(proposal.Answer(ProposalAnswer.Yes, null, null, AnswerSource.EmployerPortal, Later(world, released, 60 * 30)).Refusal);
                return DemoPlacements.Make(world, who, vacancy, proposal, LegalDay.Of(proposal.AnsweredAtUtc!.Value));
        }

        return true;
    }

    private static DateTime Answer(DemoWorld world, Proposal proposal, DemoClient who, ProposalAnswer answer, DateTime sent, string? reason)
    {
        var at = Later(world, sent, 60 * 24 * 5);
        Refused(proposal.Answer(answer, reason, null, world.One([AnswerSource.EmployerLink, AnswerSource.EmployerLink, AnswerSource.EmployerPortal, AnswerSource.CoachByPhone]), at).Refusal);
        DemoWork.ProposalAnswered(world, proposal, who.Client.CoachId, answer);
        return at;
    }

    private static DateTime Release(DemoWorld world, Proposal proposal, Consent consent, DateTime answered)
    {
        var at = Later(world, answered, 60 * 30);
        Refused(proposal.Release(consent, consent.RecordedById, at).Refusal);
        DemoWork.ContactReleased(world, proposal, consent.RecordedById);
        return at;
    }

    /// <summary>Some minutes later, but never after now.</summary>
    private static DateTime Later(DemoWorld world, DateTime from, int mostMinutes)
    {
        var at = from.AddMinutes(world.Random.Int(5, mostMinutes));
        return at < world.NowUtc ? at : world.NowUtc;
    }

    internal static void Refused(Refusal? refusal)
    {
        if (refusal is not null) throw new InvalidOperationException($"Demo data refused: {refusal.Code}");
    }
}
