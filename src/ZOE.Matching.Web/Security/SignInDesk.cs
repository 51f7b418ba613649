using Microsoft.AspNetCore.Identity;
using ZOE.Matching.Data.Accounts;

namespace ZOE.Matching.Web.Security;

/// <summary>How a sign-in ended.</summary>
public enum SignInOutcome
{
    Done,

    /// <summary>Unknown, wrong, locked or disabled: never told apart.</summary>
    Refused,

    /// <summary>Too many sign-ins wait for their turn.</summary>
    Busy,
}

/// <summary>Signs people in. A refusal costs the same work and the same time whether the account exists or not.</summary>
public sealed class SignInDesk(UserManager<PortalUser> users, SignInManager<PortalUser> signIn, PasswordGate gate)
{
    /// <summary>Every refusal is answered after this time, longer than any hash takes.</summary>
    public static readonly TimeSpan RefusalTime = TimeSpan.FromMilliseconds(500);

    private static readonly PortalUser Nobody = new() { DisplayName = "" };
    private static string? _nobodysHash;

    /// <summary>The account that was signed in, or why not.</summary>
    public async Task<(SignInOutcome Outcome, PortalUser? User)> SignInAsync(string email, string password, CancellationToken stop)
    {
        var started = TimeProvider.System.GetTimestamp();
        var user = await users.FindByEmailAsync(email);
        bool fits;
        using (var turn = await gate.EnterAsync(stop))
        {
            if (!turn.IsAcquired) return (SignInOutcome.Busy, null);
            fits = await FitsAsync(user, password);
        }

        if (fits)
        {
            await users.ResetAccessFailedCountAsync(user!);
            await signIn.SignInAsync(user!, isPersistent: false);
            return (SignInOutcome.Done, user);
        }

        var rest = RefusalTime - TimeProvider.System.GetElapsedTime(started);
        if (rest > TimeSpan.Zero) await Task.Delay(rest, TimeProvider.System, stop);
        return (SignInOutcome.Refused, null);
    }

    private async Task<bool> FitsAsync(PortalUser? user, string password)
    {
        if (user is null or { Disabled: true } or { PasswordHash: null } || await users.IsLockedOutAsync(user))
        {
            // The same work as for a known account.
            _nobodysHash ??= users.PasswordHasher.HashPassword(Nobody, Guid.NewGuid().ToString());
            users.PasswordHasher.VerifyHashedPassword(Nobody, _nobodysHash, password);
            return false;
        }

        if (await users.CheckPasswordAsync(user, password)) return true;
        await users.AccessFailedAsync(user);
        return false;
    }
}
