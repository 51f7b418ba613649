using System.Reflection;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Forms;

/// <summary>The texts of a form model: its own resource ([TextsFrom], also of an outer class), then Labels, then Validation.</summary>
internal sealed class FormTexts(IReadOnlyList<IStringLocalizer> sources) : IStringLocalizer
{
    public static FormTexts For(Type model, IStringLocalizerFactory factory)
    {
        var sources = new List<IStringLocalizer>();
        for (var type = model; type is not null; type = type.DeclaringType)
            if (type.GetCustomAttribute<TextsFromAttribute>() is { } from) sources.Add(factory.Create(from.Texts));
        sources.Add(factory.Create(typeof(Labels)));
        sources.Add(factory.Create(typeof(Validation)));
        return new FormTexts(sources);
    }

    public LocalizedString this[string name] =>
        sources.Select(source => source[name]).FirstOrDefault(text => !text.ResourceNotFound) ?? new LocalizedString(name, name, true);

    public LocalizedString this[string name, params object[] arguments] =>
        sources.Select(source => source[name, arguments]).FirstOrDefault(text => !text.ResourceNotFound)
        ?? new LocalizedString(name, string.Format(System.Globalization.CultureInfo.CurrentCulture, name, arguments), true);

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        sources.SelectMany(source => source.GetAllStrings(includeParentCultures));
}
