namespace ZOE.Matching.Web.Settings;

/// <summary>A configuration that cannot work; its message is a sentence for the operator, shown without a stack trace.</summary>
public sealed class ConfigurationRefused(string sentence) : Exception(sentence);

/// <summary>Reads settings that are one word out of a list.</summary>
public static class ConfiguredWords
{
    /// <summary>The word under the key, or the default when the key is empty. An unknown word stops the start and lists the allowed ones.</summary>
    /// <exception cref="ConfigurationRefused">The word is not allowed.</exception>
    public static T Word<T>(this IConfiguration configuration, string key, T otherwise) where T : struct, Enum
    {
        var word = configuration[key];
        if (string.IsNullOrWhiteSpace(word)) return otherwise;
        foreach (var name in Enum.GetNames<T>())
            if (string.Equals(name, word.Trim(), StringComparison.OrdinalIgnoreCase))
                return Enum.Parse<T>(name);
        throw new ConfigurationRefused($"The setting {key} is \"{word}\". Allowed words: {string.Join(", ", Enum.GetNames<T>())}.");
    }
}
