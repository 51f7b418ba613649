using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Domain.Vocabulary;
using ZOE.Matching.Web.Tests.Hosting;
using ZOE.Matching.Web.Vocabulary;

namespace ZOE.Matching.Web.Tests.Features.Admin;

/// <summary>Words that nobody could link, and the names offered while typing.</summary>
public sealed class OpenWordsTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Note_SameWordTwice_IsOneRowWithItsCount()
    {
        await NoteAsync("Zwiebelfrosten");
        await NoteAsync(" zwiebelfrosten ");

        var word = await portal.DbAsync(db => db.OpenWords.SingleAsync(w => w.Folded == "ZWIEBELFROSTEN"));
        (word.Typed, word.Count, word.State).Should().Be(("Zwiebelfrosten", 2, OpenWordState.Open));
    }

    [Theory]
    [InlineData("frau.muster@firma.example"), InlineData("Tel. 0511 1234567"), InlineData("x")]
    [InlineData("kann sehr gut mit Kunden umgehen, war bei Firma Muster am Empfang und hat danach studiert")]
    public async Task Note_WhatIsNoName_IsNotKept(string typed)
    {
        await NoteAsync(typed);

        (await portal.DbAsync(db => db.OpenWords.CountAsync(w => w.Typed == typed))).Should().Be(0);
    }

    [Fact]
    public async Task Link_AnotherConcept_MakesTheWordItsName()
    {
        await NoteAsync("Teigflüsterei");
        var admin = await portal.BrowserAsync(await portal.AddUserAsync(PortalRole.Admin));
        var word = await portal.DbAsync(db => db.OpenWords.SingleAsync(w => w.Typed == "Teigflüsterei"));

        var page = await admin.SubmitAsync(await admin.GetAsync("/admin/open-words"), [("label", "Backen")], $"form[action='/admin/open-words/{word.Id}/link']");

        page.Status.Should().Be(HttpStatusCode.Redirect);
        var label = await portal.DbAsync(db => db.ConceptLabels.SingleAsync(l => l.Text == "Teigflüsterei"));
        label.Origin.Should().Be(VocabularyOrigin.Confirmed);
        (await portal.DbAsync(db => db.Concepts.SingleAsync(c => c.Id == label.ConceptId))).Key.Should().Be("backen");
        (await portal.DbAsync(db => db.OpenWords.SingleAsync(w => w.Id == word.Id))).State.Should().Be(OpenWordState.Linked);
    }

    [Fact]
    public async Task Link_NoConcept_LeavesTheWordOpen()
    {
        await NoteAsync("Garnichtsda");
        var admin = await portal.BrowserAsync(await portal.AddUserAsync(PortalRole.Admin));
        var word = await portal.DbAsync(db => db.OpenWords.SingleAsync(w => w.Typed == "Garnichtsda"));

        var page = await admin.SubmitAndFollowAsync(await admin.GetAsync("/admin/open-words"), [("label", "Bäcker/Bäckerin")], $"form[action='/admin/open-words/{word.Id}/link']");

        page.Main.Should().Contain("Bitte wählen Sie einen Begriff aus");
        (await portal.DbAsync(db => db.OpenWords.SingleAsync(w => w.Id == word.Id))).State.Should().Be(OpenWordState.Open, "an occupation is no competence");
    }

    [Fact]
    public async Task Dismiss_OpenWord_IsAskedNoMore()
    {
        await NoteAsync("Quatschwort");
        var admin = await portal.BrowserAsync(await portal.AddUserAsync(PortalRole.Admin));
        var word = await portal.DbAsync(db => db.OpenWords.SingleAsync(w => w.Typed == "Quatschwort"));

        await admin.SubmitAsync(await admin.GetAsync("/admin/open-words"), [], $"form[action='/admin/open-words/{word.Id}/dismiss']");
        await NoteAsync("Quatschwort");

        (await admin.GetAsync("/admin/open-words")).Document.QuerySelector($"#word-{word.Id}").Should().BeNull();
    }

    [Fact]
    public async Task Suggestions_OfAKind_HoldItsNamesOnly()
    {
        var coach = await portal.BrowserAsync(await portal.AddUserAsync(PortalRole.Coach));

        var page = await coach.GetAsync("/suggestions/concepts?kind=Occupation&q=b%C3%A4ck");

        page.Status.Should().Be(HttpStatusCode.OK);
        System.Text.Json.JsonSerializer.Deserialize<string[]>(page.Text).Should().Contain("Bäcker/Bäckerin").And.HaveCountLessThanOrEqualTo(8).And.OnlyContain(n => !n.StartsWith("Backen", StringComparison.Ordinal));
        (await coach.GetAsync("/suggestions/concepts?kind=Occupation&q=b")).Text.Should().Be("[]", "one letter means nothing");
        (await coach.GetAsync("/suggestions/concepts?q=" + new string('b', 500))).Text.Should().Be("[]");
    }

    private async Task NoteAsync(string typed)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<OpenWordDesk>().NoteAsync(typed, ConceptKind.Competence);
    }
}
