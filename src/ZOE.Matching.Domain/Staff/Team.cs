namespace ZOE.Matching.Domain.Staff;

/// <summary>A team of the Jobcenter: the unit of ownership and visibility.</summary>
public sealed class Team
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public required string Name { get; set; }

    /// <summary>Code of the site (Standort) where the team sits.</summary>
    public required string SiteCode { get; set; }
}
