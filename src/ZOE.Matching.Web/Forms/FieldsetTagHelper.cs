using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ZOE.Matching.Web.Forms;

/// <summary>Groups fields under a legend.</summary>
[HtmlTargetElement("zoe-fieldset")]
public sealed class FieldsetTagHelper : TagHelper
{
    /// <summary>Finished legend text.</summary>
    public string Legend { get; set; } = "";

    /// <summary>Finished hint text.</summary>
    public string? Hint { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var fields = await output.GetChildContentAsync();
        output.TagName = "fieldset";
        Classes.Add(output, "kern-fieldset zoe-fieldset");
        var legend = new TagBuilder("legend");
        legend.AddCssClass("kern-label kern-label--large");
        legend.InnerHtml.Append(Legend);
        output.Content.SetHtmlContent(legend);
        if (!string.IsNullOrWhiteSpace(Hint))
        {
            var hint = new TagBuilder("div");
            hint.AddCssClass("kern-hint");
            hint.InnerHtml.Append(Hint);
            output.Content.AppendHtml(hint);
        }
        var body = new TagBuilder("div");
        body.AddCssClass("kern-fieldset__body");
        body.InnerHtml.AppendHtml(fields);
        output.Content.AppendHtml(body);
    }
}
