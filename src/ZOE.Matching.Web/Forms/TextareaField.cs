using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Forms;

/// <summary>A field for several lines.</summary>
[HtmlTargetElement("zoe-textarea", Attributes = "for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TextareaField(IStringLocalizer<Validation> texts) : FieldTagHelper(texts)
{
    /// <summary>Lines shown.</summary>
    public int Rows { get; set; } = 5;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var control = new TagBuilder("textarea");
        control.Attributes["id"] = Id;
        control.Attributes["name"] = FieldName;
        control.Attributes["rows"] = $"{Rows}";
        if (IsRequired) control.Attributes["required"] = "";
        control.AddCssClass("kern-form-input__input");
        if (Errors.Count > 0) control.AddCssClass("kern-form-input__input--error");
        Describe(control);
        MoveAttributes(output, control);
        // A browser drops the first line break of a textarea: one more keeps a text that starts with a blank line.
        control.InnerHtml.AppendHtml("\n").Append(CurrentValue ?? "");
        Frame(output, control);
    }
}
