using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ZOE.Matching.Data;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Matches;
using ZOE.Matching.Search;
using ZOE.Matching.Seed;
using ZOE.Matching.Web.Tests.FrontEnd;

namespace ZOE.Matching.Web.Tests.Safety;

/// <summary>The walls of the house: the reference table of CONTRIBUTING.md, package types in their place, no area in another.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly Assembly Domain = typeof(Aggregate).Assembly, Data = typeof(MatchingDbContext).Assembly, Search = typeof(ISearchIndex).Assembly,
        Web = typeof(Portal).Assembly, Seed = typeof(ReferenceData).Assembly;

    public static TheoryData<string, string[]> References => new()
    {
        { Domain.GetName().Name!, [] },
        { Data.GetName().Name!, ["ZOE.Matching.Domain"] },
        { Search.GetName().Name!, ["ZOE.Matching.Domain"] },
        { Seed.GetName().Name!, ["ZOE.Matching.Domain", "ZOE.Matching.Data"] },
        { Web.GetName().Name!, ["ZOE.Matching.Domain", "ZOE.Matching.Data", "ZOE.Matching.Search", "ZOE.Matching.Seed"] },
    };

    [Theory]
    [MemberData(nameof(References))]
    public void Project_References_AreThoseOfTheTable(string project, string[] allowed)
    {
        var own = Assembly.Load(project).GetReferencedAssemblies().Select(r => r.Name!).Where(n => n.StartsWith("ZOE.", StringComparison.Ordinal)).ToList();

        own.Should().BeSubsetOf(allowed);
        // A project that is allowed others uses them; else this test would look at the wrong thing.
        if (allowed.Length > 0) own.Should().NotBeEmpty();
    }

    [Fact]
    public void Packages_OfTheWalls_StayBehindThem()
    {
        ReferencesOf(Domain).Should().OnlyContain(name => name.StartsWith("System", StringComparison.Ordinal), "Domain knows nothing but the language");
        ReferencesOf(Search).Should().Contain("Lucene.Net").And.NotContain(name => name.Contains("EntityFramework", StringComparison.Ordinal));
        ReferencesOf(Web).Should().NotContain(name => name.StartsWith("Lucene", StringComparison.Ordinal));
        ReferencesOf(Data).Should().NotContain(name => name.StartsWith("Hangfire", StringComparison.Ordinal) || name.StartsWith("Microsoft.AspNetCore.Http", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.AspNetCore.Mvc", StringComparison.Ordinal));
    }

    [Fact]
    public void Search_PublicTypes_ShowNothingOfLucene()
    {
        var shown = Search.GetExportedTypes().SelectMany(TypesShownBy).Where(t => t.Assembly != Search).ToList();

        shown.Should().NotBeEmpty();
        shown.Select(t => t.FullName).Should().NotContain(name => name!.StartsWith("Lucene", StringComparison.Ordinal));
    }

    [Fact]
    public void Domain_Code_HasNoInputOutputClockOrWaiting()
    {
        var references = ReferencesOf(Domain);
        references.Should().NotContain(name => name.StartsWith("System.Net", StringComparison.Ordinal) || name.StartsWith("System.IO", StringComparison.Ordinal));
        Domain.GetTypes().SelectMany(t => t.GetMethods(Everything)).Where(m => m.GetCustomAttribute<AsyncStateMachineAttribute>() is not null || typeof(Task).IsAssignableFrom(m.ReturnType))
            .Select(m => $"{m.DeclaringType!.Name}.{m.Name}").Should().BeEmpty();
    }

    [Fact]
    public void Domain_PublicTypes_HaveADocLine()
    {
        var documented = XDocument.Load(Path.ChangeExtension(Domain.Location, ".xml")).Descendants("member")
            .Where(m => !string.IsNullOrWhiteSpace(m.Element("summary")?.Value)).Select(m => m.Attribute("name")!.Value).ToHashSet();

        Domain.GetExportedTypes().Where(t => !documented.Contains("T:" + t.FullName!.Replace('+', '.'))).Select(t => t.FullName).Should().BeEmpty();
    }

    [Theory]
    [InlineData("Hangfire", "Jobs")]
    [InlineData("MailKit", "Mail")]
    [InlineData("MimeKit", "Mail")]
    public void Package_InWebSources_StaysInItsFolder(string package, string folder)
    {
        var users = Sources.Code.Where(file => Regex.IsMatch(File.ReadAllText(file), $@"\b{package}\.|using {package};"))
            .Select(file => Path.GetRelativePath(Sources.Web, file)).ToList();

        users.Should().NotBeEmpty();
        users.Where(file => !file.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Fact]
    public void Areas_Sources_DoNotUseEachOther()
    {
        List<string> wrong = [];
        var areas = Directory.GetDirectories(Path.Combine(Sources.Web, "Features")).Select(d => Path.GetFileName(d)!).Except(["Shared"]).ToList();
        areas.Should().HaveCountGreaterThan(4);
        foreach (var file in Sources.Code.Concat(Sources.Views))
        {
            var relative = Path.GetRelativePath(Sources.Web, file);
            var own = relative.Split(Path.DirectorySeparatorChar) is ["Features", var area, _, ..] ? area : null;
            if (own is null) continue;
            wrong.AddRange(FeatureNamespace().Matches(File.ReadAllText(file)).Select(m => m.Groups["area"].Value)
                .Where(used => used != own && used != "Shared" && areas.Contains(used)).Select(used => $"{relative} uses {used}"));
        }

        wrong.Should().BeEmpty();
    }

    /// <summary>What an employer can filter or see by type never has a field of a person.</summary>
    [Fact]
    public void SearchInputs_FieldNames_HoldNothingOfAPerson()
    {
        string[] forbidden =
        [
            .. typeof(ClientPerson).GetProperties().Select(p => p.Name).Except([nameof(ClientPerson.ClientId), nameof(ClientPerson.RootId)]), "Name", "Age", "Nationality", "Country",
            "Religion", "Health", "Disability", "Group", "EntryOn", "VerbisNumber", "Pseudonym", "Wish", "Residence", "ResidenceBoundUntil", "PlaceAgs", "Place", "WorkPermission",
        ];
        var card = typeof(AnonymousCard).GetProperties().Concat(typeof(Search.Documents.CardInput).GetProperties()).Select(p => p.Name);
        var fields = CardFields.Keywords;

        card.Concat(fields).Should().NotBeEmpty().And.NotContain(name => forbidden.Contains(name, StringComparer.OrdinalIgnoreCase));
        // No free text: every word on a card comes from the vocabulary or is an enum.
        typeof(AnonymousCard).GetProperties().Where(p => p.PropertyType == typeof(string)).Should().BeEmpty();
        typeof(Search.Documents.CardInput).GetProperties().Where(p => p.PropertyType == typeof(string)).Should().BeEmpty();
    }

    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static List<string> ReferencesOf(Assembly assembly) => [.. assembly.GetReferencedAssemblies().Select(r => r.Name!)];

    private static IEnumerable<Type> TypesShownBy(Type type)
    {
        const BindingFlags shown = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        static bool Visible(MethodBase m) => m.IsPublic || m.IsFamily || m.IsFamilyOrAssembly;
        IEnumerable<Type> all =
        [
            .. type.BaseType is { } parent ? [parent] : Type.EmptyTypes, .. type.GetInterfaces(),
            .. type.GetMethods(shown).Where(Visible).SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType)),
            .. type.GetConstructors(shown).Where(Visible).SelectMany(c => c.GetParameters().Select(p => p.ParameterType)),
            .. type.GetFields(shown).Where(f => f.IsPublic || f.IsFamily).Select(f => f.FieldType),
        ];
        return all.SelectMany(Unwrapped);
    }

    private static IEnumerable<Type> Unwrapped(Type type) => type.IsGenericType ? [type, .. type.GetGenericArguments().SelectMany(Unwrapped)] : type.GetElementType() is { } element ? Unwrapped(element) : [type];

    [GeneratedRegex(@"(?<=ZOE\.Matching\.Web\.|[^.\w])Features\.(?<area>\w+)")]
    private static partial Regex FeatureNamespace();
}
