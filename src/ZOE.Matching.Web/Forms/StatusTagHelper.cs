using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ZOE.Matching.Web.Forms;

/// <summary>A badge: text with an icon, never colour alone.</summary>
[HtmlTargetElement("zoe-status")]
public sealed class StatusTagHelper : TagHelper
{
    /// <summary>success, info, warning or danger.</summary>
    public string Kind { get; set; } = "info";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (Kind is not ("success" or "info" or "warning" or "danger"))
            throw new InvalidOperationException($"zoe-status knows success, info, warning and danger, not {Kind}.");
        var text = await output.GetChildContentAsync();
        output.TagName = "span";
        Classes.Add(output, $"kern-badge kern-badge--small kern-badge--{Kind}");
        output.Content.SetHtmlContent($"<span class=\"kern-icon kern-icon--{Kind}\" aria-hidden=\"true\"></span><span class=\"kern-label kern-label--small\">");
        output.Content.AppendHtml(text).AppendHtml("</span>");
    }
}
