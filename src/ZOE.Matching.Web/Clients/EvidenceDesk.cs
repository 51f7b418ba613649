using ZOE.Matching.Data;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Vocabulary;

namespace ZOE.Matching.Web.Clients;

/// <summary>Where a proof comes from.</summary>
public sealed record EvidenceOrigin(EvidenceKind Kind, SkillLevel Level, string Source, DateOnly On, DateOnly? ValidUntil = null, Guid? PlacementId = null, Guid? ReferralId = null);

/// <summary>Adds evidence to a profile: to the entry that means the same, or to a new one. The client comes tracked with its profile; the caller saves.</summary>
public sealed class EvidenceDesk(MatchingDbContext db)
{
    public async Task<ProfileEntry> AddAsync(Client client, ConceptKind kind, string typed, Guid? conceptId, EvidenceOrigin origin, Guid byId, DateTime nowUtc)
    {
        var entry = client.Profile.FirstOrDefault(e => e.Kind == kind && (conceptId is { } id
            ? e.ConceptId == id
            : e.ConceptId is null && string.Equals(e.Typed, typed.Trim(), StringComparison.CurrentCultureIgnoreCase)));
        if (entry is null)
        {
            entry = new ProfileEntry { ClientId = client.Id, Kind = kind, Typed = typed.Trim(), ConceptId = conceptId };
            client.Profile.Add(entry);
        }

        entry.Retired = false;
        entry.Evidence.Add(new CompetenceEvidence
        {
            ClientId = client.Id,
            EntryId = entry.Id,
            Kind = origin.Kind,
            Level = origin.Level,
            Source = origin.Source,
            On = origin.On,
            ValidUntil = origin.ValidUntil ?? await ValidityAsync(kind, conceptId, origin.On),
            PlacementId = origin.PlacementId,
            ReferralId = origin.ReferralId,
            RecordedById = byId,
            RecordedAtUtc = nowUtc,
        });
        return entry;
    }

    /// <summary>A certificate runs out after the months that the vocabulary says; 0 or unknown = it does not.</summary>
    private async Task<DateOnly?> ValidityAsync(ConceptKind kind, Guid? conceptId, DateOnly on)
    {
        if (kind != ConceptKind.Certificate || conceptId is null) return null;
        var concept = await db.Concepts.FindAsync(conceptId);
        return concept?.ValidityMonths is > 0 and var months ? on.AddMonths(months).AddDays(-1) : null;
    }
}
