namespace ZOE.Matching.Domain.Places;

/// <summary>A postcode (PLZ) at one place of Germany, for searches around a point; the point is often the centre of the town.</summary>
public sealed class Postcode
{
    /// <summary>Five digits; not unique, since several places share one.</summary>
    public required string Code { get; init; }

    /// <summary>Name of the place; unique together with the code.</summary>
    public required string Town { get; init; }

    public required string State { get; init; }

    /// <summary>Name of the district (Kreis), if known.</summary>
    public string? District { get; init; }

    /// <summary>Official number of the district, five digits, if known.</summary>
    public string? DistrictAgs { get; init; }

    public double Lat { get; init; }

    public double Lon { get; init; }
}
