using ZOE.Matching.Benchmarks;
using ZOE.Matching.Benchmarks.Engine;
using ZOE.Matching.Benchmarks.Pages;

// How fast the portal is. One command, one table: ratios and page times with their raw rounds. No gate of CI hangs on it.
Options options;
try
{
    options = Options.Read(args);
}
catch (ArgumentException)
{
    Console.Error.WriteLine(Options.Usage);
    return 2;
}

var report = Report.Open(options);
if (options.Runs("pages")) await PageSuite.RunAsync(options, report);
if (options.Runs("engine")) await EngineSuite.RunAsync(options, report);
if (options.Runs("rebuild")) await RebuildSuite.RunAsync(options, report);
report.Write();
return 0;
