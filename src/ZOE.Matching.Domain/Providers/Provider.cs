using ZOE.Matching.Domain.Employers;

namespace ZOE.Matching.Domain.Providers;

/// <summary>A training provider (Träger).</summary>
public sealed class Provider : Aggregate
{
    public required string Name { get; set; }

    public string? Street { get; set; }

    public string? Postcode { get; set; }

    public string? PlaceAgs { get; set; }

    public required string ContactName { get; set; }

    public required string Email { get; set; }

    public string? Phone { get; set; }

    public string? Website { get; set; }

    public ApprovalState Approval { get; private set; }

    public Guid? ApprovedById { get; private set; }

    public DateTime CreatedAtUtc { get; init; }

    public bool IsApproved => Approval == ApprovalState.Approved;

    public void Approve(Guid byId)
    {
        Approval = ApprovalState.Approved;
        ApprovedById = byId;
    }

    public void Reject(Guid byId)
    {
        Approval = ApprovalState.Rejected;
        ApprovedById = byId;
    }
}
