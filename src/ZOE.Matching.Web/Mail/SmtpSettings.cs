using System.Net;
using ZOE.Matching.Web.Settings;

namespace ZOE.Matching.Web.Mail;

/// <summary>How the connection to the mail server is protected.</summary>
public enum SmtpSecurity
{
    /// <summary>TLS after a plain greeting (port 587); without TLS nothing is sent.</summary>
    StartTls,

    /// <summary>TLS from the first byte (port 465).</summary>
    SslOnConnect,

    /// <summary>No TLS; only to this machine and never in Production.</summary>
    PlainLoopback,
}

/// <summary>The mail server (keys Mail:Smtp:*) and the neutral sender.</summary>
public sealed record SmtpSettings(string Host, int Port, SmtpSecurity Security, string? User, string? Password)
{
    /// <summary>Sender when nothing is configured; such mail cannot leave the house.</summary>
    public const string NoSender = "no-reply@zoe-matching.invalid";

    /// <exception cref="ConfigurationRefused">Something is missing or not safe.</exception>
    public static SmtpSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var host = configuration["Mail:Smtp:Host"];
        if (string.IsNullOrWhiteSpace(host)) throw new ConfigurationRefused("Mail:Engine is Smtp, but Mail:Smtp:Host is empty. Set the name of the mail server.");
        if (configuration["Mail:Smtp:Sender"] is null) throw new ConfigurationRefused("Mail:Engine is Smtp, but Mail:Smtp:Sender is empty. Set a neutral sender address.");
        var security = configuration.Word("Mail:Smtp:Security", SmtpSecurity.StartTls);
        if (security == SmtpSecurity.PlainLoopback && (environment.IsProduction() || !IsThisMachine(host)))
            throw new ConfigurationRefused("Mail:Smtp:Security is PlainLoopback, but that is for a mail server on this machine outside Production only. Choose StartTls or SslOnConnect.");
        var usual = security switch
        {
            SmtpSecurity.StartTls => 587,
            SmtpSecurity.SslOnConnect => 465,
            SmtpSecurity.PlainLoopback => 25,
        };
        return new SmtpSettings(host, configuration.GetValue("Mail:Smtp:Port", usual), security, configuration["Mail:Smtp:User"], configuration["Mail:Smtp:Password"]);
    }

    /// <summary>The sender address under Mail:Smtp:Sender.</summary>
    public static string SenderOf(IConfiguration configuration)
    {
        var sender = configuration["Mail:Smtp:Sender"];
        if (sender is null) return NoSender;
        return MailAddressRule.Allows(sender) ? sender : throw new ConfigurationRefused("Mail:Smtp:Sender is no address like no-reply@example.org.");
    }

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
