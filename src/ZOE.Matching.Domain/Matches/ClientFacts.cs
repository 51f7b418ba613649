using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Vocabulary;

namespace ZOE.Matching.Domain.Matches;

/// <summary>One proof of something a client has: competence, occupation, certificate or language. The same concept may stand there with several proofs.</summary>
/// <param name="ProvedOn">null = stated without any proof.</param>
/// <param name="ValidUntil">Last day of validity; null = does not expire.</param>
/// <param name="Years">Years of practice, for occupations; null = not stated.</param>
public sealed record HeldConcept(
    ConceptKind Kind, Guid ConceptId, SkillLevel Level, EvidenceKind Evidence, DateOnly? ProvedOn, DateOnly? ValidUntil, int? Years);

/// <summary>All that matching may know of a client. No group, origin, sex, age or name: what is not here cannot enter a score.</summary>
/// <param name="WorkPermission">As it holds today; a permission that has run out is unknown, not no.</param>
/// <param name="PlaceAgs">AGS of the residence; null when unknown or when the address is a temporary one.</param>
/// <param name="GermanSpoken">null = unknown; None = known to have no level.</param>
/// <param name="GermanWritten">null = unknown; None = known to have no level.</param>
/// <param name="WantedForms">Empty = open to all.</param>
/// <param name="Shifts">None = not known.</param>
public sealed record ClientFacts(
    Guid ClientId,
    WorkPermission WorkPermission,
    DateOnly? WorkPermissionUntil,
    string? PlaceAgs,
    CefrLevel? GermanSpoken,
    CefrLevel? GermanWritten,
    IReadOnlyList<PlacementKind> WantedForms,
    int? WantedHours,
    Shifts Shifts,
    DateOnly? AvailableFrom,
    IReadOnlyList<HeldConcept> Held)
{
    /// <summary>The lower of both German levels as far as they are known; what a course's entry level is checked against.</summary>
    public CefrLevel? German => GermanSpoken is { } spoken && GermanWritten is { } written && written < spoken ? written : GermanSpoken ?? GermanWritten;

    /// <summary>Reads the facts of a client with profile, evidence and language evidence loaded.</summary>
    public static ClientFacts From(Client client, DateOnly today)
    {
        var permission = client.WorkPermission == WorkPermission.Allowed && client.WorkPermissionUntil < today
            ? WorkPermission.Unknown
            : client.WorkPermission;
        return new(
            client.Id,
            permission,
            client.WorkPermissionUntil,
            client.AddressIsTemporary ? null : client.PlaceAgs,
            Known(client, client.GermanSpoken, LanguageSkill.Spoken),
            Known(client, client.GermanWritten, LanguageSkill.Written),
            [.. client.WantedForms.Distinct().Order()],
            client.WantedHours,
            client.Shifts,
            client.AvailableFrom,
            HeldBy(client));
    }

    private static CefrLevel? Known(Client client, CefrLevel level, LanguageSkill skill) =>
        level != CefrLevel.None || client.LanguageEvidence.Any(e => e.Skill == skill) ? level : null;

    private static HeldConcept[] HeldBy(Client client) =>
    [
        .. client.Profile
            .Where(e => !e.Retired && e.ConceptId is not null)
            .GroupBy(e => (e.Kind, ConceptId: e.ConceptId!.Value))
            .OrderBy(g => g.Key.ConceptId)
            .SelectMany(g => Proofs(g.Key.Kind, g.Key.ConceptId, [.. g])),
    ];

    /// <summary>A certificate counts by its strongest kind of proof only: an old statement must not outlive a certificate that has run out.</summary>
    private static IEnumerable<HeldConcept> Proofs(ConceptKind kind, Guid conceptId, ProfileEntry[] entries)
    {
        var years = entries.Max(e => e.Years);
        var proofs = entries.SelectMany(e => e.Evidence).ToArray();
        if (proofs.Length == 0) return [new(kind, conceptId, SkillLevel.Basic, EvidenceKind.SelfStated, null, null, years)];
        var strongest = proofs.Max(p => p.Kind);
        return proofs
            .Where(p => kind != ConceptKind.Certificate || p.Kind == strongest)
            .Select(p => new HeldConcept(kind, conceptId, p.Level, p.Kind, p.On, p.ValidUntil, years))
            .Distinct()
            .OrderByDescending(h => h.Evidence).ThenByDescending(h => h.Level).ThenByDescending(h => h.ProvedOn).ThenBy(h => h.ValidUntil);
    }
}
