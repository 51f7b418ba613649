using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Forms;

/// <summary>The choices of a field when the view gives none: the members of an enum, or yes and no.</summary>
public static class Choices
{
    /// <summary>All members of an enum in declared order, each with its label.</summary>
    public static IReadOnlyList<SelectListItem> Of<TEnum>() where TEnum : struct, Enum => Of(typeof(TEnum));

    /// <summary>Some members of an enum, each with its label.</summary>
    public static IReadOnlyList<SelectListItem> Among<TEnum>(IEnumerable<TEnum> values) where TEnum : struct, Enum =>
        [.. values.Select(value => new SelectListItem(Label.Of(value), value.ToString()))];

    internal static IReadOnlyList<SelectListItem> Of(Type type) =>
        [.. Enum.GetValues(type).Cast<Enum>().Where(value => !IsEmptySet(value)).Select(value => new SelectListItem(Label.Of(value), value.ToString()))];

    /// <summary>The zero of a set of flags is no choice: it is the absence of all.</summary>
    private static bool IsEmptySet(Enum value) => value.GetType().IsDefined(typeof(FlagsAttribute), false) && Convert.ToInt64(value, CultureInfo.InvariantCulture) == 0;

    internal static IReadOnlyList<SelectListItem> For(ModelMetadata metadata, IStringLocalizer<Validation> texts)
    {
        var type = (metadata.IsEnumerableType ? metadata.ElementMetadata! : metadata).UnderlyingOrModelType;
        if (type.IsEnum) return Of(type);
        if (type == typeof(bool)) return [new SelectListItem(texts["Yes"], "true"), new SelectListItem(texts["No"], "false")];
        throw new InvalidOperationException($"Give items for {metadata.ContainerType?.Name}.{metadata.Name}: only enums and bool bring their own.");
    }
}
