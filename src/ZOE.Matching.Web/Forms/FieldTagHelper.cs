using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Forms;

/// <summary>What every form field shares: id, name, label, hint and errors, tied together for screen readers.</summary>
public abstract class FieldTagHelper(IStringLocalizer<Validation> texts) : TagHelper
{
    /// <summary>The property of the form model.</summary>
    public ModelExpression For { get; set; } = null!;

    /// <summary>Finished label text; without it the property's [Display(Name)] is taken.</summary>
    public string? Label { get; set; }

    /// <summary>Finished hint text below the label; without it the property's [Display(Description)] is taken.</summary>
    public string? Hint { get; set; }

    /// <summary>Overrides what the model's annotations say about the field being required.</summary>
    public bool? Required { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    protected IStringLocalizer<Validation> Texts { get; } = texts;

    protected string FieldName => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    protected string Id => TagBuilder.CreateSanitizedId(FieldName, "_");

    protected string LabelText => Label ?? For.Metadata.GetDisplayName();

    protected string? HintText => string.IsNullOrWhiteSpace(Hint) ? For.Metadata.Description : Hint;

    protected bool IsRequired => Required ?? For.Metadata.IsRequired;

    protected ModelStateEntry? State => ViewContext.ViewData.ModelState.TryGetValue(FieldName, out var state) ? state : null;

    protected IReadOnlyList<string> Errors =>
        State is { ValidationState: ModelValidationState.Invalid } state ? [.. state.Errors.Select(ErrorText)] : [];

    /// <summary>What the user sent last, else the model's value in the form an input takes (dates as ISO).</summary>
    protected string? CurrentValue => State is { AttemptedValue: { } sent } ? sent : Written(For.Model);

    protected string[] CurrentValues => State?.RawValue switch
    {
        string[] sent => sent,
        string sent => [sent],
        _ when For.Model is System.Collections.IEnumerable many and not string => [.. many.Cast<object?>().Select(one => Written(one) ?? "")],
        _ => Written(For.Model) is { } one ? [one] : [],
    };

    /// <summary>A value as an input element takes it.</summary>
    protected static string? Written(object? value) => value switch
    {
        null => null,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture),
        bool yes => yes ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.CurrentCulture),
    };

    protected string ErrorText(ModelError error) =>
        string.IsNullOrEmpty(error.ErrorMessage) ? Texts["Binding.Invalid", LabelText] : error.ErrorMessage;

    /// <summary>Ties hint and errors to a control.</summary>
    protected void Describe(TagBuilder control)
    {
        var describedBy = new List<string>();
        if (!string.IsNullOrWhiteSpace(HintText)) describedBy.Add($"{Id}-hint");
        if (Errors.Count > 0)
        {
            describedBy.Add($"{Id}-error");
            control.Attributes["aria-invalid"] = "true";
        }
        if (describedBy.Count > 0) control.Attributes["aria-describedby"] = string.Join(' ', describedBy);
    }

    /// <summary>Moves the attributes written on the tag (autocomplete, inputmode, maxlength …) to the control.</summary>
    protected static void MoveAttributes(TagHelperOutput output, TagBuilder control)
    {
        foreach (var attribute in output.Attributes.Where(attribute => attribute.Name != "class").ToList())
        {
            control.Attributes[attribute.Name] = attribute.ValueStyle == HtmlAttributeValueStyle.Minimized ? "" : attribute.Value?.ToString();
            output.Attributes.Remove(attribute);
        }
    }

    protected TagBuilder LabelElement(string element)
    {
        var label = new TagBuilder(element);
        label.AddCssClass("kern-label");
        if (element == "label") label.Attributes["for"] = Id;
        label.InnerHtml.Append(LabelText);
        if (!IsRequired)
        {
            var optional = new TagBuilder("span");
            optional.AddCssClass("kern-label__optional");
            optional.InnerHtml.Append($" {Texts["Optional"]}");
            label.InnerHtml.AppendHtml(optional);
        }
        return label;
    }

    protected TagBuilder? HintElement()
    {
        if (string.IsNullOrWhiteSpace(HintText)) return null;
        var hint = new TagBuilder("div");
        hint.AddCssClass("kern-hint");
        hint.Attributes["id"] = $"{Id}-hint";
        hint.InnerHtml.Append(HintText);
        return hint;
    }

    protected TagBuilder? ErrorElement()
    {
        if (Errors.Count == 0) return null;
        var error = new TagBuilder("p");
        error.AddCssClass("kern-error");
        error.Attributes["id"] = $"{Id}-error";
        error.InnerHtml.AppendHtml("<span class=\"kern-icon kern-icon--danger\" aria-hidden=\"true\"></span>");
        var text = new TagBuilder("span");
        text.AddCssClass("kern-body");
        text.InnerHtml.Append(string.Join(' ', Errors));
        error.InnerHtml.AppendHtml(text);
        return error;
    }

    /// <summary>The frame of a single field: label, hint, control, error.</summary>
    protected void Frame(TagHelperOutput output, TagBuilder control)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        Classes.Add(output, Errors.Count > 0 ? "kern-form-input kern-form-input--error" : "kern-form-input");
        output.Content.Clear();
        output.Content.AppendHtml(LabelElement("label"));
        if (HintElement() is { } hint) output.Content.AppendHtml(hint);
        output.Content.AppendHtml(control);
        if (ErrorElement() is { } error) output.Content.AppendHtml(error);
    }
}
