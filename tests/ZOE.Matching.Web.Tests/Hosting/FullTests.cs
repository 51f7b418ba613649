namespace ZOE.Matching.Web.Tests.Hosting;

/// <summary>Tests that need a server, a browser or long kills: they run with ZOE_TEST_FULL=1 and else skip with a sentence.</summary>
public static class FullTests
{
    public static bool Asked => Environment.GetEnvironmentVariable("ZOE_TEST_FULL") == "1";

    /// <summary>Skips the running test unless the full run was asked for.</summary>
    public static void Require(string what) => Assert.SkipUnless(Asked, $"Needs {what}: set ZOE_TEST_FULL=1 (README, section Tests).");
}
