namespace ZOE.Matching.Data.Projections;

/// <summary>The anonymous card of a client as it was last projected of all released profiles together; no row = only through the coach. Shown only after the database has confirmed the consent.</summary>
public sealed class CardRow
{
    public Guid ClientId { get; init; }

    /// <summary>The consent to be searchable under which it was projected.</summary>
    public Guid ConsentId { get; set; }

    /// <summary>The closed list of an employer's view, as JSON.</summary>
    public required string Card { get; set; }

    public DateTime ProjectedAtUtc { get; set; }
}
