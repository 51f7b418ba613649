namespace ZOE.Matching.Domain.Employers;

/// <summary>Whether an organisation may use the portal.</summary>
public enum ApprovalState
{
    Waiting,
    Approved,
    Rejected,
}

/// <summary>An employer (Arbeitgeber) with its contacts, one owner on the Jobcenter's side and one contact log.</summary>
public sealed class Employer : Aggregate
{
    public required string Name { get; set; }

    /// <summary>Betriebsnummer of the BA, eight digits; checked by staff.</summary>
    public string? CompanyNumber { get; set; }

    public string? BranchCode { get; set; }

    public string? Street { get; set; }

    public string? Postcode { get; set; }

    /// <summary>AGS of the municipality.</summary>
    public string? PlaceAgs { get; set; }

    public string? Website { get; set; }

    public ApprovalState Approval { get; private set; }

    public DateTime? ApprovedAtUtc { get; private set; }

    public Guid? ApprovedById { get; private set; }

    /// <summary>The one member of staff who owns the contact (Arbeitgeberservice or coach); null until someone takes it.</summary>
    public Guid? OwnerId { get; set; }

    /// <summary>Entered by staff after a call; true until the employer takes the record over by link.</summary>
    public bool KeptByStaff { get; set; }

    public DateTime CreatedAtUtc { get; init; }

    public List<EmployerContact> Contacts { get; } = [];

    public List<ContactLogEntry> ContactLog { get; } = [];

    public bool IsApproved => Approval == ApprovalState.Approved;

    public void Approve(Guid byId, DateTime nowUtc)
    {
        Approval = ApprovalState.Approved;
        ApprovedAtUtc = nowUtc;
        ApprovedById = byId;
        OwnerId ??= byId;
    }

    public void Reject(Guid byId, DateTime nowUtc)
    {
        Approval = ApprovalState.Rejected;
        ApprovedAtUtc = nowUtc;
        ApprovedById = byId;
    }
}

/// <summary>A person to speak to at an employer (Ansprechpartner).</summary>
public sealed class EmployerContact : IPartOf<Employer>
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public Guid EmployerId { get; init; }

    public required string Name { get; set; }

    public string? Function { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }

    public Guid RootId => EmployerId;
}

/// <summary>How a contact took place.</summary>
public enum ContactChannel
{
    Phone,
    Mail,
    Visit,
    Letter,
    Portal,
}

/// <summary>One talk with an employer (Kontaktvermerk). Append-only.</summary>
public sealed class ContactLogEntry : IPartOf<Employer>, IAppendOnly
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public Guid EmployerId { get; init; }

    public ContactChannel Channel { get; init; }

    public DateTime AtUtc { get; init; }

    public Guid ById { get; init; }

    public required string Text { get; init; }

    public Guid? ContactId { get; init; }

    public Guid RootId => EmployerId;
}
