using ZOE.Matching.Benchmarks;
using ZOE.Matching.Benchmarks.Engine;
using ZOE.Matching.Benchmarks.Pages;
using ZOE.Matching.Benchmarks.Rebuild;

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
foreach (var (name, run) in new (string, Func<Options, Report, Task>)[] { ("engine", EngineSuite.RunAsync), ("rebuild", RebuildSuite.RunAsync), ("pages", PageSuite.RunAsync), ("large", PageSuite.RunLargeAsync) })
{
    if (!options.Runs(name)) continue;
    await run(options, report);
    // What is measured is kept, should a later suite fail.
    report.Write();
}

return 0;
