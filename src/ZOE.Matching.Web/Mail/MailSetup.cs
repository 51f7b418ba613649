using ZOE.Matching.Web.Settings;

namespace ZOE.Matching.Web.Mail;

/// <summary>Registers the mail engine that the configuration names, and what writes the texts.</summary>
public static class MailSetup
{
    public static void AddMail(this IServiceCollection services, PortalSettings settings, IConfiguration configuration, IHostEnvironment environment)
    {
        var sender = SmtpSettings.SenderOf(configuration);
        services.AddSingleton<IMailSender>(settings.MailEngine switch
        {
            MailEngine.Folder => new FolderMailSender(settings.MailFolder, sender),
            MailEngine.Smtp => new SmtpMailSender(SmtpSettings.Read(configuration, environment), sender),
        });
        services.AddSingleton(new MailFolder(settings.MailFolder));
        services.AddScoped<LetterFrame>();
        services.AddScoped<MailTexts>();
        services.AddScoped<EmployerLetters>();
        services.AddScoped<HouseLetters>();
        services.AddScoped<SearchLetters>();
    }
}
