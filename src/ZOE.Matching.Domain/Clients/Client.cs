using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Reference;

namespace ZOE.Matching.Domain.Clients;

/// <summary>The coach's planning group (A high education, B near the labour market, C long-term). Never enters a score.</summary>
public enum ClientGroup
{
    A,
    B,
    C,
}

/// <summary>Highest qualification, coarse enough to be shown to employers.</summary>
public enum QualificationGroup
{
    Unknown,
    None,
    School,
    Vocational,
    Degree,
}

/// <summary>Whether the person may take up work (Arbeitserlaubnis); unknown is not no.</summary>
public enum WorkPermission
{
    Unknown,
    Allowed,
    NotAllowed,
}

/// <summary>Working times that are possible for a client or asked for by a vacancy.</summary>
[Flags]
public enum Shifts
{
    None = 0,
    Day = 1,
    Early = 2,
    Late = 4,
    Night = 8,
    Weekend = 16,
}

/// <summary>A client (Kundin, Kunde) as far as matching needs it: the competence profile without any personal data. Who it is stands in <see cref="ClientPerson"/>.</summary>
public sealed class Client : Aggregate
{
    /// <summary>Random handle of this client in audit rows, so that erasing it blinds them.</summary>
    public Guid Pseudonym { get; init; } = Guid.NewGuid();

    /// <summary>External reference in VerBIS, unique; never shown to employers or Träger.</summary>
    public required string VerbisNumber { get; set; }

    /// <summary>Day on which the ZOE became responsible (from 2016-01-01).</summary>
    public DateOnly EntryOn { get; set; }

    public ClientGroup? Group { get; set; }

    public Phase Phase { get; set; }

    /// <summary>The responsible Jobbüro coach.</summary>
    public Guid CoachId { get; set; }

    /// <summary>The Integrationsfachkraft who owns the strategy and decides funding.</summary>
    public Guid? OfficerId { get; set; }

    public Guid TeamId { get; set; }

    public WorkPermission WorkPermission { get; set; }

    public DateOnly? WorkPermissionUntil { get; set; }

    /// <summary>§ 12a AufenthG: bound to the district until; the status itself is not held.</summary>
    public DateOnly? ResidenceBoundUntil { get; set; }

    /// <summary>AGS of the municipality of residence.</summary>
    public string? PlaceAgs { get; set; }

    /// <summary>The address is a temporary one (Notunterkunft): distance is no reliable fact.</summary>
    public bool AddressIsTemporary { get; set; }

    public QualificationGroup Qualification { get; set; }

    /// <summary>Spoken German as proved by the latest language evidence.</summary>
    public CefrLevel GermanSpoken { get; private set; }

    /// <summary>Written German as proved by the latest language evidence.</summary>
    public CefrLevel GermanWritten { get; private set; }

    /// <summary>Forms of work the client wants; empty = open to all.</summary>
    public List<PlacementKind> WantedForms { get; set; } = [];

    /// <summary>Wanted hours a week, 1 to 48; null = open.</summary>
    public int? WantedHours { get; set; }

    /// <summary>Possible working times; None = not known.</summary>
    public Shifts Shifts { get; set; }

    public DateOnly? AvailableFrom { get; set; }

    /// <summary>Wish in the client's own words, for the coach only.</summary>
    public string? Wish { get; set; }

    /// <summary>Last time coach and client spoke.</summary>
    public DateOnly? LastContactOn { get; set; }

    public DateTime CreatedAtUtc { get; init; }

    /// <summary>Who it is; loaded only where the name is needed.</summary>
    public ClientPerson? Person { get; set; }

    public List<ProfileEntry> Profile { get; } = [];

    public List<LanguageEvidence> LanguageEvidence { get; } = [];

    public List<Consent> Consents { get; } = [];

    /// <summary>First day of entry for which the ZOE is responsible; earlier entries belong to the regular site (product.md 1.2).</summary>
    public static DateOnly ResponsibleFrom { get; } = new(2016, 1, 1);

    /// <summary>Refuses a day of entry that lies before the ZOE's responsibility or in the future.</summary>
    public static Decision CheckEntry(DateOnly entryOn, DateOnly today)
    {
        if (entryOn < ResponsibleFrom) return new Refusal("Client.OtherResponsibility", ResponsibleFrom) { Field = nameof(EntryOn) };
        if (entryOn > today) return new Refusal("Client.EntryInFuture") { Field = nameof(EntryOn) };
        return Decision.Accepted;
    }

    /// <summary>Adds a language test or statement and takes it as the current level, if it is the latest.</summary>
    public void AddLanguageEvidence(LanguageEvidence evidence)
    {
        if (LanguageEvidence.Where(e => e.Skill == evidence.Skill).All(e => e.On <= evidence.On))
        {
            if (evidence.Skill == LanguageSkill.Spoken) GermanSpoken = evidence.Level;
            else GermanWritten = evidence.Level;
        }

        LanguageEvidence.Add(evidence);
    }
}

/// <summary>The personal data of a client, apart from the profile so that no matching or employer code can touch it by accident.</summary>
public sealed class ClientPerson : IPartOf<Client>
{
    public Guid ClientId { get; init; }

    public required string FirstName { get; set; }

    public required string LastName { get; set; }

    public DateOnly? BirthDate { get; set; }

    /// <summary>Form of address in letters only.</summary>
    public string? Sex { get; set; }

    /// <summary>Country of origin; for advice, never for matching.</summary>
    public string? Origin { get; set; }

    public string? Street { get; set; }

    public string? Postcode { get; set; }

    public string? Town { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    /// <summary>Language the client is best spoken to in.</summary>
    public string? ContactLanguage { get; set; }

    public bool NeedsInterpreter { get; set; }

    /// <summary>The coach's notes; nobody else reads them.</summary>
    public string? Notes { get; set; }

    public Guid RootId => ClientId;

    public string FullName => $"{FirstName} {LastName}";
}
