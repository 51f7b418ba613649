using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using ZOE.Matching.Data.Accounts;
using ZOE.Matching.Web.Settings;

namespace ZOE.Matching.Web.Security;

/// <summary>The links with which a person chooses a password. They end with the first use, since the password change alters the account's stamp.</summary>
public sealed class AccountLinks(UserManager<PortalUser> users, PortalSettings settings)
{
    /// <summary>How long an invitation holds.</summary>
    public static readonly TimeSpan InvitationTime = TimeSpan.FromDays(14);

    /// <summary>How long a link to reset the password holds.</summary>
    public static readonly TimeSpan ResetTime = TimeSpan.FromHours(24);

    internal const string InvitationProvider = "Invitation";
    private const string InvitationPurpose = "Invitation";

    /// <summary>The full address that stands in the mail PasswordReset.</summary>
    public async Task<string> ResetAddressAsync(PortalUser user) =>
        Address("reset", user, await users.GeneratePasswordResetTokenAsync(user));

    /// <summary>The full address that stands in the mail Invitation.</summary>
    public async Task<string> InvitationAddressAsync(PortalUser user) =>
        Address("invitation", user, await users.GenerateUserTokenAsync(user, InvitationProvider, InvitationPurpose));

    /// <summary>The account of a genuine, unused link to reset the password; null otherwise.</summary>
    public Task<PortalUser?> FindByResetAsync(Guid? userId, string? token) =>
        FindAsync(userId, token, users.Options.Tokens.PasswordResetTokenProvider, UserManager<PortalUser>.ResetPasswordTokenPurpose);

    /// <summary>The account of a genuine invitation that has not chosen a password yet; null otherwise.</summary>
    public async Task<PortalUser?> FindByInvitationAsync(Guid? userId, string? token) =>
        await FindAsync(userId, token, InvitationProvider, InvitationPurpose) is { PasswordHash: null } user ? user : null;

    private async Task<PortalUser?> FindAsync(Guid? userId, string? token, string provider, string purpose)
    {
        if (userId is null || string.IsNullOrEmpty(token) || token.Length > 1000) return null;
        var user = await users.FindByIdAsync(userId.Value.ToString());
        if (user is null or { Disabled: true }) return null;
        return await users.VerifyUserTokenAsync(user, provider, purpose, token) ? user : null;
    }

    private string Address(string page, PortalUser user, string token) =>
        $"{settings.PublicAddress}/account/{page}?user={user.Id:N}&token={Uri.EscapeDataString(token)}";

    /// <summary>Invitations hold longer than password resets.</summary>
    internal sealed class Invitations(IDataProtectionProvider protection, IOptions<InvitationOptions> options, ILogger<DataProtectorTokenProvider<PortalUser>> log)
        : DataProtectorTokenProvider<PortalUser>(protection, options, log);

    internal sealed class InvitationOptions : DataProtectionTokenProviderOptions
    {
        public InvitationOptions()
        {
            Name = InvitationProvider;
            TokenLifespan = InvitationTime;
        }
    }
}
