using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace ZOE.Matching.Web.Tests.FrontEnd;

public sealed partial class FrontEndFileTests
{
    private static readonly string Root = Path.Combine(Sources.Web, "wwwroot");

    [Fact]
    public void ZoeCss_Colours_AreTokensOnly()
    {
        var css = File.ReadAllText(Path.Combine(Root, "zoe.css"));

        css.Should().Contain("var(--kern-color-");
        LiteralColour().Matches(css).Select(match => match.Value).Should().BeEmpty();
    }

    [Fact]
    public void VendorFiles_Content_IsWhatTheSumsSay()
    {
        var vendor = Path.Combine(Root, "vendor");
        var told = File.ReadAllLines(Path.Combine(vendor, "SHA256SUMS")).Select(line => line.Split("  ")).ToDictionary(line => line[1], line => line[0]);
        var there = Directory.EnumerateFiles(vendor, "*", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetRelativePath(vendor, file).Replace('\\', '/'), File: file))
            .Where(file => file.Name != "SHA256SUMS")
            .ToDictionary(file => file.Name, file => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file.File))));

        there.Should().BeEquivalentTo(told);
        there.Should().ContainKeys("kern/LICENSE.md", "fira-sans/LICENSE");
    }

    [Fact]
    public void Views_Markup_HasNothingInline()
    {
        Sources.Views.Should().NotBeEmpty();
        foreach (var view in Sources.Views)
            Inline().Matches(File.ReadAllText(view)).Select(match => match.Value).Should().BeEmpty($"{view} is served under a strict CSP");
    }

    [GeneratedRegex("#[0-9a-fA-F]{3,8}\\b|\\b(rgb|rgba|hsl|hsla|oklch|oklab)\\(|:\\s*(white|black|red|green|blue|grey|gray)\\b")]
    private static partial Regex LiteralColour();

    [GeneratedRegex("\\sstyle=\"|<style|<script(?![^>]*\\ssrc=)|\\son(click|change|submit|input|load)=|href=\"javascript:|(src|href)=\"//")]
    private static partial Regex Inline();
}
