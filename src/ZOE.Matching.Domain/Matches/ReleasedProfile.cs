using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Places;
using ZOE.Matching.Domain.Vocabulary;

namespace ZOE.Matching.Domain.Matches;

/// <summary>A profile whose client agreed to be searchable, before it is made anonymous. Never shown as it is.</summary>
/// <param name="Years">Years in <paramref name="OccupationId"/>; null = not stated.</param>
/// <param name="Skills">Competences and certificates that are valid today.</param>
public sealed record ReleasedProfile(
    Guid ClientId,
    Guid? OccupationId,
    QualificationGroup Qualification,
    Area? Area,
    CefrLevel German,
    int? Years,
    IReadOnlyList<PlacementKind> Forms,
    IReadOnlyList<Guid> Skills,
    int? WantedHours,
    DateOnly? AvailableFrom)
{
    /// <summary>Reads a client with profile, evidence and language evidence; the caller has checked the consent.</summary>
    /// <param name="area">Area of the residence; null when unknown.</param>
    public static ReleasedProfile From(Client client, Area? area, DateOnly today)
    {
        var facts = ClientFacts.From(client, today);
        var valid = facts.Held.Where(h => h.ValidUntil is null || h.ValidUntil >= today).ToArray();
        var occupation = valid
            .Where(h => h.Kind == ConceptKind.Occupation)
            .OrderByDescending(h => h.Years ?? 0).ThenByDescending(h => h.Level).ThenBy(h => h.ConceptId)
            .FirstOrDefault();
        return new(
            client.Id,
            occupation?.ConceptId,
            client.Qualification,
            client.AddressIsTemporary ? null : area,
            facts.German ?? CefrLevel.None,
            occupation?.Years,
            facts.WantedForms,
            [.. valid.Where(h => h.Kind is ConceptKind.Competence or ConceptKind.Certificate).Select(h => h.ConceptId).Distinct().Order()],
            client.WantedHours,
            client.AvailableFrom > today ? client.AvailableFrom : null);
    }
}
