using ZOE.Matching.Domain;

namespace ZOE.Matching.Data.Audit;

/// <summary>Why somebody looked at client data; named by the page, not typed by the user.</summary>
public enum AuditPurpose
{
    Caseload,
    Profile,
    ProfileEdit,
    Matching,
    Proposal,
    Placement,
    FollowUp,
    Referral,
    Task,
    EmployerCards,
    EmployerContact,
    Inbox,
    Export,
}

/// <summary>One view of client data: who, as what, why, about whom (pseudonyms), when. No content. Append-only.</summary>
public sealed class AuditEntry : IAppendOnly
{
    public long Id { get; init; }

    public DateTime AtUtc { get; init; }

    public Guid? UserId { get; init; }

    public required string Role { get; init; }

    public AuditPurpose Purpose { get; init; }

    /// <summary>Pseudonyms of all clients shown, by blank.</summary>
    public required string Subjects { get; init; }

    public int SubjectCount { get; init; }

    /// <summary>Trace id of the request.</summary>
    public required string RequestId { get; init; }
}
