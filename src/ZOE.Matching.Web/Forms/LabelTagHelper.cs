using Microsoft.AspNetCore.Razor.TagHelpers;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Forms;

/// <summary>Prints the label of an enum value, a dash for none.</summary>
[HtmlTargetElement("zoe-label", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class LabelTagHelper : TagHelper
{
    public Enum? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetContent(Label.Of(Value));
    }
}
