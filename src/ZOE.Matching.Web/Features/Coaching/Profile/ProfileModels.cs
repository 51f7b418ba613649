using System.ComponentModel.DataAnnotations;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Vocabulary;
using ZOE.Matching.Search.German;
using ZOE.Matching.Web.Forms;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Coaching.Profile;

/// <summary>A new entry of the profile, or a further proof of one that is there.</summary>
[TextsFrom(typeof(Coach))]
public sealed class EvidenceForm
{
    public ConceptKind Kind { get; set; } = ConceptKind.Competence;

    [Required, StringLength(200)]
    public string Typed { get; set; } = "";

    [Range(0, 60)]
    public int? Years { get; set; }

    public SkillLevel Level { get; set; } = SkillLevel.Guided;

    public EvidenceKind Evidence { get; set; } = EvidenceKind.SelfStated;

    [Required, StringLength(200)]
    public string Source { get; set; } = "";

    [Required]
    public DateOnly? On { get; set; }

    public DateOnly? ValidUntil { get; set; }
}

/// <summary>A proof of a German level.</summary>
[TextsFrom(typeof(Coach))]
public sealed class GermanForm
{
    [Required]
    public CefrLevel? Spoken { get; set; }

    [Required]
    public CefrLevel? Written { get; set; }

    public EvidenceKind Evidence { get; set; } = EvidenceKind.Tested;

    [Required, StringLength(200)]
    public string Source { get; set; } = "";

    [Required]
    public DateOnly? On { get; set; }
}

/// <summary>An entry with all its proofs.</summary>
public sealed record EntryRow(ProfileEntry Entry, CurrentEvidence? Current, string? Concept, IReadOnlyList<LinkSuggestion> Suggestions);

/// <summary>The profile page.</summary>
public sealed record ProfileView(IReadOnlyList<EntryRow> Entries, IReadOnlyList<LanguageEvidence> German, EvidenceForm Form, GermanForm Language);
