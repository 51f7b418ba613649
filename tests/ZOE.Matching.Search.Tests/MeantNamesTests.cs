using ZOE.Matching.Search.German;

namespace ZOE.Matching.Search.Tests;

public sealed class MeantNamesTests
{
    private static readonly Guid Welder = Id(1), Welding = Id(2), Forklift = Id(3), Cook = Id(4);

    private static readonly GermanText Text = new(Lexicon.Build(
    [
        new LexiconRow(Welder, "Schweißer/Schweißerin", ["Schweißfachkraft"], []),
        new LexiconRow(Welding, "Schweißen", ["Schweißtechnik"], []),
        new LexiconRow(Forklift, "Gabelstapler fahren", ["Flurförderzeug führen"], []),
        new LexiconRow(Cook, "Koch/Köchin", [], []),
        .. FieldTerms.Rows,
    ]));

    [Theory]
    [InlineData("Schweißerin", 1)]
    [InlineData("schweiser", 1)]
    [InlineData("eine Schweißfachkraft", 1)]
    [InlineData("Flurfoerderzeug führen", 3)]
    [InlineData("Koch (m/w/d)", 4)]
    public void Meant_Name_IsFoundHoweverItIsWritten(string typed, int concept)
    {
        var meant = Text.Meant(typed);

        meant.Names.Should().ContainSingle().Which.Concepts.Should().Equal(Id(concept));
        meant.Rest.Should().BeEmpty();
    }

    [Fact]
    public void Meant_SeveralNamesAndARest_KeepTheirOrder()
    {
        var meant = Text.Meant("Koch Gabelstapler fahren Hannover B1");

        meant.Names.Select(n => n.Concepts.Single()).Should().Equal(Cook, Forklift);
        meant.Rest.Select(r => r.Typed).Should().Equal("Hannover", "B1");
    }

    [Fact]
    public void Meant_TermOfTheField_IsMarked() => Text.Meant("Praktikum").Names.Should().ContainSingle().Which.IsTerm.Should().BeTrue();

    [Fact]
    public void Meant_UnknownCompound_TellsWhatIsNear() => Text.Meant("Schweißspezialist").Rest.Should().ContainSingle().Which.Near.Should().Contain(Welding);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    [InlineData("und mit der")]
    public void Meant_NothingTyped_IsNothing(string? typed)
    {
        Text.Meant(typed).Names.Should().BeEmpty();
        Text.Meant(typed).Rest.Should().BeEmpty();
    }

    private static Guid Id(int number) => new($"00000000-0000-0000-0000-{number:000000000000}");
}
