using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using ZOE.Matching.Web.Settings;
using JobStorage = ZOE.Matching.Web.Settings.JobStorage;

namespace ZOE.Matching.Web.Jobs;

/// <summary>All background jobs by name.</summary>
public sealed class JobList
{
    private readonly Dictionary<string, (Type Type, string Cron)> _jobs = new(StringComparer.Ordinal);

    public IEnumerable<(string Name, string Cron)> All => _jobs.Select(j => (j.Key, j.Value.Cron));

    public void Add<T>() where T : class, IPortalJob => _jobs.Add(typeof(T).Name, (typeof(T), T.Cron));

    public bool Knows(string name) => _jobs.ContainsKey(name);

    internal Type TypeOf(string name) => _jobs[name].Type;
}

/// <summary>Hangfire as a clock: it ticks, the work is rows in the database. Arguments are names only.</summary>
public static class JobsSetup
{
    public static void AddJobs(this IServiceCollection services, PortalSettings settings, Action<JobListBuilder> register)
    {
        var list = new JobList();
        register(new JobListBuilder(list, services));
        services.AddSingleton(list);
        services.AddSingleton<JobRunner>();
        if (settings.JobStorage == JobStorage.None) return;
        services.AddHangfire(hangfire =>
        {
            hangfire.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings();
            if (settings.JobStorage == JobStorage.Postgres)
                hangfire.UsePostgreSqlStorage(postgres => postgres.UseNpgsqlConnection(settings.DatabaseConnection));
            else
                hangfire.UseInMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = TimeSpan.FromHours(1) });
        });
        services.AddHangfireServer(server =>
        {
            server.WorkerCount = 2;
            server.SchedulePollingInterval = TimeSpan.FromSeconds(1);
            server.ShutdownTimeout = TimeSpan.FromSeconds(5);
        });
    }

    /// <summary>Sets the ticks. Called once when the portal is up.</summary>
    public static void StartTicking(this WebApplication app)
    {
        if (app.Services.GetRequiredService<PortalSettings>().JobStorage == JobStorage.None) return;
        // A failed run is not queued again: the next tick finds what is still due.
        GlobalJobFilters.Filters.Remove<AutomaticRetryAttribute>();
        GlobalJobFilters.Filters.Add(new AutomaticRetryAttribute { Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete });
        var recurring = app.Services.GetRequiredService<IRecurringJobManager>();
        foreach (var (name, cron) in app.Services.GetRequiredService<JobList>().All)
            recurring.AddOrUpdate<JobRunner>(name, runner => runner.RunAsync(name, CancellationToken.None), cron, new RecurringJobOptions { TimeZone = TimeZoneInfo.Utc });
    }
}

/// <summary>Registers jobs and their list at once.</summary>
public sealed class JobListBuilder(JobList list, IServiceCollection services)
{
    public JobListBuilder Add<T>() where T : class, IPortalJob
    {
        list.Add<T>();
        services.AddScoped<T>();
        return this;
    }
}
