using ZOE.Matching.Data;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Proposals;
using ZOE.Matching.Web.Referrals;

namespace ZOE.Matching.Web.Proposals;

/// <summary>Proposes a client and refers the client to the courses that close the gaps: all of it or nothing.</summary>
public sealed class ProposeAndRefer(MatchingDbContext db, ProposalDesk proposals, ReferralDesk referrals)
{
    /// <summary>The client comes tracked.</summary>
    public async Task<Decision<Proposal>> SendAsync(Client client, Vacancy vacancy, string? message, IReadOnlyCollection<Guid> courseIds)
    {
        try
        {
            return await db.InWriteTransactionAsync<Decision<Proposal>>(async () =>
            {
                var proposal = (await proposals.SendAsync(client, vacancy, message)).OrRollBack();
                foreach (var courseId in courseIds.Distinct().Order()) (await referrals.ReferAsync(client, courseId, vacancy.Id)).OrRollBack();
                return proposal;
            });
        }
        catch (RolledBack because)
        {
            db.ChangeTracker.Clear();
            return because.Refusal;
        }
    }
}

/// <summary>Ends a transaction of several steps because one of them was refused.</summary>
internal sealed class RolledBack(Refusal refusal) : Exception(refusal.Code)
{
    public Refusal Refusal { get; } = refusal;
}

internal static class DecisionSteps
{
    /// <summary>The value of an accepted step; a refused one undoes the whole transaction.</summary>
    public static T OrRollBack<T>(this Decision<T> decision) => decision.Refusal is { } refusal ? throw new RolledBack(refusal) : decision.Accepted;
}
