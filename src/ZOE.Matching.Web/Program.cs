using ZOE.Matching.Web;
using ZOE.Matching.Web.Settings;

try
{
    await Portal.RunAsync(args);
    return 0;
}
catch (ConfigurationRefused refused)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 1;
}

/// <summary>Entry point; named so that tests can host it.</summary>
public partial class Program;
