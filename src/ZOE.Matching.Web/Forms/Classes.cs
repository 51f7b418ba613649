using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ZOE.Matching.Web.Forms;

internal static class Classes
{
    /// <summary>Puts classes before those written on the tag.</summary>
    public static void Add(TagHelperOutput output, string classes)
    {
        var written = output.Attributes["class"]?.Value?.ToString();
        output.Attributes.SetAttribute("class", string.IsNullOrEmpty(written) ? classes : $"{classes} {written}");
    }
}
