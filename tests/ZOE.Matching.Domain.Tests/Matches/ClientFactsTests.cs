using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Matches;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Reference;
using ZOE.Matching.Domain.Vocabulary;
using static ZOE.Matching.Domain.Tests.Matches.MatchWorld;

namespace ZOE.Matching.Domain.Tests.Matches;

public sealed class ClientFactsTests
{
    /// <summary>Closed list: whoever adds to it answers for group, origin, sex, age and name staying out.</summary>
    [Fact]
    public void ClientFacts_Properties_AreTheClosedList()
    {
        typeof(ClientFacts).GetProperties().Select(p => p.Name).Should().BeEquivalentTo(
            "ClientId", "WorkPermission", "WorkPermissionUntil", "PlaceAgs", "GermanSpoken", "GermanWritten", "German", "WantedForms", "WantedHours",
            "Shifts", "AvailableFrom", "Held");
        typeof(HeldConcept).GetProperties().Select(p => p.Name).Should().BeEquivalentTo(
            "Kind", "ConceptId", "Level", "Evidence", "ProvedOn", "ValidUntil", "Years");
    }

    [Fact]
    public void From_GroupPhaseAndPersonDiffer_FactsAndScoreAreTheSame()
    {
        var plain = Person();
        var other = Person();
        other.Group = ClientGroup.C;
        other.Phase = Phase.Aftercare;
        other.Wish = "Ich möchte schweißen";
        other.Person = new()
        {
            ClientId = other.Id,
            FirstName = "Amina",
            LastName = "Yusuf",
            Sex = "w",
            Origin = "Somalia",
            BirthDate = new(1970, 5, 5),
        };

        var (a, b) = (ClientFacts.From(plain, Today), ClientFacts.From(other, Today));

        b.Should().BeEquivalentTo(a);
        MatchExplanation.Write(Score(b, Opening)).Should().Be(MatchExplanation.Write(Score(a, Opening)));
    }

    [Theory]
    [InlineData(WorkPermission.Allowed, 0, WorkPermission.Allowed)]
    [InlineData(WorkPermission.Allowed, -1, WorkPermission.Unknown)]
    [InlineData(WorkPermission.NotAllowed, -1, WorkPermission.NotAllowed)]
    public void From_PermissionRunsOut_BecomesUnknown(WorkPermission given, int days, WorkPermission expected)
    {
        var client = Person();
        (client.WorkPermission, client.WorkPermissionUntil) = (given, Today.AddDays(days));

        ClientFacts.From(client, Today).WorkPermission.Should().Be(expected);
    }

    [Fact]
    public void From_TemporaryAddress_PlaceIsUnknown()
    {
        var client = Person();
        ClientFacts.From(client, Today).PlaceAgs.Should().Be("city");
        client.AddressIsTemporary = true;
        ClientFacts.From(client, Today).PlaceAgs.Should().BeNull();
    }

    [Fact]
    public void From_German_NoEvidenceIsUnknownAndEvidenceOfNoneIsNone()
    {
        var client = Person();
        client.AddLanguageEvidence(German(LanguageSkill.Written, CefrLevel.None));

        var facts = ClientFacts.From(client, Today);

        facts.GermanSpoken.Should().BeNull();
        facts.GermanWritten.Should().Be(CefrLevel.None);
        facts.German.Should().Be(CefrLevel.None);
    }

    [Theory]
    [InlineData(CefrLevel.B1, CefrLevel.A2, CefrLevel.A2)]
    [InlineData(CefrLevel.A2, CefrLevel.B1, CefrLevel.A2)]
    [InlineData(CefrLevel.A2, null, CefrLevel.A2)]
    [InlineData(null, CefrLevel.C1, CefrLevel.C1)]
    [InlineData(null, null, null)]
    public void German_LowerOfWhatIsKnown(CefrLevel? spoken, CefrLevel? written, CefrLevel? expected) =>
        (Seeker with { GermanSpoken = spoken, GermanWritten = written }).German.Should().Be(expected);

    [Fact]
    public void From_RetiredOrUnlinkedEntries_AreLeftOut()
    {
        var client = Person();
        client.Profile.Add(new() { Typed = "alt", Kind = ConceptKind.Competence, ConceptId = Typing, Retired = true });
        client.Profile.Add(new() { Typed = "Ziegen hüten", Kind = ConceptKind.Competence });

        ClientFacts.From(client, Today).Held.Should().BeEmpty();
    }

    [Fact]
    public void From_EntryWithoutProof_IsABasicStatement()
    {
        var client = Person();
        client.Profile.Add(new() { Typed = "tippen", Kind = ConceptKind.Competence, ConceptId = Typing, Years = 2 });

        ClientFacts.From(client, Today).Held.Should().Equal(
            new HeldConcept(ConceptKind.Competence, Typing, SkillLevel.Basic, EvidenceKind.SelfStated, null, null, 2));
    }

    [Fact]
    public void From_CompetenceWithNewerWeakerProof_KeepsTheStrongerOne()
    {
        var client = Person();
        client.Profile.Add(Entry(ConceptKind.Competence, Typing,
            Proof(EvidenceKind.ObservedAtWork, SkillLevel.Expert, Today.AddDays(-300)), Proof(EvidenceKind.SelfStated, SkillLevel.Basic, Today)));

        Score(ClientFacts.From(client, Today), VacancyWith(Asks(Typing))).Of(MatchCriterion.Competence).Points.Should().Be(380);
    }

    [Fact]
    public void From_CertificateRunOutBesideAnOldStatement_DoesNotLiveOn()
    {
        var client = Person();
        client.Profile.Add(Entry(ConceptKind.Certificate, Forklift,
            Proof(EvidenceKind.SelfStated, SkillLevel.Basic, Today.AddDays(-900)),
            Proof(EvidenceKind.Certificate, SkillLevel.Basic, Today.AddDays(-800), Today.AddDays(-1))));

        Score(ClientFacts.From(client, Today), VacancyWith(Asks(Forklift, ConceptKind.Certificate, byLaw: true)))
            .Excluded.Should().Be(ExclusionReason.LegalRequirementMissing);
    }

    [Fact]
    public void From_CertificateRenewed_CountsAgain()
    {
        var client = Person();
        client.Profile.Add(Entry(ConceptKind.Certificate, Forklift,
            Proof(EvidenceKind.Certificate, SkillLevel.Basic, Today.AddDays(-800), Today.AddDays(-1)),
            Proof(EvidenceKind.Certificate, SkillLevel.Basic, Today.AddDays(-1), Today.AddYears(1))));

        Score(ClientFacts.From(client, Today), VacancyWith(Asks(Forklift, ConceptKind.Certificate, byLaw: true))).Excluded.Should().BeNull();
    }

    private static Client Person() => new() { Id = Id(7), VerbisNumber = "V1", PlaceAgs = "city", WantedForms = [PlacementKind.Job] };

    private static ProfileEntry Entry(ConceptKind kind, Guid concept, params CompetenceEvidence[] proofs)
    {
        var entry = new ProfileEntry { Typed = "x", Kind = kind, ConceptId = concept };
        entry.Evidence.AddRange(proofs);
        return entry;
    }

    private static CompetenceEvidence Proof(EvidenceKind kind, SkillLevel level, DateOnly on, DateOnly? until = null) =>
        new() { Kind = kind, Level = level, On = on, ValidUntil = until, Source = "Test" };

    private static LanguageEvidence German(LanguageSkill skill, CefrLevel level) =>
        new() { Skill = skill, Level = level, Kind = EvidenceKind.Tested, Source = "Test", On = Today };
}
