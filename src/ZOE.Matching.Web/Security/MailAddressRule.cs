namespace ZOE.Matching.Web.Security;

/// <summary>What the portal takes as an e-mail address: plain letters, digits and a few signs; no quotes, spaces or control characters that could reach the mail server.</summary>
public static class MailAddressRule
{
    public const int Longest = 200;

    public const string Pattern = @"[A-Za-z0-9._+\-]{1,64}@([A-Za-z0-9]([A-Za-z0-9\-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}";
}
