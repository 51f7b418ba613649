namespace ZOE.Matching.Data.Links;

/// <summary>What a one-click link is for.</summary>
public enum LinkPurpose
{
    AnswerProposal,
    AnswerFollowUp,
    TakeOverEmployer,

    /// <summary>Read the released name and contact (by POST, each view audited); may be used again until it expires.</summary>
    ReadContact,

    /// <summary>Stop a saved search, also by the one click of a mail program (RFC 8058).</summary>
    StopSavedSearch,
}

/// <summary>A one-click link in a mail: single use, expiring, only the hash of its token is stored.</summary>
public sealed class AnswerLink
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public LinkPurpose Purpose { get; init; }

    /// <summary>The proposal, follow-up or employer that it is about.</summary>
    public Guid RecordId { get; init; }

    /// <summary>The contact it was sent to.</summary>
    public Guid? ContactId { get; init; }

    public DateTime CreatedAtUtc { get; init; }

    public DateTime ExpiresAtUtc { get; init; }

    /// <summary>Set by the conditional UPDATE of the one use.</summary>
    public DateTime? UsedAtUtc { get; set; }

    /// <summary>The key that made the token.</summary>
    public required string KeyId { get; init; }

    /// <summary>SHA-256 of the token, as hex.</summary>
    public required string TokenHash { get; init; }
}

/// <summary>A key that makes link tokens, itself protected by the key ring. Old keys stay until their links are over.</summary>
public sealed class LinkKey
{
    public required string KeyId { get; init; }

    public required string ProtectedKey { get; init; }

    public DateTime CreatedAtUtc { get; init; }
}
