using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Forms;

/// <summary>A group of choices, all visible: radio buttons for one, check boxes for many.</summary>
public abstract class ChoiceField(IStringLocalizer<Validation> texts, string kind, string cssClass) : FieldTagHelper(texts)
{
    /// <summary>The items; not needed for an enum (or a list of one) or a bool.</summary>
    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>Puts short choices side by side.</summary>
    public bool Inline { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "fieldset";
        output.TagMode = TagMode.StartTagAndEndTag;
        Classes.Add(output, Errors.Count > 0 ? "kern-fieldset kern-fieldset--error" : "kern-fieldset");
        var frame = new TagBuilder("fieldset");
        Describe(frame);
        frame.Attributes.Remove("aria-invalid");
        foreach (var (name, value) in frame.Attributes) output.Attributes.SetAttribute(name, value);
        output.Content.Clear();
        output.Content.AppendHtml(LabelElement("legend"));
        if (HintElement() is { } hint) output.Content.AppendHtml(hint);
        var body = new TagBuilder("div");
        body.AddCssClass(Inline ? "kern-fieldset__body kern-fieldset__body--horizontal" : "kern-fieldset__body");
        var chosen = CurrentValues.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var number = 0;
        foreach (var item in Items ?? Choices.For(For.Metadata, Texts)) body.InnerHtml.AppendHtml(Choice(item, chosen, number++));
        output.Content.AppendHtml(body);
        if (ErrorElement() is { } error) output.Content.AppendHtml(error);
    }

    private TagBuilder Choice(SelectListItem item, HashSet<string> chosen, int number)
    {
        // The first choice carries the field's own id: the error summary links to it.
        var id = number == 0 ? Id : $"{Id}_{number}";
        var value = item.Value ?? item.Text;
        var control = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        control.AddCssClass(cssClass);
        if (Errors.Count > 0) control.AddCssClass($"{cssClass}--error");
        control.Attributes["type"] = kind;
        control.Attributes["id"] = id;
        control.Attributes["name"] = FieldName;
        control.Attributes["value"] = value;
        if (chosen.Contains(value)) control.Attributes["checked"] = "";
        if (item.Disabled) control.Attributes["disabled"] = "";
        if (kind == "radio" && IsRequired) control.Attributes["required"] = "";
        var label = new TagBuilder("label");
        label.AddCssClass("kern-label");
        label.Attributes["for"] = id;
        label.InnerHtml.Append(item.Text);
        var choice = new TagBuilder("div");
        choice.AddCssClass("kern-form-check");
        choice.InnerHtml.AppendHtml(control).AppendHtml(label);
        return choice;
    }
}

/// <summary>Radio buttons: one of several.</summary>
[HtmlTargetElement("zoe-radios", Attributes = "for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RadioField(IStringLocalizer<Validation> texts) : ChoiceField(texts, "radio", "kern-form-check__radio");

/// <summary>Check boxes over a list property: any number of several.</summary>
[HtmlTargetElement("zoe-checkboxes", Attributes = "for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CheckboxesField(IStringLocalizer<Validation> texts) : ChoiceField(texts, "checkbox", "kern-form-check__checkbox");
