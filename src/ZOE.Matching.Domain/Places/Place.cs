namespace ZOE.Matching.Domain.Places;

/// <summary>Where a person lives or works as employers may see it: the city or a sector around it (Umland), never the town.</summary>
public enum Area
{
    City,
    North,
    East,
    South,
    West,
}

/// <summary>A municipality (Gemeinde) of the Region Hannover, keyed by its official number (AGS).</summary>
public sealed class Place
{
    public required string Ags { get; init; }

    public required string Name { get; set; }

    public Area Area { get; set; }

    public double Lat { get; set; }

    public double Lon { get; set; }

    /// <summary>Postcodes (PLZ), five digits each, split by "|".</summary>
    public required string Postcodes { get; set; }

    /// <summary>Names of its parts (Stadtteile, Ortsteile), split by "|"; may be empty.</summary>
    public string Parts { get; set; } = "";

    /// <summary>Straight distance between two municipalities in whole kilometres (haversine, rounded up).</summary>
    public static int Kilometres(Place a, Place b) => a.Kilometres(b.Lat, b.Lon);

    /// <summary>Straight distance to a point (degrees) in whole kilometres (haversine, rounded up).</summary>
    public int Kilometres(double lat, double lon)
    {
        const double earthRadius = 6371.0088;
        double lat1 = double.DegreesToRadians(Lat), lat2 = double.DegreesToRadians(lat);
        var halfLat = Math.Sin((lat2 - lat1) / 2);
        var halfLon = Math.Sin(double.DegreesToRadians(lon - Lon) / 2);
        var h = halfLat * halfLat + Math.Cos(lat1) * Math.Cos(lat2) * halfLon * halfLon;
        return (int)Math.Ceiling(2 * earthRadius * Math.Asin(Math.Sqrt(Math.Min(1, h))));
    }
}

/// <summary>What a site of the Jobcenter is for.</summary>
public enum SiteKind
{
    Adult,
    Youth,
    CareerInfo,
    LegalOffice,
    Regional,
    Zoe,
}

/// <summary>A site (Standort) of the Jobcenter Region Hannover.</summary>
public sealed class Site
{
    public required string Code { get; init; }

    public required string Name { get; set; }

    public SiteKind Kind { get; set; }

    public required string Town { get; set; }
}
