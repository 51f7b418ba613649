using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Web.Tests.FrontEnd;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Tests.Texts;

public sealed partial class TextTests
{
    [Fact]
    public void Label_EveryEnumOfTheField_HasOne()
    {
        var values = typeof(CefrLevel).Assembly.GetExportedTypes().Where(type => type.IsEnum).SelectMany(type => Enum.GetValues(type).Cast<Enum>()).ToList();

        values.Should().HaveCountGreaterThan(100);
        values.Where(value => Label.Of(value) == $"{value.GetType().Name}.{value}").Should().BeEmpty("each needs a key in Labels.resx");
    }

    [Fact]
    public void Label_OneOrSeveralOrNone_IsGerman()
    {
        Label.Of(PlacementKind.Internship).Should().Be("Praktikum");
        Label.Of(Shifts.Early | Shifts.Night).Should().Be("Frühschicht, Nachtschicht");
        Label.Of(null).Should().Be("–");
    }

    [Fact]
    public void Views_TextKeys_AreInTheirResource()
    {
        var missing = new List<string>();
        var seen = 0;
        foreach (var view in Sources.Views)
        {
            var source = File.ReadAllText(view);
            foreach (Match injected in Injected().Matches(source))
            {
                var name = injected.Groups["type"].Value.Split('.')[^1];
                var type = typeof(Labels).Assembly.GetType($"ZOE.Matching.Web.Texts.{name}");
                type.Should().NotBeNull($"{view} takes its texts from {name}");
                var resource = new ResourceManager(type);
                foreach (Match used in Regex.Matches(source, $"(?<![\\w.]){injected.Groups["name"].Value}\\[\"(?<key>[^\"]+)\""))
                {
                    seen++;
                    var key = used.Groups["key"].Value;
                    if (resource.GetString(key, CultureInfo.InvariantCulture) is null) missing.Add($"{Path.GetFileName(view)}: {name} lacks {key}");
                }
            }
        }

        seen.Should().BeGreaterThan(50);
        missing.Should().BeEmpty();
    }

    [GeneratedRegex(@"@inject\s+IStringLocalizer<(?<type>[\w.]+)>\s+(?<name>\w+)")]
    private static partial Regex Injected();
}
