using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Forms;

/// <summary>A list to choose one from; an enum brings its own items.</summary>
[HtmlTargetElement("zoe-select", Attributes = "for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SelectField(IStringLocalizer<Validation> texts) : FieldTagHelper(texts)
{
    /// <summary>The items; not needed for an enum or a bool.</summary>
    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>Text of the empty choice; it is there whenever the field may be empty or has no value yet.</summary>
    public string? Empty { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var control = new TagBuilder("select");
        control.Attributes["id"] = Id;
        control.Attributes["name"] = FieldName;
        if (IsRequired) control.Attributes["required"] = "";
        control.AddCssClass("kern-form-input__select");
        if (Errors.Count > 0) control.AddCssClass("kern-form-input__select--error");
        Describe(control);
        MoveAttributes(output, control);
        var chosen = CurrentValue ?? "";
        if (Empty is not null || For.Metadata.IsReferenceOrNullableType)
            control.InnerHtml.AppendHtml(Option(new SelectListItem(Empty ?? Texts["Choose"], ""), chosen));
        Fill(control, chosen);
        var wrapper = new TagBuilder("div");
        wrapper.AddCssClass("kern-form-input__select-wrapper");
        wrapper.InnerHtml.AppendHtml(control);
        Frame(output, wrapper);
    }

    private void Fill(TagBuilder control, string chosen)
    {
        SelectListGroup? group = null;
        var parent = control;
        foreach (var item in Items ?? Choices.For(For.Metadata, Texts))
        {
            if (item.Group != group)
            {
                group = item.Group;
                parent = group is null ? control : new TagBuilder("optgroup");
                if (group is not null)
                {
                    parent.Attributes["label"] = group.Name;
                    control.InnerHtml.AppendHtml(parent);
                }
            }
            parent.InnerHtml.AppendHtml(Option(item, chosen));
        }
    }

    private static TagBuilder Option(SelectListItem item, string chosen)
    {
        var option = new TagBuilder("option");
        var value = item.Value ?? item.Text;
        option.Attributes["value"] = value;
        if (string.Equals(value, chosen, StringComparison.OrdinalIgnoreCase)) option.Attributes["selected"] = "";
        if (item.Disabled) option.Attributes["disabled"] = "";
        option.InnerHtml.Append(item.Text);
        return option;
    }
}
