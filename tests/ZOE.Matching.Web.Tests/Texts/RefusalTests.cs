using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using ZOE.Matching.Web.Tests.FrontEnd;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Tests.Texts;

/// <summary>Every refusal has its sentence, every text key of the code its text.</summary>
public sealed partial class RefusalTests
{
    [Fact]
    public void Refusals_OfDomainAndWeb_HaveASentence()
    {
        var sentences = new ResourceManager(typeof(Refusals));
        var codes = Sources.AllCode.SelectMany(file => Code().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value)).Distinct().ToList();

        codes.Should().HaveCountGreaterThan(60);
        codes.Where(code => sentences.GetString(code, CultureInfo.InvariantCulture) is null).Should().BeEmpty("each needs a line in Refusals.resx");
    }

    [Fact]
    public void Refusals_Placeholders_AreFilled()
    {
        var sentences = new ResourceManager(typeof(Refusals));
        List<string> wrong = [];
        foreach (var file in Sources.AllCode)
        {
            foreach (Match call in Call().Matches(File.ReadAllText(file)))
            {
                var sentence = sentences.GetString(call.Groups["code"].Value, CultureInfo.InvariantCulture) ?? "";
                var asked = Placeholder().Matches(sentence).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture) + 1).DefaultIfEmpty(0).Max();
                var given = call.Groups["args"].Success ? call.Groups["args"].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length : 0;
                if (asked > given) wrong.Add($"{call.Groups["code"].Value}: {asked} asked, {given} given ({Path.GetFileName(file)})");
            }
        }

        wrong.Should().BeEmpty();
    }

    [Fact]
    public void Code_TextKeys_AreInTheirResource()
    {
        List<string> missing = [];
        var seen = 0;
        foreach (var file in Sources.Code)
        {
            var source = File.ReadAllText(file);
            foreach (Match injected in Injected().Matches(source))
            {
                var type = typeof(Labels).Assembly.GetType($"ZOE.Matching.Web.Texts.{injected.Groups["type"].Value.Split('.')[^1]}");
                type.Should().NotBeNull($"{file} takes its texts from {injected.Groups["type"].Value}");
                var resource = new ResourceManager(type);
                foreach (Match used in Regex.Matches(source, $"(?<![\\w.]){injected.Groups["name"].Value}\\[\"(?<key>[^\"]+)\""))
                {
                    seen++;
                    if (resource.GetString(used.Groups["key"].Value, CultureInfo.InvariantCulture) is null) missing.Add($"{Path.GetFileName(file)}: {type.Name} lacks {used.Groups["key"].Value}");
                }
            }
        }

        seen.Should().BeGreaterThan(30);
        missing.Should().BeEmpty();
    }

    [GeneratedRegex("new Refusal\\(\"([A-Za-z.]+)\"")]
    private static partial Regex Code();

    [GeneratedRegex("new Refusal\\(\"(?<code>[A-Za-z.]+)\"(,(?<args>[^()]*))?\\)")]
    private static partial Regex Call();

    [GeneratedRegex(@"\{(\d)")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"IStringLocalizer<(?<type>[\w.]+)>\s+(?<name>\w+)")]
    private static partial Regex Injected();
}
