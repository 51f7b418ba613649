using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Forms;

/// <summary>One check box for a bool.</summary>
[HtmlTargetElement("zoe-checkbox", Attributes = "for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CheckboxField(IStringLocalizer<Validation> texts) : FieldTagHelper(texts)
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var control = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        control.AddCssClass("kern-form-check__checkbox");
        if (Errors.Count > 0) control.AddCssClass("kern-form-check__checkbox--error");
        control.Attributes["type"] = "checkbox";
        control.Attributes["id"] = Id;
        control.Attributes["name"] = FieldName;
        control.Attributes["value"] = "true";
        if (CurrentValues is ["true", ..]) control.Attributes["checked"] = "";
        Describe(control);
        MoveAttributes(output, control);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        Classes.Add(output, Errors.Count > 0 ? "kern-form-check kern-form-check--error" : "kern-form-check");
        var label = new TagBuilder("label");
        label.AddCssClass("kern-label");
        label.Attributes["for"] = Id;
        label.InnerHtml.Append(LabelText);
        // The hidden field tells "not ticked" from "not asked".
        var unticked = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        unticked.Attributes["type"] = "hidden";
        unticked.Attributes["name"] = FieldName;
        unticked.Attributes["value"] = "false";
        output.Content.Clear();
        output.Content.AppendHtml(control).AppendHtml(label).AppendHtml(unticked);
        if (HintElement() is { } hint) output.Content.AppendHtml(hint);
        if (ErrorElement() is { } error) output.Content.AppendHtml(error);
    }
}
