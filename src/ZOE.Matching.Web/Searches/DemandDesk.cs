using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Places;
using ZOE.Matching.Domain.Searches;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Search.German;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Work;

namespace ZOE.Matching.Web.Searches;

/// <summary>Takes reports of searches that found too little, and counts them for the Maßnahmebetreuung.</summary>
public sealed class DemandDesk(MatchingDbContext db, CurrentUser user, Outbox outbox)
{
    /// <summary>Months that are counted.</summary>
    public const int Months = 12;

    private const int LongestWords = 200;

    /// <summary>What a role may report as missing.</summary>
    public static IReadOnlyList<SavedSearchKind> KindsOf(PortalRole role) => role switch
    {
        PortalRole.Coach or PortalRole.TeamLead => [SavedSearchKind.Vacancies, SavedSearchKind.Courses],
        PortalRole.Employer => [SavedSearchKind.Candidates, SavedSearchKind.Courses],
        PortalRole.Provider => [SavedSearchKind.Courses],
        PortalRole.Admin => [],
    };

    /// <summary>Keeps a report; the same one of the same person in the same month counts once and is no error.</summary>
    public async Task<Decision> ReportAsync(SavedSearchKind kind, SearchCriteria criteria, CancellationToken stop)
    {
        if (user.Role is not { } role || !KindsOf(role).Contains(kind)) return new Refusal("Demand.NotForYou");
        var words = string.Join(' ', GermanText.Fold(criteria.Words).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (words.Length == 0) return new Refusal("Demand.Empty");
        if (words.Length > LongestWords) words = words[..LongestWords];
        Area? area = criteria.PlaceCode is { } ags ? await db.Places.Where(p => p.Ags == ags).Select(p => (Area?)p.Area).SingleOrDefaultAsync(stop) : null;
        var today = outbox.Today;
        var cause = string.Create(CultureInfo.InvariantCulture, $"{user.Id:N}|{kind}|{words}|{area}|{today:yyyyMM}");
        var onceKey = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(cause)));
        if (await db.DemandReports.AnyAsync(r => r.OnceKey == onceKey, stop)) return Decision.Accepted;
        db.Add(new DemandReport
        {
            Kind = kind,
            Words = words,
            Area = area,
            ByRole = role == PortalRole.TeamLead ? PortalRole.Coach : role,
            ReportedOn = today,
            OnceKey = onceKey,
        });
        return await db.SaveOrRefuseAsync() is { Code: not "Save.AlreadyThere" } refusal ? refusal : Decision.Accepted;
    }

    /// <summary>Counts of the last months that are large enough to show.</summary>
    public async Task<IReadOnlyList<DemandCount>> CountsAsync(CancellationToken stop)
    {
        var from = outbox.Today.AddMonths(-Months);
        var counts = await db.DemandReports.Where(r => r.ReportedOn >= from).GroupBy(r => new { r.Kind, r.Words, r.Area, r.ByRole })
            .Select(g => new { g.Key.Kind, g.Key.Words, g.Key.Area, g.Key.ByRole, Reports = g.Count() })
            .Where(g => g.Reports >= DemandCounts.Smallest).ToListAsync(stop);
        return DemandCounts.Shown(counts.Select(c => new DemandCount(c.Kind, c.Words, c.Area, c.ByRole, c.Reports)));
    }
}
