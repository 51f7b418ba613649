using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Mail;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Domain.Vocabulary;
using ZOE.Matching.Domain.Work;
using ZOE.Matching.Web.Clients;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Work;

namespace ZOE.Matching.Web.Referrals;

/// <summary>What the Träger says a participant has gained.</summary>
public sealed record GainedCompetence(ConceptKind Kind, string Typed, Guid? ConceptId, SkillLevel Level);

/// <summary>Refers clients to courses and carries the Träger's answers back to the coach. The callers hand over records that they may touch.</summary>
public sealed class ReferralDesk(MatchingDbContext db, CurrentUser user, Outbox outbox, EvidenceDesk evidence)
{
    /// <summary>Refers the client to the course while it is open and has a seat.</summary>
    public Task<Decision<Referral>> ReferAsync(Client client, Guid courseId, Guid? vacancyId = null) => db.InWriteTransactionAsync<Decision<Referral>>(async () =>
    {
        var course = await db.Courses.AsNoTracking().SingleOrDefaultAsync(c => c.Id == courseId);
        if (course is null || !course.IsOpenOn(outbox.Today)) return new Refusal("Referral.CourseNotOpen");
        var taken = await TakenSeats(courseId).CountAsync();
        if (taken >= course.Seats) return new Refusal("Referral.NoSeat");
        if (await TakenSeats(courseId).AnyAsync(r => r.ClientId == client.Id)) return new Refusal("Referral.AlreadyReferred");
        var referral = new Referral { CourseId = courseId, ProviderId = course.ProviderId, ClientId = client.Id, VacancyId = vacancyId, ReferredById = user.Id, ReferredAtUtc = outbox.Now };
        db.Add(referral);
        outbox.MailToProvider(MailKind.ReferralSent, course.ProviderId, referral.Id, "sent");
        outbox.Inbox(new InboxItem { Kind = InboxKind.ReferralReceived, BusinessKey = $"referral-received:{referral.Id:N}", ProviderId = course.ProviderId, CourseId = courseId, ReferralId = referral.Id, CreatedAtUtc = outbox.Now });
        return await db.SaveOrRefuseAsync() is { } lost ? lost : referral;
    });

    /// <summary>Referrals that hold a seat of a course.</summary>
    public IQueryable<Referral> TakenSeats(Guid courseId) => db.Referrals
        .Where(r => r.CourseId == courseId && (r.State == ReferralState.Sent || r.State == ReferralState.Accepted || r.State == ReferralState.Attending));

    public Task<Decision> AcceptAsync(Referral referral) => AnsweredAsync(referral, referral.Accept(outbox.Now), "accepted");

    /// <summary>The Träger gives the referral back: a task for the Maßnahmebetreuung, a message for the coach.</summary>
    public Task<Decision> ReturnAsync(Referral referral, string reasonCode, string? note) =>
        AnsweredAsync(referral, referral.Return(reasonCode, note, outbox.Now), "returned", () => outbox.Task(new WorkTask
        {
            Kind = WorkTaskKind.ReferralReturned,
            BusinessKey = $"{WorkTaskKind.ReferralReturned}:{referral.Id:N}",
            ForDuty = Duty.CourseCare,
            DueOn = outbox.Today.AddDays(3),
            ClientId = referral.ClientId,
            ProviderId = referral.ProviderId,
            ReferralId = referral.Id,
            CreatedAtUtc = outbox.Now,
        }));

    public async Task<Decision> AttendAsync(Referral referral, DateOnly weekStartsOn, int hoursPresent, int hoursAbsent)
    {
        var week = new Attendance { ReferralId = referral.Id, WeekStartsOn = weekStartsOn, HoursPresent = hoursPresent, HoursAbsent = hoursAbsent };
        if (referral.AddAttendance(week).Refusal is { } refusal) return refusal;
        return await db.SaveOrRefuseAsync() is { } lost ? lost : Decision.Accepted;
    }

    /// <summary>The Träger reports the end; what was gained waits for the coach.</summary>
    public Task<Decision> FinishAsync(Referral referral, bool passed, CefrLevel levelReached, DateOnly endedOn, IReadOnlyList<GainedCompetence> gained) => db.InWriteTransactionAsync(async () =>
    {
        var decision = referral.Finish(passed, levelReached, endedOn);
        foreach (var gain in decision.IsRefused ? [] : gained)
            referral.Results.Add(new ReferralResult { ReferralId = referral.Id, Kind = gain.Kind, Typed = gain.Typed, ConceptId = gain.ConceptId, Level = gain.Level });
        var coachId = await CoachOfAsync(referral);
        return await AnsweredAsync(referral, decision, "finished", () =>
        {
            if (gained.Count == 0 && levelReached == CefrLevel.None) return;
            outbox.Task(new WorkTask
            {
                Kind = WorkTaskKind.ConfirmCompetences,
                BusinessKey = $"{WorkTaskKind.ConfirmCompetences}:{referral.Id:N}",
                OwnerId = coachId,
                DueOn = outbox.Today.AddDays(7),
                ClientId = referral.ClientId,
                ProviderId = referral.ProviderId,
                ReferralId = referral.Id,
                CreatedAtUtc = outbox.Now,
            });
        });
    });

    /// <summary>The coach confirms or rejects one reported result. The client comes tracked with its profile.</summary>
    public async Task<Decision> ConfirmResultAsync(Referral referral, Client client, Guid resultId, bool confirmed)
    {
        var result = referral.Results.SingleOrDefault(r => r.Id == resultId);
        if (result is null || result.State != ObservationState.Waiting) return new Refusal("Observed.AlreadyDecided");
        result.State = confirmed ? ObservationState.Confirmed : ObservationState.Rejected;
        if (confirmed)
        {
            var provider = await db.Providers.Where(p => p.Id == referral.ProviderId).Select(p => p.Name).SingleAsync();
            var kind = result.Kind == ConceptKind.Certificate ? EvidenceKind.Certificate : EvidenceKind.CourseResult;
            await evidence.AddAsync(client, result.Kind, result.Typed, result.ConceptId, new EvidenceOrigin(kind, result.Level, provider, referral.EndedOn ?? outbox.Today, ReferralId: referral.Id), user.Id, outbox.Now);
        }

        return await FinishConfirmingAsync(referral);
    }

    /// <summary>The coach takes the reported German level into the profile (spoken and written).</summary>
    public async Task<Decision> ConfirmLevelAsync(Referral referral, Client client)
    {
        if (referral.LevelReached == CefrLevel.None) return new Refusal("Observed.AlreadyDecided");
        var provider = await db.Providers.Where(p => p.Id == referral.ProviderId).Select(p => p.Name).SingleAsync();
        foreach (var skill in Enum.GetValues<LanguageSkill>())
            client.AddLanguageEvidence(new LanguageEvidence { ClientId = client.Id, Skill = skill, Level = referral.LevelReached, Kind = EvidenceKind.CourseResult, Source = provider, On = referral.EndedOn ?? outbox.Today, RecordedById = user.Id, RecordedAtUtc = outbox.Now });
        return await FinishConfirmingAsync(referral);
    }

    private async Task<Decision> FinishConfirmingAsync(Referral referral)
    {
        if (referral.Results.All(r => r.State != ObservationState.Waiting))
            await outbox.FinishTasksAsync(WorkTaskKind.ConfirmCompetences, referral.Id, user.Id);
        return await db.SaveOrRefuseAsync() is { } lost ? lost : Decision.Accepted;
    }

    private async Task<Decision> AnsweredAsync(Referral referral, Decision decision, string what, Action? more = null)
    {
        if (decision.Refusal is { } refusal) return refusal;
        more?.Invoke();
        var coachId = await CoachOfAsync(referral);
        outbox.Inbox(new InboxItem { Kind = InboxKind.ReferralAnswered, BusinessKey = $"referral-{what}:{referral.Id:N}", UserId = coachId, ClientId = referral.ClientId, CourseId = referral.CourseId, ReferralId = referral.Id, CreatedAtUtc = outbox.Now });
        return await db.SaveOrRefuseAsync() is { } lost ? lost : Decision.Accepted;
    }

    private Task<Guid> CoachOfAsync(Referral referral) => db.Clients.Where(c => c.Id == referral.ClientId).Select(c => c.CoachId).SingleAsync();
}
