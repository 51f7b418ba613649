using System.Linq.Expressions;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ZOE.Matching.Data.Accounts;
using ZOE.Matching.Web.Security;

namespace ZOE.Matching.Web.Tests.Safety;

/// <summary>The owner filters themselves, without any endpoint policy before them: each query × each caller × both sides.</summary>
public sealed class OwnRecordsTests(WorldPortal portal) : IClassFixture<WorldPortal>
{
    /// <summary>Query; a record of it; who must find it on side X; who on side Y. Everybody else must not.</summary>
    private static readonly (string Query, string Record, Caller[] X, Caller[] Y)[] Told =
    [
        (nameof(OwnRecords.Clients), "client", [Caller.CoachOwn, Caller.IntegrationOfficer, Caller.TeamLead], [Caller.CoachForeign]),
        (nameof(OwnRecords.Caseload), "client", [Caller.CoachOwn, Caller.IntegrationOfficer], [Caller.CoachForeign]),
        (nameof(OwnRecords.Vacancies), "vacancy", [Caller.Employer, .. Staff], Staff),
        (nameof(OwnRecords.Vacancies), "newVacancy", [Caller.EmployerNew, .. Staff], Staff),
        (nameof(OwnRecords.Employers), "employer", [Caller.Employer, .. Staff], Staff),
        (nameof(OwnRecords.Courses), "course", [Caller.Provider, .. Staff], Staff),
        (nameof(OwnRecords.Referrals), "referral", [Caller.Provider, Caller.CoachOwn, Caller.IntegrationOfficer, Caller.TeamLead], [Caller.CoachForeign]),
        (nameof(OwnRecords.Proposals), "proposal", [Caller.Employer, Caller.CoachOwn, Caller.IntegrationOfficer, Caller.TeamLead], [Caller.CoachForeign]),
        (nameof(OwnRecords.Placements), "placement", [Caller.Employer, Caller.CoachOwn, Caller.IntegrationOfficer, Caller.TeamLead], [Caller.CoachForeign]),
        (nameof(OwnRecords.TeamClients), "client", [Caller.CoachOwn, Caller.TeamLead], [Caller.CoachForeign]),
        (nameof(OwnRecords.AwaitingFunding), "waitingPlacement", [Caller.CoachOwn, Caller.IntegrationOfficer, Caller.TeamLead], [Caller.CoachForeign, Caller.IntegrationOfficer]),
        (nameof(OwnRecords.AwaitingFunding), "placement", [], []),
        (nameof(OwnRecords.Tasks), "task", [Caller.CoachOwn], [Caller.CoachForeign]),
        (nameof(OwnRecords.Tasks), "dutyTask", [Caller.EmployerService], [Caller.CourseCare]),
        (nameof(OwnRecords.SavedSearches), "savedSearch", [Caller.CoachOwn], [Caller.CoachForeign]),
        (nameof(OwnRecords.Inbox), "coachItem", [Caller.CoachOwn], [Caller.CoachForeign]),
        (nameof(OwnRecords.Inbox), "employerItem", [Caller.Employer], []),
        (nameof(OwnRecords.Inbox), "providerItem", [Caller.Provider], []),
    ];

    private static Caller[] Staff => [Caller.CoachOwn, Caller.CoachForeign, Caller.EmployerService, Caller.CourseCare, Caller.IntegrationOfficer, Caller.TeamLead];

    [Fact]
    public void Queries_All_AreTold() =>
        typeof(OwnRecords).GetProperties().Where(p => typeof(IQueryable).IsAssignableFrom(p.PropertyType)).Select(p => p.Name)
            .Should().BeEquivalentTo(Told.Select(t => t.Query).Distinct(), "a new owner filter needs its lines here");

    [Theory]
    [MemberData(nameof(EndpointTableTests.Callers), MemberType = typeof(EndpointTableTests))]
    public async Task Queries_WithoutAnyPolicy_GiveOwnRecordsOnly(Caller caller)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        // Set here: what an awaited method sets does not come back.
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = await ContextAsync(scope.ServiceProvider, portal.World.AccountOf(caller));
        var own = scope.ServiceProvider.GetRequiredService<OwnRecords>();
        foreach (var (query, record, x, y) in Told)
        {
            (await HoldsAsync(own, query, portal.World.Id(record, Side.X))).Should().Be(x.Contains(caller), $"{query} of {caller}, {record} of side X");
            (await HoldsAsync(own, query, portal.World.Id(record, Side.Y))).Should().Be(y.Contains(caller), $"{query} of {caller}, {record} of side Y");
        }
    }

    private static async Task<HttpContext> ContextAsync(IServiceProvider services, PortalUser? user)
    {
        var context = new DefaultHttpContext { RequestServices = services };
        if (user is not null) context.User = await services.GetRequiredService<IUserClaimsPrincipalFactory<PortalUser>>().CreateAsync(user);
        return context;
    }

    private static Task<bool> HoldsAsync(OwnRecords own, string query, Guid id)
    {
        var property = typeof(OwnRecords).GetProperty(query)!;
        var method = typeof(OwnRecordsTests).GetMethod(nameof(AnyAsync), BindingFlags.NonPublic | BindingFlags.Static)!;
        return (Task<bool>)method.MakeGenericMethod(property.PropertyType.GetGenericArguments()[0]).Invoke(null, [property.GetValue(own), id])!;
    }

    private static Task<bool> AnyAsync<T>(IQueryable<T> records, Guid id)
    {
        var row = Expression.Parameter(typeof(T));
        return records.AnyAsync(Expression.Lambda<Func<T, bool>>(Expression.Equal(Expression.Property(row, "Id"), Expression.Constant(id)), row));
    }
}
