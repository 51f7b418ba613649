using ZOE.Matching.Seed;
using ZOE.Matching.Web.Mail;

namespace ZOE.Matching.Web.Features.Dev;

/// <summary>How far the clock is moved at once.</summary>
public enum ClockStep
{
    Hour,
    Day,
    Week,
}

/// <summary>Where the clock goes: a step, or the same time of day on another day.</summary>
public sealed class ClockForm
{
    public ClockStep? Step { get; set; }

    public DateOnly? On { get; set; }
}

/// <summary>The page of the demo: clock, mails, sign-ins.</summary>
public sealed record DevPage(DateTime BerlinNow, TimeSpan Ahead, IReadOnlyList<FolderMail> Mails, IReadOnlyList<DemoAccount> Accounts, string PublicAddress)
{
    /// <summary>A link of a mail as it works here: addresses of this portal without the host.</summary>
    public string Here(string href) => href.StartsWith(PublicAddress + "/", StringComparison.OrdinalIgnoreCase) ? href[PublicAddress.Length..] : href;
}
