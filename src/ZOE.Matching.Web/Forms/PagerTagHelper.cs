using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Forms;

/// <summary>Links through the pages of a list; keeps the rest of the query. Nothing is shown for a single page.</summary>
[HtmlTargetElement("zoe-pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTagHelper(IStringLocalizer<Layout> texts) : TagHelper
{
    /// <summary>The page shown, from 1.</summary>
    public int Page { get; set; } = 1;

    /// <summary>Rows a page.</summary>
    public int Size { get; set; } = 25;

    /// <summary>Rows in all.</summary>
    public int Total { get; set; }

    /// <summary>The query parameter.</summary>
    public string Name { get; set; } = "page";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var pages = (Total + Size - 1) / Math.Max(1, Size);
        if (pages <= 1)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        Classes.Add(output, "zoe-pager");
        output.Attributes.SetAttribute("aria-label", texts["Pager.Label"].Value);
        var list = new TagBuilder("ul");
        if (Page > 1) list.InnerHtml.AppendHtml(Link(Page - 1, texts["Pager.Previous"], "prev"));
        var last = 0;
        foreach (var page in Enumerable.Range(1, pages).Where(page => page == 1 || page == pages || Math.Abs(page - Page) <= 1))
        {
            if (page > last + 1) list.InnerHtml.AppendHtml("<li aria-hidden=\"true\" class=\"zoe-pager__gap\">…</li>");
            list.InnerHtml.AppendHtml(Link(page, page.ToString(CultureInfo.CurrentCulture), null));
            last = page;
        }
        if (Page < pages) list.InnerHtml.AppendHtml(Link(Page + 1, texts["Pager.Next"], "next"));
        output.Content.SetHtmlContent(list);
    }

    private TagBuilder Link(int page, string text, string? rel)
    {
        var request = ViewContext.HttpContext.Request;
        var query = request.Query.Where(pair => !pair.Key.Equals(Name, StringComparison.OrdinalIgnoreCase))
            .SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value))
            .Append(KeyValuePair.Create(Name, (string?)page.ToString(CultureInfo.InvariantCulture)));
        var link = new TagBuilder("a");
        link.Attributes["href"] = QueryHelpers.AddQueryString($"{request.PathBase}{request.Path}", query);
        if (rel is not null) link.Attributes["rel"] = rel;
        else
        {
            link.Attributes["aria-label"] = texts["Pager.Page", page];
            if (page == Page) link.Attributes["aria-current"] = "page";
        }
        link.InnerHtml.Append(text);
        var item = new TagBuilder("li");
        item.InnerHtml.AppendHtml(link);
        return item;
    }
}
