using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Matches;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Domain.Vocabulary;
using static ZOE.Matching.Domain.Tests.Matches.MatchWorld;

namespace ZOE.Matching.Domain.Tests.Matches;

public sealed class GapClosingTests
{
    private static readonly MatchGap ForkliftGap = new(GapKind.Certificate, 1, null, RequirementWeight.Required, Forklift);
    private static readonly MatchGap GermanGap = new(GapKind.GermanSpoken, (int)CefrLevel.B1, (int)CefrLevel.A2);

    [Fact]
    public void Courses_GapsThatNoCourseCloses_AreLeftOut() =>
        GapClosing.Courses(
            [new(GapKind.Hours, 40, 20), new(GapKind.Distance, 30, 60), ForkliftGap, new(GapKind.Shifts, 1, 0), new(GapKind.Start, 2, 9)],
            Seeker, Opening, Context).Select(g => g.Gap).Should().Equal(ForkliftGap);

    [Fact]
    public void Courses_NoneFits_GapStaysWithEmptyList() =>
        GapClosing.Courses([ForkliftGap], Seeker, Opening, With(Course(1, LicenceB))).Single().Courses.Should().BeEmpty();

    [Fact]
    public void Courses_WiderCertificate_ClosesTheNarrowerGap() =>
        Numbers(ForkliftGap with { ConceptId = LicenceB }, Course(1, LicenceC)).Should().Equal(1);

    [Fact]
    public void Courses_ClosedOrTooHard_AreNotOffered() =>
        Numbers(
            ForkliftGap,
            Course(1, Forklift) with { IsOpen = false },
            Course(2, Forklift) with { EnrolUntil = Today.AddDays(-1) },
            Course(3, Forklift) with { LevelFrom = CefrLevel.B2 },
            Course(4, Forklift) with { LevelFrom = CefrLevel.B1 }).Should().Equal(4);

    [Theory]
    [InlineData(CefrLevel.A2, CefrLevel.B1, true)]
    [InlineData(CefrLevel.A1, CefrLevel.B1, true)]
    [InlineData(CefrLevel.None, CefrLevel.B2, true)]
    [InlineData(CefrLevel.A2, CefrLevel.A2, false)]
    [InlineData(CefrLevel.B1, CefrLevel.B2, false)]
    [InlineData(CefrLevel.A2, CefrLevel.None, false)]
    public void Courses_German_EntryWithinReachAndExitHighEnough(CefrLevel from, CefrLevel to, bool closes) =>
        Numbers(GermanGap, Course(1) with { LevelFrom = from, LevelTo = to }).Should().HaveCount(closes ? 1 : 0);

    [Fact]
    public void Courses_Ranked_InTimeThenBranchThenStartThenWay()
    {
        var late = Start.AddDays(29);
        Numbers(
            ForkliftGap,
            Course(1, Forklift, ends: late),
            Course(2, Forklift) with { BranchCode = "office", StartsOn = Today.AddDays(8) },
            Course(3, Forklift) with { PlaceAgs = "away" },
            Course(4, Forklift) with { PlaceAgs = "nowhere" },
            Course(5, Forklift),
            Course(6, Forklift, starts: Today.AddDays(13))).Should().Equal(6, 5, 3, 4, 2, 1);
    }

    [Fact]
    public void Courses_GermanRanked_NearestEntryLevelBeforeEarlierStart() =>
        Numbers(
            GermanGap,
            Course(1, starts: Today.AddDays(8)) with { LevelFrom = CefrLevel.None, LevelTo = CefrLevel.B1 },
            Course(2) with { LevelFrom = CefrLevel.A2, LevelTo = CefrLevel.B1 },
            Course(3) with { LevelFrom = CefrLevel.A2, LevelTo = CefrLevel.B1, BranchCode = "office" }).Should().Equal(2, 1, 3);

    [Theory]
    [InlineData(28, true)]
    [InlineData(29, false)]
    public void Courses_InTime_AllowsTwentyEightDays(int days, bool inTime)
    {
        var course = First(Course(1, Forklift, ends: Start.AddDays(days)));

        (course.InTime, course.ClosesOn).Should().Be((inTime, Start.AddDays(days)));
    }

    // vacancy: 40 hours a week
    [Theory]
    [InlineData(CourseMode.Evening, 8, 0, true)]
    [InlineData(CourseMode.Evening, 9, 0, false)]
    [InlineData(CourseMode.FullTime, 8, 0, false)]
    [InlineData(CourseMode.PartTime, 8, -1, false)]
    public void Courses_Parallel_OnlyBesideTheWorkAndWithinTheWeek(CourseMode mode, int hours, int endsAfterStart, bool parallel) =>
        First(Course(1, Forklift, ends: Start.AddDays(endsAfterStart)) with { Mode = mode, HoursPerWeek = hours }).RunsParallel.Should().Be(parallel);

    [Fact]
    public void Courses_NoBranchAnywhere_IsNotTheSameBranch()
    {
        var branchless = GapClosing.Courses(
            [ForkliftGap], Seeker, Opening with { BranchCode = null }, With(Course(1, Forklift) with { BranchCode = null }));

        branchless.Single().Courses.Single().SameBranch.Should().BeFalse();
        First(Course(1, Forklift)).SameBranch.Should().BeTrue();
    }

    [Theory]
    [InlineData("Technical", true)]
    [InlineData("Care", false)]
    public void Courses_GermanForTheBranch_ServesTheBranchesBehindIt(string courseBranch, bool same)
    {
        var world = With(Course(1) with { BranchCode = courseBranch, LevelTo = CefrLevel.B1 }) with
        {
            GermanBranches = MatchContext.GermanBranchesOf(
                [new() { Code = "Logistics", Name = "Lager", GermanBranchCode = "Technical" }, new() { Code = "Care", Name = "Pflege" }]),
        };

        GapClosing.Courses([GermanGap], Seeker, Opening with { BranchCode = "Logistics" }, world).Single().Courses.Single().SameBranch.Should().Be(same);
    }

    [Fact]
    public void From_Course_ReadsOpennessAndLinkedGains()
    {
        var course = new Course
        {
            Reference = "K1",
            Title = "Stapler",
            InstrumentCode = "x",
            PlaceAgs = "city",
            StartsOn = Today.AddDays(9),
            EndsOn = Today.AddDays(20),
            EnrolUntil = Today.AddDays(5),
            LevelFrom = CefrLevel.A2,
        };
        course.Gains.Add(new() { Typed = "Stapler", Kind = ConceptKind.Certificate, ConceptId = Forklift });
        course.Gains.Add(new() { Typed = "Teamgeist", Kind = ConceptKind.Competence });

        CourseFacts.From(course, Today).IsOpen.Should().BeFalse("it is a draft");
        var provider = new Provider { Name = "T", ContactName = "T", Email = "t@example.org" };
        provider.Approve(Id(1));
        course.Publish(provider, new DateTime(2027, 3, 1, 9, 0, 0, DateTimeKind.Utc)).IsRefused.Should().BeFalse();
        var facts = CourseFacts.From(course, Today);
        facts.IsOpen.Should().BeTrue();
        facts.Gains.Should().Equal(new GainFacts(ConceptKind.Certificate, Forklift));
        facts.CanBeEntered(CefrLevel.A1, Today).Should().BeFalse();
    }

    private static GapCourse First(CourseFacts course) => GapClosing.Courses([ForkliftGap], Seeker, Opening, With(course)).Single().Courses.Single();

    private static IEnumerable<int> Numbers(MatchGap gap, params CourseFacts[] courses) =>
        GapClosing.Courses([gap], Seeker, Opening, With(courses)).Single().Courses.Select(c => Array.FindIndex(courses, x => x.CourseId == c.Course.CourseId) + 1);
}
