using ZOE.Matching.Domain.Vocabulary;

namespace ZOE.Matching.Domain.Clients;

/// <summary>The proof of a competence that counts on a day.</summary>
/// <param name="IsConfirmed">Somebody other than the client has proved it.</param>
public sealed record CurrentEvidence(Guid EvidenceId, SkillLevel Level, EvidenceKind Kind, string Source, DateOnly On, DateOnly? ValidUntil, bool IsConfirmed);

/// <summary>One line of a client's profile on a day; without <see cref="Current"/> nothing was ever stated about it.</summary>
public sealed record ProfileLine(Guid EntryId, ConceptKind Kind, string Typed, Guid? ConceptId, int? Years, CurrentEvidence? Current);

/// <summary>Which of several proofs counts: the stronger kind, then the later day, then the higher level. Newer weaker proof never erases stronger; the order of recording plays no part.</summary>
public static class EvidenceMerge
{
    /// <summary>The proof that counts on that day; null when none is valid. The last day of validity still counts.</summary>
    public static CurrentEvidence? Current(IEnumerable<CompetenceEvidence> evidence, DateOnly today) =>
        evidence.Where(e => e.On <= today && (e.ValidUntil is null || today <= e.ValidUntil))
            .OrderByDescending(e => e.Kind)
            .ThenByDescending(e => e.On)
            .ThenByDescending(e => e.Level)
            .ThenByDescending(e => e.ValidUntil ?? DateOnly.MaxValue)
            .ThenBy(e => e.Id)
            .Select(e => new CurrentEvidence(e.Id, e.Level, e.Kind, e.Source, e.On, e.ValidUntil, e.Kind > EvidenceKind.SelfStated))
            .FirstOrDefault();

    /// <summary>The profile on that day: entries that are not retired; an entry whose every proof has run out is gone until a new one comes.</summary>
    public static IReadOnlyList<ProfileLine> Profile(Client client, DateOnly today) =>
        [.. client.Profile.Where(e => !e.Retired)
            .Select(e => (Entry: e, Current: Current(e.Evidence, today)))
            .Where(p => p.Current is not null || p.Entry.Evidence.Count == 0)
            .Select(p => new ProfileLine(p.Entry.Id, p.Entry.Kind, p.Entry.Typed, p.Entry.ConceptId, p.Entry.Years, p.Current))];
}
