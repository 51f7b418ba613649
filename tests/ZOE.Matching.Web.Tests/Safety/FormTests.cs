using System.Net;
using AngleSharp.Html.Dom;
using ZOE.Matching.Web.Tests.Hosting;

namespace ZOE.Matching.Web.Tests.Safety;

/// <summary>The main forms, sent empty: the page comes back with an error at each required field, a summary that links to it, and the input kept.</summary>
public sealed class FormTests(WorldPortal portal) : IClassFixture<WorldPortal>
{
    private const string Typed = "Bleibt stehen";

    [Theory]
    [InlineData(Caller.Employer, "/employers/vacancies/new", null, "Description", "Kind Title HoursPerWeek Insurance PlaceAgs StartOn Openings")]
    [InlineData(Caller.Provider, "/providers/courses/new", null, "Form.Description", "Form.Title Form.InstrumentCode Form.AccessRoute Form.Mode Form.StartsOn Form.EndsOn Form.EnrolUntil Form.HoursPerWeek Form.Seats Form.PlaceAgs")]
    [InlineData(Caller.CoachOwn, "/coaching/clients/new", null, "Form.FirstName", "Form.LastName Form.VerbisNumber Form.EntryOn")]
    [InlineData(Caller.CoachOwn, "/coaching/clients/{client}/consent", "form[action$='/consent']", "Yes.Language", "Yes.Way Yes.GivenOn Yes.ValidUntil Yes.TextWasTold")]
    [InlineData(Caller.CoachOwn, "/coaching/placements/new?proposalId={releasedProposal}", null, "Mentor", "Kind LegalBasis StartOn HoursPerWeek Insurance")]
    [InlineData(Caller.Anonymous, "/answer/proposal/{proposalToken}", null, "Comment", "Answer")]
    [InlineData(Caller.Anonymous, "/account/register-employer", null, "CompanyName", "BranchCode Street Postcode PlaceAgs ContactName Email Phone NewPassword")]
    public async Task Form_SentEmpty_ComesBackWithErrorsAndInput(Caller caller, string address, string? form, string kept, string required)
    {
        var before = await portal.FingerprintAsync(Fingerprint.WrittenByViews);
        var browser = await portal.NewBrowserAsync(caller);
        var page = await browser.GetAsync(portal.World.Fill(address, Side.X));
        page.Status.Should().Be(HttpStatusCode.OK);
        page.Document.QuerySelectorAll(".zoe-error-summary").Should().BeEmpty("nobody has done anything wrong yet");

        var answer = await browser.SubmitAsync(page, [.. Emptied(page, form, kept), (kept, Typed)], form);

        answer.Status.Should().Be(HttpStatusCode.OK);
        (answer.Document.QuerySelector($"[name='{kept}']") switch { IHtmlTextAreaElement area => area.Value, IHtmlInputElement input => input.Value, _ => null }).Should().Be(Typed);
        var summary = answer.Document.QuerySelector("main .zoe-error-summary");
        summary.Should().NotBeNull();
        var links = summary!.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!.TrimStart('#')).ToList();
        foreach (var name in required.Split(' '))
        {
            var id = name.Replace('.', '_');
            links.Should().Contain(id);
            answer.Document.GetElementById(id).Should().NotBeNull($"the summary's link to {name} leads somewhere");
            answer.Document.GetElementById($"{id}-error")?.TextContent.Trim().Should().NotBeNullOrEmpty($"{name} says what is missing");
        }

        links.Should().OnlyContain(id => answer.Document.GetElementById(id) != null);
        (await portal.FingerprintAsync(Fingerprint.WrittenByViews)).DifferenceTo(before).Should().BeEmpty();
    }

    /// <summary>All fields a user can fill, emptied; hidden ones stay.</summary>
    private static IEnumerable<(string Name, string? Value)> Emptied(PortalPage page, string? form, string kept)
    {
        var element = form is null ? page.Document.QuerySelectorAll("main form").OfType<IHtmlFormElement>().First(f => f.Method.Equals("post", StringComparison.OrdinalIgnoreCase)) : page.Document.QuerySelector(form);
        var fields = element!.QuerySelectorAll("input, select, textarea").Where(f => f.GetAttribute("name") is { Length: > 0 } name && name != kept && f.GetAttribute("type") is not ("hidden" or "submit"));
        return fields.Select(f => (f.GetAttribute("name")!, f.GetAttribute("type") is "radio" or "checkbox" ? null : (string?)"")).Distinct();
    }
}
