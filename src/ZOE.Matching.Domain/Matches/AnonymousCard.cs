using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Places;

namespace ZOE.Matching.Domain.Matches;

/// <summary>Years of practice as shown: bands only; Any = not shown.</summary>
public enum ExperienceBand
{
    Any,
    UnderTwo,
    TwoToFive,
    OverFive,
}

/// <summary>Where a candidate lives as shown: the city, a sector around it, the whole Umland, or not at all (Any).</summary>
public enum CardArea
{
    Any,
    City,
    North,
    East,
    South,
    West,
    Region,
}

/// <summary>From areas of the Region to areas on cards.</summary>
public static class CardAreas
{
    /// <summary>The area as a card shows it where nothing need be made more general.</summary>
    public static CardArea Of(Area area) => area switch
    {
        Area.City => CardArea.City,
        Area.North => CardArea.North,
        Area.East => CardArea.East,
        Area.South => CardArea.South,
        Area.West => CardArea.West,
    };
}

/// <summary>Wanted working time as shown.</summary>
public enum WorkingTime
{
    Open,
    FullTime,
    PartTime,

    /// <summary>Under 15 hours a week.</summary>
    FewHours,
}

/// <summary>A term of the vocabulary on a card.</summary>
public sealed record CardTerm(Guid ConceptId, string Label);

/// <summary>All that an employer may see of a candidate before the client's yes: the closed list of safety.md section 3.</summary>
/// <remarks>The code per employer (<see cref="CardCodes"/>) is made in the portal, it is not part of the projection.</remarks>
/// <param name="ClientId">For the database gate and the code only; never leaves the server.</param>
/// <param name="Occupation">Generalised until enough others share it; null = not shown.</param>
/// <param name="Qualification">Unknown = not shown.</param>
/// <param name="German">The person has at least this level; None = not shown.</param>
/// <param name="Forms">Wanted forms; empty = open or not shown.</param>
/// <param name="AvailableFrom">First day of the month; null = at once or open. Ranks only.</param>
public sealed record AnonymousCard(
    Guid ClientId,
    CardTerm? Occupation,
    QualificationGroup Qualification,
    CardArea Area,
    CefrLevel German,
    ExperienceBand Experience,
    IReadOnlyList<PlacementKind> Forms,
    IReadOnlyList<CardTerm> Skills,
    WorkingTime WorkingTime,
    DateOnly? AvailableFrom);
