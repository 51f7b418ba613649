using System.Security.Cryptography;
using System.Text;
using Bogus;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Accounts;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Proposals;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Domain.Work;

namespace ZOE.Matching.Seed.Demo;

/// <summary>What all parts of the demo data share: the clock's today, the random numbers of a fixed seed, the reference rows, and who is there so far.</summary>
internal sealed class DemoWorld(MatchingDbContext db, DemoReference reference, DateTime nowUtc)
{
    public MatchingDbContext Db { get; } = db;

    public DemoReference Reference { get; } = reference;

    public DateTime NowUtc { get; } = nowUtc;

    public DateOnly Today { get; } = LegalDay.Of(nowUtc);

    public Randomizer Random { get; } = new(DemoData.Seed);

    public List<Team> Teams { get; } = [];

    public List<PortalUser> Users { get; } = [];

    public List<Employer> Employers { get; } = [];

    public List<Provider> Providers { get; } = [];

    public List<DemoClient> Clients { get; } = [];

    public List<DemoVacancy> Vacancies { get; } = [];

    public List<Course> Courses { get; } = [];

    public List<Proposal> Proposals { get; } = [];

    public List<DemoPlacement> Placements { get; } = [];

    public List<Referral> Referrals { get; } = [];

    public List<WorkTask> Tasks { get; } = [];

    public List<InboxItem> Inbox { get; } = [];

    public IEnumerable<PortalUser> Coaches => Users.Where(u => u.Role == PortalRole.Coach);

    /// <summary>The account of a demo sign-in.</summary>
    public PortalUser Account(string email) => Users.Single(u => u.Email == email);

    /// <summary>The first member of staff with a duty.</summary>
    public PortalUser WithDuty(Duty duty) => Users.First(u => u.Duties.HasFlag(duty));

    public Guid NewId() => Random.Guid();

    public T One<T>(IReadOnlyList<T> of) => of[Random.Int(0, of.Count - 1)];

    /// <summary>True in so many of a hundred cases.</summary>
    public bool Chance(int percent) => Random.Int(1, 100) <= percent;

    /// <summary>An instant in office hours of a day, never later than now.</summary>
    public DateTime At(DateOnly day)
    {
        var at = LegalDay.StartsAtUtc(day).AddMinutes(Random.Int(8 * 60, 17 * 60));
        return at < NowUtc ? at : NowUtc;
    }

    /// <summary>The day itself, or the Monday after it when it is at a weekend.</summary>
    public static DateOnly Workday(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };

    public DateOnly DaysAgo(int least, int most) => Today.AddDays(-Random.Int(least, most));

    /// <summary>The coach's or Integrationsfachkraft's team.</summary>
    public PortalUser Officer(Guid teamId) => Users.First(u => u.TeamId == teamId && u.Duties.HasFlag(Duty.IntegrationOfficer));

    /// <summary>The same name gives the same id in every demo database.</summary>
    public static Guid IdOf(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes("demo/" + name)).AsSpan(0, 16));
}
