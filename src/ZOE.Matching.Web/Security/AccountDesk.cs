using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Accounts;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Staff;

namespace ZOE.Matching.Web.Security;

/// <summary>Makes accounts together with what belongs to them, in one transaction.</summary>
public sealed class AccountDesk(UserManager<PortalUser> users, PasswordDesk passwords, ResetRequest resets, MatchingDbContext db, TimeProvider clock)
{
    private static readonly TimeSpan AnswerTime = TimeSpan.FromMilliseconds(600);

    /// <summary>Registers an account that nobody has invited. With an address that has an account nothing is made, its owner gets a mail, and the answer is the same.</summary>
    /// <param name="complete">Adds the organisation to the account and to the context.</param>
    public Task<PasswordOutcome> RegisterAsync(string email, string name, PortalRole role, string password, Action<PortalUser> complete, CancellationToken stop) =>
        EvenAnswer.AfterAsync(AnswerTime, async () =>
        {
            var user = New(email, name, role);
            var outcome = await passwords.SetForNewAsync(user, password, stop);
            if (outcome != PasswordOutcome.Done) return outcome;
            if (await users.FindByEmailAsync(email) is null)
            {
                complete(user);
                if (await SavedAsync(user)) return PasswordOutcome.Done;
                db.ChangeTracker.Clear();
            }

            await resets.SendAsync(email, stop);
            return PasswordOutcome.Done;
        }, stop);

    /// <summary>A new account; not saved yet.</summary>
    public PortalUser New(string email, string name, PortalRole role) =>
        new() { Id = Guid.NewGuid(), UserName = email, Email = email, DisplayName = name, Role = role, CreatedAtUtc = clock.NowUtc() };

    /// <summary>Saves the account with everything that was added to the context; false when its address was taken meanwhile.</summary>
    public async Task<bool> SavedAsync(PortalUser user)
    {
        try
        {
            return (await users.CreateAsync(user)).Succeeded;
        }
        catch (DbUpdateException exception) when (UniqueKeys.IsViolatedIn(exception))
        {
            return false;
        }
    }

    /// <summary>Changes an account and ends its sessions, so that the change holds within seconds; false when someone else was faster.</summary>
    public async Task<bool> ChangeAsync(PortalUser user, Action<PortalUser> change)
    {
        change(user);
        // Also saves the other changes of the account.
        return (await users.UpdateSecurityStampAsync(user)).Succeeded;
    }
}
