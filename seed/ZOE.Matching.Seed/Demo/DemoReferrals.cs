using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Domain.Reference;

namespace ZOE.Matching.Seed.Demo;

/// <summary>Referrals in every state, with weeks of attendance and results.</summary>
internal static class DemoReferrals
{
    private const int MostWeeks = 12;

    public static void Add(DemoWorld world)
    {
        foreach (var (course, at) in world.Courses.Select((c, i) => (c, i)).Where(c => c.c.State == CourseState.Published))
        {
            var wanted = course.ProviderId == DemoStaff.OwnProvider ? 5 : world.Random.Int(0, 2);
            for (var i = 0; i < wanted; i++)
                if (Someone(world, course) is { } who) Refer(world, course, who, at + i);
        }
    }

    private static DemoClient? Someone(DemoWorld world, Course course)
    {
        var fit = world.Clients.Where(c => c.Client.GermanSpoken >= course.LevelFrom && (course.LevelTo == CefrLevel.None || c.Client.GermanSpoken < course.LevelTo)
            && c.Courses.Count == 0 && c.Client.EntryOn < course.StartsOn.AddDays(-30) && (course.BranchCode is null or "Other" || c.Branch == course.BranchCode)).ToList();
        return fit.Count == 0 ? null : world.One(fit);
    }

    private static void Refer(DemoWorld world, Course course, DemoClient who, int number)
    {
        var (client, lastDay) = (who.Client, course.EnrolUntil < world.Today ? course.EnrolUntil : world.Today);
        var published = LegalDay.Of(course.PublishedAtUtc!.Value);
        var day = DemoWorld.Workday(lastDay.AddDays(-world.Random.Int(0, Math.Min(20, lastDay.DayNumber - published.DayNumber))));
        if (day > lastDay) day = lastDay;
        var referral = new Referral { Id = world.NewId(), CourseId = course.Id, ProviderId = course.ProviderId, ClientId = client.Id, ReferredById = client.CoachId, ReferredAtUtc = world.At(day) };
        who.Courses.Add(course.Id);
        world.Referrals.Add(referral);
        DemoWork.ReferralMoved(world, referral, client.CoachId, "received", referral.ReferredAtUtc);
        var answered = referral.ReferredAtUtc.AddHours(world.Random.Int(3, 70));
        if (answered > world.NowUtc || (course.StartsOn > world.Today && number % 5 == 0)) return;
        if (number % 8 == 5)
        {
            var reason = world.One(world.Reference.Reasons[ReasonKind.CourseReturned].ToList());
            DemoProposals.Refused(referral.Return(reason.Code, world.Chance(50) ? "Bitte rufen Sie uns wegen eines anderen Termins an." : null, answered).Refusal);
            DemoWork.ReferralMoved(world, referral, client.CoachId, "returned", answered);
            DemoWork.ReferralReturned(world, referral, answered);
            return;
        }

        DemoProposals.Refused(referral.Accept(answered).Refusal);
        DemoWork.ReferralMoved(world, referral, client.CoachId, "accepted", answered);
        if (course.StartsOn < world.Today) Attend(world, course, who, referral, number);
    }

    private static void Attend(DemoWorld world, Course course, DemoClient who, Referral referral, int number)
    {
        var stopsAfter = number % 9 == 4 ? 3 : MostWeeks;
        for (var week = 0; week < stopsAfter && course.StartsOn.AddDays(week * 7 + 4) <= world.Today && course.StartsOn.AddDays(week * 7) <= course.EndsOn; week++)
        {
            var absent = world.Chance(30) ? world.Random.Int(1, Math.Max(1, course.HoursPerWeek / 4)) : 0;
            DemoProposals.Refused(referral.AddAttendance(new Attendance { Id = world.NewId(), ReferralId = referral.Id, WeekStartsOn = course.StartsOn.AddDays(week * 7), HoursPresent = course.HoursPerWeek - absent, HoursAbsent = absent }).Refusal);
        }

        var broken = stopsAfter < MostWeeks && course.StartsOn.AddDays(28) < world.Today;
        if (broken) DemoProposals.Refused(referral.Finish(false, CefrLevel.None, DemoWorld.Workday(course.StartsOn.AddDays(22))).Refusal);
        else if (course.EndsOn < world.Today) Finish(world, course, who, referral);
    }

    private static void Finish(DemoWorld world, Course course, DemoClient who, Referral referral)
    {
        DemoProposals.Refused(referral.Finish(true, course.LevelTo, course.EndsOn).Refusal);
        var at = world.At(DemoWorld.Workday(course.EndsOn.AddDays(2)));
        var client = who.Client;
        DemoWork.ReferralMoved(world, referral, client.CoachId, "finished", at);
        var waiting = course.EndsOn > world.Today.AddDays(-45);
        foreach (var gain in course.Gains)
            referral.Results.Add(new ReferralResult { Id = world.NewId(), ReferralId = referral.Id, Kind = gain.Kind, Typed = gain.Typed, ConceptId = gain.ConceptId, Level = SkillLevel.Guided, State = waiting ? ObservationState.Waiting : ObservationState.Rejected });
        if (waiting && course.Gains.Count + (int)course.LevelTo > 0) DemoWork.ResultsReported(world, referral, client.CoachId, at);
        else if (!waiting) Confirm(world, course, client, referral, at);
    }

    /// <summary>The coach has taken over what was reported some time ago.</summary>
    private static void Confirm(DemoWorld world, Course course, Client client, Referral referral, DateTime at)
    {
        var provider = world.Providers.Single(p => p.Id == course.ProviderId).Name;
        foreach (var result in referral.Results)
        {
            result.State = ObservationState.Confirmed;
            var entry = client.Profile.FirstOrDefault(e => e.ConceptId == result.ConceptId);
            if (entry is null)
            {
                entry = new ProfileEntry { Id = world.NewId(), ClientId = client.Id, Kind = result.Kind, Typed = result.Typed, ConceptId = result.ConceptId };
                client.Profile.Add(entry);
            }

            var months = world.Reference.Concept(result.ConceptId!.Value).ValidityMonths;
            entry.Evidence.Add(new CompetenceEvidence
            {
                Id = world.NewId(),
                ClientId = client.Id,
                EntryId = entry.Id,
                Kind = result.Kind == Domain.Vocabulary.ConceptKind.Certificate ? EvidenceKind.Certificate : EvidenceKind.CourseResult,
                Level = result.Level,
                Source = provider,
                On = course.EndsOn,
                ValidUntil = result.Kind == Domain.Vocabulary.ConceptKind.Certificate && months is > 0 and var valid ? course.EndsOn.AddMonths(valid).AddDays(-1) : null,
                ReferralId = referral.Id,
                RecordedById = client.CoachId,
                RecordedAtUtc = at,
            });
        }

        if (referral.LevelReached == CefrLevel.None) return;
        foreach (var skill in Enum.GetValues<LanguageSkill>())
            client.AddLanguageEvidence(new LanguageEvidence { Id = world.NewId(), ClientId = client.Id, Skill = skill, Level = referral.LevelReached, Kind = EvidenceKind.CourseResult, Source = provider, On = course.EndsOn, RecordedById = client.CoachId, RecordedAtUtc = at });
    }
}
