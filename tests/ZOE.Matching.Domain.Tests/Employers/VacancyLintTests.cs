using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Vocabulary;

namespace ZOE.Matching.Domain.Tests.Employers;

public sealed class VacancyLintTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData("Lagerhelfer", true)]
    [InlineData("Koch in Hannover", true)]
    [InlineData("Lagerhelfer (m/w/d)", false)]
    [InlineData("Koch w/m/d", false)]
    [InlineData("Koch/Köchin", false)]
    [InlineData("Köchin oder Koch", false)]
    [InlineData("Verkäufer:in", false)]
    [InlineData("Verkäufer*innen", false)]
    [InlineData("Pflegekraft", false)]
    [InlineData("Ausbildung: Metallbauer/Metallbauerin", false)]
    public void Title_OneSexOnly_IsFound(string title, bool found) =>
        VacancyLint.Find(title, null, []).Any(f => f.Kind == LintKind.GenderOfTitle).Should().Be(found);

    [Theory]
    [InlineData("Deutsch als Muttersprache oder Muttersprachler", LintKind.NativeSpeaker)]
    [InlineData("Sie kommen in ein junges Team.", LintKind.Age)]
    [InlineData("Sie sind höchstens 35 Jahre alt.", LintKind.Age)]
    [InlineData("Sie haben die deutsche Staatsangehörigkeit.", LintKind.Nationality)]
    [InlineData("Bitte ohne Kopftuch.", LintKind.Religion)]
    [InlineData("Wir suchen einen Mann fürs Lager.", LintKind.Sex)]
    [InlineData("Sie sind körperlich uneingeschränkt.", LintKind.Health)]
    [InlineData("Gern ohne Kinder.", LintKind.Family)]
    [InlineData("Keine Flüchtlinge.", LintKind.Origin)]
    public void Description_DoubtfulWording_IsFoundAsItsKind(string text, LintKind kind) =>
        VacancyLint.Find("Pflegekraft", text, []).Select(f => f.Kind).Should().Equal(kind == LintKind.NativeSpeaker ? [kind, kind] : [kind]);

    [Theory]
    [InlineData("Wir sind ein kleines Team und arbeiten Sie gern ein. Sie sind Jahre im Beruf oder fangen neu an.")]
    [InlineData("Sie arbeiten mit Kindern und Jugendlichen, auch im Alter ab 12 Jahren.")]
    [InlineData("Sie heben Kisten bis 20 kg. Deutsch B1 reicht.")]
    public void Description_PlainWording_IsFine(string text) => VacancyLint.Find("Pflegekraft", text, []).Should().BeEmpty();

    [Fact]
    public void Language_RequiredButNotWished_IsFound()
    {
        var row = new VacancyRequirement { Kind = ConceptKind.Language, Typed = "Arabisch", Weight = RequirementWeight.Required };

        VacancyLint.Find("Pflegekraft", null, [row]).Select(f => f.Kind).Should().Equal(LintKind.OtherLanguage);
        row.Weight = RequirementWeight.Wished;
        VacancyLint.Find("Pflegekraft", null, [row]).Should().BeEmpty();
    }

    [Theory]
    [InlineData(PlacementKind.Job, false, InsuranceKind.Insured, 1450, null, 7, null, null, "")]
    [InlineData(PlacementKind.Job, false, InsuranceKind.Insured, null, "TVöD 2", 7, null, null, "")]
    [InlineData(PlacementKind.Job, false, InsuranceKind.Insured, null, " ", 7, null, null, "Vacancy.WageMissing")]
    [InlineData(PlacementKind.Job, false, InsuranceKind.None, 1450, null, 7, null, null, "Vacancy.JobIsEmployment")]
    [InlineData(PlacementKind.Job, false, InsuranceKind.Minijob, 499, null, 7, null, null, "Vacancy.WageOutOfRange")]
    [InlineData(PlacementKind.Job, false, InsuranceKind.Insured, 15001, null, 7, null, null, "Vacancy.WageOutOfRange")]
    [InlineData(PlacementKind.TrialEmployment, false, InsuranceKind.Insured, 1450, null, 7, null, null, "Vacancy.AdditionalMissing")]
    [InlineData(PlacementKind.TrialEmployment, true, InsuranceKind.Minijob, 1450, null, 7, null, null, "Vacancy.TrialNeedsInsurance")]
    [InlineData(PlacementKind.Internship, false, InsuranceKind.None, null, null, 0, null, null, "")]
    [InlineData(PlacementKind.Internship, false, InsuranceKind.Insured, null, null, 0, null, null, "Vacancy.InternshipIsNoEmployment")]
    [InlineData(PlacementKind.Internship, false, InsuranceKind.None, null, null, -181, null, null, "Vacancy.StartTooLongAgo")]
    [InlineData(PlacementKind.Internship, false, InsuranceKind.None, null, null, 600, null, null, "Vacancy.StartTooFarAhead")]
    [InlineData(PlacementKind.Internship, false, InsuranceKind.None, null, null, 7, 7, null, "Vacancy.FixedTermBeforeStart")]
    [InlineData(PlacementKind.Internship, false, InsuranceKind.None, null, null, 7, 8, null, "")]
    [InlineData(PlacementKind.Internship, false, InsuranceKind.None, null, null, 7, null, -1, "Vacancy.ExpiryInPast")]
    [InlineData(PlacementKind.Internship, false, InsuranceKind.None, null, null, 7, null, 367, "Vacancy.ExpiryTooFar")]
    [InlineData(PlacementKind.Internship, false, InsuranceKind.None, null, null, 7, null, 366, "")]
    public void Terms_Check_TellsWhatCannotStand(
        PlacementKind kind, bool additional, InsuranceKind insurance, int? cents, string? tariff, int start, int? until, int? shown, string expected)
    {
        var terms = new VacancyTerms(kind, additional, insurance, cents, tariff, Today.AddDays(start), until is { } u ? Today.AddDays(u) : null, shown is { } s ? Today.AddDays(s) : null);

        string.Join(' ', terms.Check(Today).Select(r => r.Code)).Should().Be(expected);
        terms.Check(Today).Should().OnlyContain(r => r.Field != null);
    }

    [Fact]
    public void Terms_DefaultExpiry_FollowsTheStart()
    {
        VacancyTerms.DefaultExpiry(new DateOnly(2026, 12, 1), Today).Should().Be(new DateOnly(2027, 1, 30));
        VacancyTerms.DefaultExpiry(new DateOnly(2026, 11, 1), Today).Should().Be(new DateOnly(2027, 2, 21));
    }
}
