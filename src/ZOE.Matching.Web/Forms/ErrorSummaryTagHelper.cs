using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Forms;

/// <summary>Lists all errors of the form at the top of the page, each linked to its field; empty when there are none.</summary>
[HtmlTargetElement("zoe-error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper(IStringLocalizer<Validation> texts) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var state = ViewContext.ViewData.ModelState;
        if (state.ErrorCount == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        Classes.Add(output, "kern-alert kern-alert--danger zoe-error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("autofocus", "");
        output.Content.SetHtmlContent("<div class=\"kern-alert__header\"><span class=\"kern-icon kern-icon--danger\" aria-hidden=\"true\"></span>");
        var title = new TagBuilder("h2");
        title.AddCssClass("kern-title");
        title.InnerHtml.Append(texts["Summary.Title"]);
        var list = new TagBuilder("ul");
        foreach (var (key, entry) in state.Where(entry => entry.Value is { Errors.Count: > 0 }).OrderBy(entry => PlaceOf(entry.Key)))
            foreach (var error in entry!.Errors) list.InnerHtml.AppendHtml(Line(key, error));
        output.Content.AppendHtml(title).AppendHtml("</div><div class=\"kern-alert__body\">").AppendHtml(list).AppendHtml("</div>");
    }

    /// <summary>Errors come in the order in which the model declares its fields; those of the whole form first.</summary>
    private int PlaceOf(string key)
    {
        if (key.Length == 0) return -1;
        var first = key.Split('.', '[')[0];
        var fields = ViewContext.ViewData.ModelMetadata.Properties;
        for (var place = 0; place < fields.Count; place++)
            if (string.Equals(fields[place].PropertyName, first, StringComparison.OrdinalIgnoreCase)) return place;
        return fields.Count;
    }

    private TagBuilder Line(string key, ModelError error)
    {
        var text = string.IsNullOrEmpty(error.ErrorMessage) ? texts["Binding.Invalid", key].Value : error.ErrorMessage;
        var line = new TagBuilder("li");
        if (key.Length == 0)
        {
            line.InnerHtml.Append(text);
            return line;
        }
        var link = new TagBuilder("a");
        link.Attributes["href"] = $"#{TagBuilder.CreateSanitizedId(key, "_")}";
        link.InnerHtml.Append(text);
        line.InnerHtml.AppendHtml(link);
        return line;
    }
}
