using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Matches;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Vocabulary;
using static ZOE.Matching.Domain.Tests.Matches.MatchWorld;

namespace ZOE.Matching.Domain.Tests.Matches;

public sealed class MatchRulesTests
{
    [Fact]
    public void Score_FitsInEveryRespect_IsThousand()
    {
        var result = Score(Seeker, Opening);

        result.Score.Should().Be(1000);
        result.Fits.Should().BeTrue();
        result.Gaps.Should().BeEmpty();
        result.Clarify.Should().BeEmpty();
        result.Contributions.Sum(c => c.Of).Should().Be(1000);
        (result.ClientId, result.VacancyId, result.WeightsVersion).Should().Be((Seeker.ClientId, Opening.VacancyId, 1));
    }

    [Theory]
    [InlineData(500, true)]
    [InlineData(499, false)]
    public void Fits_AtThreshold_IsInclusive(int points, bool fits) =>
        new MatchResult(Id(1), Id(2), 1, 500, [new(MatchCriterion.Form, points, 1000)], [], [], null).Fits.Should().Be(fits);

    [Fact]
    public void Fits_Excluded_IsFalseWhateverTheScore()
    {
        var result = Score(Seeker with { WorkPermission = WorkPermission.NotAllowed }, Opening);

        result.Excluded.Should().Be(ExclusionReason.WorkNotAllowed);
        result.Score.Should().Be(1000);
        result.Fits.Should().BeFalse();
    }

    [Fact]
    public void Permission_Unknown_IsAskedNotExcluded()
    {
        var result = Score(Seeker with { WorkPermission = WorkPermission.Unknown }, Opening);

        result.Fits.Should().BeTrue();
        result.Clarify.Should().Equal(new MatchClarify(ClarifyKind.WorkPermission));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(-1, true)]
    public void Permission_EndsAroundTheStart_IsAsked(int daysAfterStart, bool asked) =>
        Score(Seeker with { WorkPermissionUntil = Start.AddDays(daysAfterStart) }, Opening).Clarify.Any(c => c.Kind == ClarifyKind.WorkPermissionEnds)
            .Should().Be(asked);

    // spoken need B1 (90 points), written need A2 (60 points)
    [Theory]
    [InlineData(CefrLevel.B1, CefrLevel.A2, false, 90, 60, 0, false)]
    [InlineData(CefrLevel.C2, CefrLevel.C2, false, 90, 60, 0, false)]
    [InlineData(CefrLevel.A2, CefrLevel.A2, false, 36, 60, 1, false)]
    [InlineData(CefrLevel.A2, CefrLevel.A2, true, 63, 60, 1, false)]
    [InlineData(CefrLevel.A2, CefrLevel.A1, false, 36, 24, 2, false)]
    [InlineData(CefrLevel.A1, CefrLevel.A2, false, 0, 60, 1, true)]
    [InlineData(CefrLevel.A1, CefrLevel.A2, true, 0, 60, 1, true)]
    [InlineData(CefrLevel.B1, CefrLevel.None, false, 90, 0, 1, true)]
    public void German_LevelsShort_GiveLessAndExcludeFromTwo(
        CefrLevel spoken, CefrLevel written, bool lowerIsFine, int spokenPoints, int writtenPoints, int gaps, bool excluded)
    {
        var result = Score(Seeker with { GermanSpoken = spoken, GermanWritten = written }, Opening with { OneLevelLowerIsFine = lowerIsFine });

        result.Of(MatchCriterion.GermanSpoken).Points.Should().Be(spokenPoints);
        result.Of(MatchCriterion.GermanWritten).Points.Should().Be(writtenPoints);
        result.Gaps.Should().HaveCount(gaps);
        result.Excluded.Should().Be(excluded ? ExclusionReason.GermanTooLow : null);
    }

    [Fact]
    public void German_OneShort_GapNamesNeedAndHave() =>
        Score(Seeker with { GermanSpoken = CefrLevel.A2 }, Opening).Gaps
            .Should().Equal(new MatchGap(GapKind.GermanSpoken, (int)CefrLevel.B1, (int)CefrLevel.A2));

    [Fact]
    public void German_Unknown_IsHalfTheCeilingAndAsked()
    {
        var result = Score(Seeker with { GermanSpoken = null, GermanWritten = null }, Opening);

        (result.Of(MatchCriterion.GermanSpoken).Points, result.Of(MatchCriterion.GermanWritten).Points).Should().Be((45, 30));
        result.Clarify.Select(c => c.Kind).Should().Equal(ClarifyKind.GermanSpoken, ClarifyKind.GermanWritten);
        result.Gaps.Should().BeEmpty();
        result.Excluded.Should().BeNull();
    }

    [Fact]
    public void German_NoneNeeded_AsksNothingOfAnUnknownLevel()
    {
        var result = Score(Seeker with { GermanSpoken = null }, Opening with { GermanSpoken = CefrLevel.None });

        result.Of(MatchCriterion.GermanSpoken).Points.Should().Be(90);
        result.Clarify.Should().BeEmpty();
    }

    [Fact]
    public void Form_Wished_OpenOrOther_FullPartOrExcluded()
    {
        Score(Seeker, Opening).Of(MatchCriterion.Form).Points.Should().Be(60);
        var open = Score(Seeker with { WantedForms = [] }, Opening);
        open.Of(MatchCriterion.Form).Points.Should().Be(45);
        open.Excluded.Should().BeNull();
        var other = Score(Seeker with { WantedForms = [PlacementKind.Internship] }, Opening);
        other.Of(MatchCriterion.Form).Points.Should().Be(0);
        other.Excluded.Should().Be(ExclusionReason.FormNotWanted);
    }

    [Fact]
    public void Law_CompetenceMissing_Excludes() =>
        Score(Seeker with { Held = [] }, VacancyWith(Asks(MagWelding, byLaw: true))).Excluded.Should().Be(ExclusionReason.LegalRequirementMissing);

    [Fact]
    public void Law_CompetenceOnlyImpliedByOccupation_IsNoProof() =>
        Score(Seeker, VacancyWith(Asks(MagWelding, byLaw: true))).Excluded.Should().Be(ExclusionReason.LegalRequirementMissing);

    [Fact]
    public void Law_WordsNotLinked_AreAskedNotExcluded()
    {
        var result = Score(Seeker, VacancyWith(Asks(null, byLaw: true)));

        result.Excluded.Should().BeNull();
        result.Clarify.Should().Equal(new MatchClarify(ClarifyKind.RequirementUnlinked, null, "getippt"));
        result.Score.Should().Be(1000);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(-1, ExclusionReason.LegalRequirementMissing)]
    public void Law_LicenceRunsOut_CountsOnTheDayOfTheStart(int daysAfterStart, ExclusionReason? expected) =>
        Score(
            ClientWith(Has(LicenceB, ConceptKind.Certificate, until: Start.AddDays(daysAfterStart))),
            VacancyWith(Asks(LicenceB, ConceptKind.Certificate, byLaw: true)))
            .Excluded.Should().Be(expected);

    [Fact]
    public void Law_WiderLicence_IncludesTheNarrowerOneButNotTheOtherWay()
    {
        Score(ClientWith(Has(LicenceC, ConceptKind.Certificate)), VacancyWith(Asks(LicenceB, ConceptKind.Certificate, byLaw: true)))
            .Excluded.Should().BeNull();
        var lesser = Score(ClientWith(Has(LicenceB, ConceptKind.Certificate)), VacancyWith(Asks(LicenceC, ConceptKind.Certificate, byLaw: true)));
        lesser.Excluded.Should().Be(ExclusionReason.LegalRequirementMissing);
        lesser.Of(MatchCriterion.Certificate).Points.Should().Be(0);
    }

    [Fact]
    public void Law_CourseInTime_DoesNotHelp() =>
        Score(Seeker, VacancyWith(Asks(Forklift, ConceptKind.Certificate, byLaw: true)), With(Course(1, Forklift)))
            .Excluded.Should().Be(ExclusionReason.LegalRequirementMissing);

    [Theory]
    [InlineData(28, null)]
    [InlineData(29, ExclusionReason.CertificateOutOfReach)]
    public void Certificate_CourseEndsAfterStart_ToleranceIsTwentyEightDays(int days, ExclusionReason? expected)
    {
        var result = Score(Seeker, VacancyWith(Asks(Forklift, ConceptKind.Certificate)), With(Course(1, Forklift, ends: Start.AddDays(days))));

        result.Excluded.Should().Be(expected);
        result.Gaps.Should().Equal(new MatchGap(GapKind.Certificate, 1, null, RequirementWeight.Required, Forklift, "Gabelstaplerschein"));
    }

    [Fact]
    public void Certificate_StartHasPassed_ToleranceCountsFromToday()
    {
        var vacancy = VacancyWith(Asks(Forklift, ConceptKind.Certificate)) with { StartOn = Today.AddDays(-60) };

        Score(Seeker, vacancy, With(Course(1, Forklift, ends: Today.AddDays(28)))).Excluded.Should().BeNull();
    }

    [Fact]
    public void Certificate_NoOpenCourseThatCanBeEntered_IsOutOfReach()
    {
        var vacancy = VacancyWith(Asks(Forklift, ConceptKind.Certificate));
        Score(Seeker, vacancy).Excluded.Should().Be(ExclusionReason.CertificateOutOfReach);
        Score(Seeker, vacancy, With(Course(1, LicenceB))).Excluded.Should().Be(ExclusionReason.CertificateOutOfReach);
        Score(Seeker, vacancy, With(Course(1, Forklift) with { IsOpen = false })).Excluded.Should().Be(ExclusionReason.CertificateOutOfReach);
        Score(Seeker, vacancy, With(Course(1, Forklift) with { EnrolUntil = Today.AddDays(-1) })).Excluded.Should().Be(ExclusionReason.CertificateOutOfReach);
        Score(Seeker, vacancy, With(Course(1, Forklift) with { EnrolUntil = Today })).Excluded.Should().BeNull();
    }

    [Theory]
    [InlineData(CefrLevel.B1, null)]
    [InlineData(CefrLevel.B2, ExclusionReason.CertificateOutOfReach)]
    public void Certificate_CourseAsksForGerman_MustBeReachedByTheClient(CefrLevel entry, ExclusionReason? expected)
    {
        var easyButLate = Course(2, Forklift, ends: Start.AddDays(90));

        Score(Seeker, VacancyWith(Asks(Forklift, ConceptKind.Certificate)), With(Course(1, Forklift) with { LevelFrom = entry }, easyButLate))
            .Excluded.Should().Be(expected);
    }

    [Fact]
    public void Certificate_GermanUnknown_TheCourseCounts() =>
        Score(
            Seeker with { GermanSpoken = null, GermanWritten = null },
            VacancyWith(Asks(Forklift, ConceptKind.Certificate)),
            With(Course(1, Forklift) with { LevelFrom = CefrLevel.C1 })).Excluded.Should().BeNull();

    [Fact]
    public void Certificate_OnlyWished_IsAGapAndNeverExcludes()
    {
        var result = Score(Seeker, VacancyWith(Asks(Forklift, ConceptKind.Certificate, weight: RequirementWeight.Wished)));

        result.Excluded.Should().BeNull();
        result.Gaps.Single().Weight.Should().Be(RequirementWeight.Wished);
    }

    [Fact]
    public void Certificate_RunOut_GapSaysSo() =>
        Score(ClientWith(Has(Forklift, ConceptKind.Certificate, until: Today.AddDays(-1))), VacancyWith(Asks(Forklift, ConceptKind.Certificate)))
            .Gaps.Single().Have.Should().Be(0);

    [Fact]
    public void Certificate_OnlyStated_CountsInPartAndIsAsked()
    {
        var result = Score(
            ClientWith(Has(Forklift, ConceptKind.Certificate, evidence: EvidenceKind.SelfStated)), VacancyWith(Asks(Forklift, ConceptKind.Certificate)));

        result.Of(MatchCriterion.Certificate).Points.Should().Be(240);
        result.Clarify.Should().Equal(new MatchClarify(ClarifyKind.CertificateUnproved, Forklift, "Gabelstaplerschein"));
        result.Excluded.Should().BeNull();
    }

    [Fact]
    public void Competence_RequiredAndMissing_NeverExcludes() =>
        Score(Seeker, VacancyWith(Asks(Typing))).Excluded.Should().BeNull();
}
