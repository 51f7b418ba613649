namespace ZOE.Matching.Seed;

/// <summary>Fills an empty database with demo data, Development only.</summary>
public static class DemoData
{
    public static Task FillAsync(IServiceProvider services, TimeProvider clock) => Task.CompletedTask;
}
