using System.Globalization;
using System.Resources;

namespace ZOE.Matching.Web.Texts;

/// <summary>The label of an enum value, from Labels.resx (key EnumType.Member), in the user's language.</summary>
public static class Label
{
    private static readonly ResourceManager Resource = new(typeof(Labels));

    /// <summary>A dash for none; the key itself when the text is missing, so that it is noticed.</summary>
    public static string Of(Enum? value)
    {
        if (value is null) return "–";
        // A set of flags prints as "A, B": each part has its own label.
        return string.Join(", ", value.ToString().Split(", ").Select(member => OfKey($"{value.GetType().Name}.{member}")));
    }

    private static string OfKey(string key) => Resource.GetString(key, CultureInfo.CurrentUICulture) ?? key;
}
