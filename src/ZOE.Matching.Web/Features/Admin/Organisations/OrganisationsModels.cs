using ZOE.Matching.Domain.Employers;

namespace ZOE.Matching.Web.Features.Admin.Organisations;

/// <summary>Which organisations are listed.</summary>
public enum OrganisationKind
{
    Employer,
    Provider,
}

/// <summary>What to look for; comes from the address.</summary>
public sealed class OrganisationSearch
{
    public OrganisationKind Kind { get; set; }

    public string? Text { get; set; }

    public ApprovalState? State { get; set; }

    public int Page { get; set; } = 1;
}

/// <summary>An organisation in the list. Offers = open vacancies or published courses.</summary>
public sealed record OrganisationRow(Guid Id, string Name, string? Place, ApprovalState Approval, bool KeptByStaff, string? Owner, int Users, int Offers, DateTime CreatedAtUtc);

/// <summary>The page of the list.</summary>
public sealed record OrganisationList(OrganisationSearch Search, int Total, IReadOnlyList<OrganisationRow> Rows);
