using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ZOE.Matching.Web.Forms;

/// <summary>
/// Every POST form carries the antiforgery token, also when it names its address itself, and leaves checking to the server:
/// the browser's own bubbles speak another language and hide the error summary.
/// </summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class PostFormTagHelper(IHtmlGenerator generator) : TagHelper
{
    public override int Order => 1000;

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.SetAttribute(new TagHelperAttribute("novalidate"));
        // The framework adds a token itself to a form that names no address; two of them are refused as forged.
        if (output.PostContent.GetContent().Contains("__RequestVerificationToken", StringComparison.Ordinal)) return;
        if (generator.GenerateAntiforgery(ViewContext) is { } token) output.PostContent.AppendHtml(token);
    }
}
