using System.Globalization;
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
        foreach (var (key, entry) in state.Where(entry => entry.Value is { Errors.Count: > 0 }).OrderBy(entry => PlaceOf(entry.Key), StringComparer.Ordinal))
            foreach (var error in entry!.Errors) list.InnerHtml.AppendHtml(Line(key, error));
        output.Content.AppendHtml(title).AppendHtml("</div><div class=\"kern-alert__body\">").AppendHtml(list).AppendHtml("</div>");
    }

    /// <summary>Errors come in the order in which the model and its parts declare their fields; those of the whole form first. Such a place sorts as text: three digits a step.</summary>
    private string PlaceOf(string key)
    {
        var (place, model) = ("", ViewContext.ViewData.ModelMetadata);
        foreach (var step in key.Split(['.', '['], StringSplitOptions.RemoveEmptyEntries))
        {
            if (step.EndsWith(']'))
            {
                place += step[..^1].PadLeft(3, '0');
                model = model?.ElementMetadata;
                continue;
            }

            var fields = model?.Properties.ToList() ?? [];
            var at = fields.FindIndex(f => string.Equals(f.PropertyName, step, StringComparison.OrdinalIgnoreCase));
            place += (at < 0 ? fields.Count : at).ToString("000", CultureInfo.InvariantCulture);
            model = at < 0 ? null : fields[at];
        }

        return place;
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
