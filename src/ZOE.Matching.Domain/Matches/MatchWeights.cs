using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Employers;

namespace ZOE.Matching.Domain.Matches;

/// <summary>A versioned rule set: how many points each criterion can give (together 1000) and how they fall off. A change makes a new version.</summary>
public sealed record MatchWeights
{
    /// <summary>The first rule set.</summary>
    public static MatchWeights V1 { get; } = new();

    private MatchWeights()
    {
    }

    public int Version => 1;

    /// <summary>From this score on a pair fits. Above <see cref="BesidesSkills"/>: place and time alone never make a match.</summary>
    public int Threshold => 500;

    /// <summary>Most rows kept for one client.</summary>
    public int KeptPerClient => 20;

    /// <summary>Points of all requirements together.</summary>
    public int Requirements => 400;

    public int Occupation => 150;

    public int GermanSpoken => 90;

    public int GermanWritten => 60;

    public int Form => 60;

    public int Distance => 90;

    public int Hours => 50;

    public int Shifts => 50;

    public int Start => 50;

    /// <summary>Most points that can be reached without any competence or occupation.</summary>
    public int BesidesSkills => GermanSpoken + GermanWritten + Form + Distance + Hours + Shifts + Start;

    /// <summary>Percent for a fact that is not known: a lower ceiling, not a no.</summary>
    public int UnknownPercent => 50;

    /// <summary>Percent for German one level short, and the same when the employer says one level lower is fine.</summary>
    public int OneShortPercent => 40;

    public int OneShortIsFinePercent => 70;

    /// <summary>Percent when a client is open to all forms instead of wishing for this one.</summary>
    public int OpenFormPercent => 75;

    /// <summary>Percent for a narrower concept than asked, a broader one, and what the client's occupation implies.</summary>
    public int NarrowerPercent => 90;

    public int BroaderPercent => 50;

    public int EssentialPercent => 50;

    public int OptionalPercent => 25;

    /// <summary>Percent of occupation affinity: same branch only; most for knowing the occupation's essential competences; sister occupation.</summary>
    public int BranchPercent => 15;

    public int EssentialShareMostPercent => 60;

    public int SisterPercent => 40;

    /// <summary>Days after the start within which a person or a certificate may still arrive.</summary>
    public int ToleranceDays => 28;

    /// <summary>Farthest way in kilometres that is no gap.</summary>
    public int FarKilometres => 30;

    /// <summary>Difference of hours a week that is full fit, and the one that is still half a fit.</summary>
    public int SameHours => 5;

    public int NearHours => 10;

    /// <summary>Share of a requirement among all of the vacancy.</summary>
    public int Share(RequirementWeight weight) => weight switch
    {
        RequirementWeight.Required => 3,
        RequirementWeight.Wished => 1,
    };

    /// <summary>Percent for a level against the one asked for.</summary>
    public int LevelPercent(SkillLevel have, SkillLevel need) => (need - have) switch
    {
        <= 0 => 100,
        1 => 60,
        2 => 30,
        _ => 10,
    };

    /// <summary>Percent for how a competence is known and how long ago; a certificate does not age, it expires.</summary>
    public int EvidencePercent(EvidenceKind kind, DateOnly? on, DateOnly today)
    {
        var strength = kind switch
        {
            EvidenceKind.SelfStated => 60,
            EvidenceKind.Tested => 80,
            EvidenceKind.CourseResult => 85,
            EvidenceKind.ObservedAtWork => 95,
            EvidenceKind.Certificate => 100,
        };
        if (kind == EvidenceKind.Certificate || on is not { } day) return strength;
        return strength * AgePercent(day, today) / 100;
    }

    /// <summary>Percent for kilometres between home and work.</summary>
    public int DistancePercent(int kilometres) => kilometres switch
    {
        <= 5 => 100,
        <= 10 => 90,
        <= 20 => 70,
        <= 30 => 45,
        <= 50 => 20,
        _ => 0,
    };

    /// <summary>Percent for years of practice in an occupation.</summary>
    public int PracticePercent(int? years) => years switch
    {
        null or <= 0 => 80,
        < 3 => 90,
        _ => 100,
    };

    /// <summary>Percent for occupations that lie on one line (one is the broader of the other), by steps between them.</summary>
    public int LinePercent(int steps) => steps switch
    {
        0 => 100,
        1 => 80,
        2 => 60,
        _ => 40,
    };

    private static int AgePercent(DateOnly on, DateOnly today) =>
        today <= on.AddYears(2) ? 100
        : today <= on.AddYears(5) ? 90
        : today <= on.AddYears(10) ? 80
        : 70;
}
