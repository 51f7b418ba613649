using CsCheck;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Vocabulary;

namespace ZOE.Matching.Domain.Tests.Clients;

public class EvidenceMergeTests
{
    private static readonly DateOnly Today = Given.Today;

    [Fact]
    public void Current_NewerWeaker_DoesNotEraseStronger() =>
        Current(Proof(EvidenceKind.Certificate, SkillLevel.Independent, "2020-05-01"), Proof(EvidenceKind.SelfStated, SkillLevel.Expert, "2027-01-01"))
            .Should().BeEquivalentTo(new { Level = SkillLevel.Independent, Kind = EvidenceKind.Certificate, On = Given.Day("2020-05-01"), IsConfirmed = true });

    [Fact]
    public void Current_SameKind_LaterDayThenLevelDecides()
    {
        Current(Proof(EvidenceKind.Tested, SkillLevel.Expert, "2026-01-01"), Proof(EvidenceKind.Tested, SkillLevel.Basic, "2026-01-02"))!.Level.Should().Be(SkillLevel.Basic);
        Current(Proof(EvidenceKind.Tested, SkillLevel.Expert, "2026-01-01"), Proof(EvidenceKind.Tested, SkillLevel.Basic, "2026-01-01"))!.Level.Should().Be(SkillLevel.Expert);
    }

    [Theory]
    [InlineData("2027-01-11", EvidenceKind.SelfStated, false)]
    [InlineData("2027-01-12", EvidenceKind.Certificate, true)]
    [InlineData("2027-01-13", EvidenceKind.Certificate, true)]
    [InlineData(null, EvidenceKind.Certificate, true)]
    public void Current_Expired_DropsOutOnTheDayAfter(string? until, EvidenceKind kind, bool confirmed)
    {
        var current = Current(Proof(EvidenceKind.Certificate, SkillLevel.Expert, "2022-01-01", until), Proof(EvidenceKind.SelfStated, SkillLevel.Basic, "2021-01-01"))!;
        (current.Kind, current.IsConfirmed).Should().Be((kind, confirmed));
    }

    [Theory]
    [InlineData("2027-01-12", true)]
    [InlineData("2027-01-13", false)]
    public void Current_DatedAhead_DoesNotCountYet(string on, bool counts) => (Current(Proof(EvidenceKind.Tested, SkillLevel.Basic, on)) is not null).Should().Be(counts);

    [Fact]
    public void Profile_ExpiredOrRetired_IsGone_NeverProved_Stays()
    {
        var client = Given.Client();
        client.Profile.AddRange([Entry("Gabelstapler", Proof(EvidenceKind.Certificate, SkillLevel.Guided, "2020-01-01", "2025-01-01")), Entry("Küche"), Entry("Kasse", Proof(EvidenceKind.Tested, SkillLevel.Guided, "2026-01-01"))]);
        client.Profile.Add(new ProfileEntry { Typed = "Alt", Kind = ConceptKind.Competence, Retired = true });
        EvidenceMerge.Profile(client, Today).Select(l => (l.Typed, l.Current?.Level)).Should().Equal(("Küche", null), ("Kasse", SkillLevel.Guided));
    }

    private static readonly Gen<CompetenceEvidence> Any =
        Gen.Select(Gen.Int[1, 5], Gen.Int[1, 4], Gen.Int[-400, 30], Gen.Int[-60, 60], Gen.Bool, Gen.Guid, (kind, level, on, until, expires, id) => new CompetenceEvidence
        {
            Id = id,
            Kind = (EvidenceKind)kind,
            Level = (SkillLevel)level,
            Source = "Test",
            On = Today.AddDays(on),
            ValidUntil = expires ? Today.AddDays(until) : null,
        });

    [Fact]
    public void Current_AnyOrder_IsTheSame() =>
        Any.List[0, 8].SelectMany(list => Gen.Shuffle(list.ToArray()).Select(other => (list, other)))
            .Sample(x => EvidenceMerge.Current(x.list, Today) == EvidenceMerge.Current(x.other, Today));

    [Fact]
    public void Current_Any_IsAsStrongAsTheStrongestValid() =>
        Any.List[0, 8].Sample(list =>
        {
            EvidenceKind? strongest = null;
            foreach (var e in list)
            {
                var valid = e.On <= Today && (e.ValidUntil is null || e.ValidUntil.Value.DayNumber - Today.DayNumber >= 0);
                if (valid && (strongest is null || e.Kind > strongest)) strongest = e.Kind;
            }

            return EvidenceMerge.Current(list, Today)?.Kind == strongest;
        });

    private static CurrentEvidence? Current(params CompetenceEvidence[] evidence) => EvidenceMerge.Current(evidence, Today);

    private static CompetenceEvidence Proof(EvidenceKind kind, SkillLevel level, string on, string? until = null) =>
        new() { Kind = kind, Level = level, Source = "Test", On = Given.Day(on), ValidUntil = Given.DayOrNull(until) };

    private static ProfileEntry Entry(string typed, params CompetenceEvidence[] evidence)
    {
        var entry = new ProfileEntry { Typed = typed, Kind = ConceptKind.Competence };
        entry.Evidence.AddRange(evidence);
        return entry;
    }
}
