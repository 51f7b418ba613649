using Microsoft.AspNetCore.Identity;
using ZOE.Matching.Data.Accounts;

namespace ZOE.Matching.Web.Security;

/// <summary>How setting a password ended.</summary>
public enum PasswordOutcome
{
    Done,

    /// <summary>Too few different characters, or the e-mail address itself.</summary>
    Weak,

    /// <summary>The current password was wrong, or the link was used up meanwhile.</summary>
    Refused,

    /// <summary>Too many wait for their turn.</summary>
    Busy,
}

/// <summary>Sets passwords, at most two at once (hashing is work). Every change ends all other sessions of the account.</summary>
public sealed class PasswordDesk(UserManager<PortalUser> users, PasswordGate gate)
{
    /// <summary>Shortest password; length counts more than special characters.</summary>
    public const int Shortest = 12;

    public const int Longest = 200;

    /// <summary>Puts the hash into a new account that is not saved yet.</summary>
    public Task<PasswordOutcome> SetForNewAsync(PortalUser user, string password, CancellationToken stop) => InTurnAsync(async () =>
    {
        if (await IsWeakAsync(user, password)) return PasswordOutcome.Weak;
        user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        return PasswordOutcome.Done;
    }, stop);

    /// <summary>First password of an invited account.</summary>
    public Task<PasswordOutcome> SetFirstAsync(PortalUser user, string password, CancellationToken stop) => InTurnAsync(async () =>
    {
        if (await IsWeakAsync(user, password)) return PasswordOutcome.Weak;
        user.EmailConfirmed = true;
        return OutcomeOf(await users.AddPasswordAsync(user, password));
    }, stop);

    /// <summary>New password by a link from a mail; also ends a lock after wrong tries.</summary>
    public Task<PasswordOutcome> ResetAsync(PortalUser user, string token, string password, CancellationToken stop) => InTurnAsync(async () =>
    {
        if (await IsWeakAsync(user, password)) return PasswordOutcome.Weak;
        user.LockoutEnd = null;
        user.AccessFailedCount = 0;
        user.EmailConfirmed = true;
        return OutcomeOf(await users.ResetPasswordAsync(user, token, password));
    }, stop);

    /// <summary>New password by someone who knows the current one; wrong ones count like wrong sign-ins.</summary>
    public Task<PasswordOutcome> ChangeAsync(PortalUser user, string current, string password, CancellationToken stop) => InTurnAsync(async () =>
    {
        if (await users.IsLockedOutAsync(user)) return PasswordOutcome.Refused;
        if (!await users.CheckPasswordAsync(user, current))
        {
            await users.AccessFailedAsync(user);
            return PasswordOutcome.Refused;
        }

        if (await IsWeakAsync(user, password)) return PasswordOutcome.Weak;
        return OutcomeOf(await users.ChangePasswordAsync(user, current, password));
    }, stop);

    private async Task<PasswordOutcome> InTurnAsync(Func<Task<PasswordOutcome>> work, CancellationToken stop)
    {
        using var turn = await gate.EnterAsync(stop);
        return turn.IsAcquired ? await work() : PasswordOutcome.Busy;
    }

    private async Task<bool> IsWeakAsync(PortalUser user, string password)
    {
        if (user.Email is { Length: > 0 } email && password.Contains(email, StringComparison.OrdinalIgnoreCase)) return true;
        foreach (var validator in users.PasswordValidators)
            if (!(await validator.ValidateAsync(users, user, password)).Succeeded)
                return true;
        return false;
    }

    private static PasswordOutcome OutcomeOf(IdentityResult result) => result.Succeeded ? PasswordOutcome.Done : PasswordOutcome.Refused;
}
