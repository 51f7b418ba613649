using System.Globalization;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Data.Mail;
using ZOE.Matching.Domain;
using ZOE.Matching.Web.Settings;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Mail;

/// <summary>What all letters share: greeting, closing, dates, addresses of pages.</summary>
public sealed class LetterFrame(IStringLocalizer<Texts.MailTexts> texts, IStringLocalizer<Labels> labels, PortalSettings settings, TimeProvider clock)
{
    /// <summary>A finished letter, or the note that no address is known.</summary>
    /// <param name="name">Of the person written to; null greets without a name.</param>
    /// <param name="key">The texts "key.Subject" and "key.Body"; both get the same arguments.</param>
    public Writing Compose(MailItem mail, string? address, string? name, string key, params object[] arguments)
    {
        if (string.IsNullOrWhiteSpace(address)) return Writing.NoAddress;
        var greeting = string.IsNullOrWhiteSpace(name) ? Text("Greeting") : Text("GreetingTo", OneLine(name));
        var body = string.Join("\n\n", greeting, Text($"{key}.Body", arguments).Trim(), Text("Closing", settings.PublicAddress)) + "\n";
        return new Writing(new Letter(address.Trim(), OneLine(Text($"{key}.Subject", arguments)), body.ReplaceLineEndings("\r\n"), mail.MessageId, clock.NowUtc()), false);
    }

    public string Text(string key, params object[] arguments) => texts[key, arguments].Value;

    /// <summary>Label of an enum value.</summary>
    public string Label<T>(T value) where T : struct, Enum => labels[$"{typeof(T).Name}.{value}"].Value;

    /// <summary>The full address of a page.</summary>
    public string Address(string path) => settings.PublicAddress + path;

    public static string Day(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    /// <summary>Typed words as one line; a subject must not break.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
