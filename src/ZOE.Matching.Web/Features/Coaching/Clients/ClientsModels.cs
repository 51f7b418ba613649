using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Reference;
using ZOE.Matching.Web.Forms;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Coaching.Clients;

/// <summary>Whose clients are listed.</summary>
public enum CaseloadScope
{
    Mine,
    Team,
}

/// <summary>In which order clients are listed.</summary>
public enum CaseloadOrder
{
    DueFirst,
    Name,
    LongestSilence,
}

/// <summary>The filters of the caseload; in the address, so never a name.</summary>
[TextsFrom(typeof(Coach))]
public sealed class CaseloadFilter
{
    public CaseloadScope Scope { get; set; }

    public Phase? Phase { get; set; }

    /// <summary>Searchable with a consent that holds today.</summary>
    public bool? Consent { get; set; }

    public CaseloadOrder Order { get; set; }

    [Range(1, 10_000)]
    public int Page { get; set; } = 1;
}

/// <summary>Search by name or VerBIS number; sent by POST so that no name stands in an address or log.</summary>
[TextsFrom(typeof(Coach))]
public sealed class CaseloadSearch
{
    [Required]
    [StringLength(100)]
    public string Text { get; set; } = "";
}

/// <summary>One client of the list.</summary>
public sealed record CaseloadRow(
    Guid Id, Guid Pseudonym, string LastName, string FirstName, string VerbisNumber, Phase Phase, CefrLevel GermanSpoken,
    DateOnly? LastContactOn, DateOnly? SearchableUntil, DateOnly? DueOn, int OpenTasks);

/// <summary>The caseload page.</summary>
public sealed record CaseloadView(CaseloadFilter Filter, CaseloadSearch Search, IReadOnlyList<CaseloadRow> Rows, int Total, bool Searched, DateOnly Today);

/// <summary>Person data and facts of a client.</summary>
[TextsFrom(typeof(Coach))]
public sealed class ClientForm
{
    [Required, StringLength(100)]
    public string FirstName { get; set; } = "";

    [Required, StringLength(100)]
    public string LastName { get; set; } = "";

    [Required, StringLength(40)]
    public string VerbisNumber { get; set; } = "";

    [Required]
    public DateOnly? EntryOn { get; set; }

    public DateOnly? BirthDate { get; set; }

    [StringLength(40)]
    public string? Sex { get; set; }

    [StringLength(100)]
    public string? Origin { get; set; }

    [StringLength(200)]
    public string? Street { get; set; }

    [RegularExpression("[0-9]{5}", ErrorMessage = "ClientForm.Postcode.Invalid")]
    public string? Postcode { get; set; }

    [StringLength(100)]
    public string? Town { get; set; }

    [StringLength(60), DataType(DataType.PhoneNumber)]
    public string? Phone { get; set; }

    [StringLength(200), EmailAddress]
    public string? Email { get; set; }

    [StringLength(60)]
    public string? ContactLanguage { get; set; }

    public bool NeedsInterpreter { get; set; }

    [StringLength(4000)]
    public string? Notes { get; set; }

    public Phase Phase { get; set; }

    public ClientGroup? Group { get; set; }

    public Guid? OfficerId { get; set; }

    public WorkPermission WorkPermission { get; set; }

    public DateOnly? WorkPermissionUntil { get; set; }

    public DateOnly? ResidenceBoundUntil { get; set; }

    [StringLength(20)]
    public string? PlaceAgs { get; set; }

    public bool AddressIsTemporary { get; set; }

    public QualificationGroup Qualification { get; set; }

    public List<PlacementKind> WantedForms { get; set; } = [];

    [Range(1, 48)]
    public int? WantedHours { get; set; }

    public List<Shifts> ShiftKinds { get; set; } = [];

    public DateOnly? AvailableFrom { get; set; }

    [StringLength(2000)]
    public string? Wish { get; set; }

    public DateOnly? LastContactOn { get; set; }

    public int Version { get; set; }
}

/// <summary>The form with what can be chosen in it.</summary>
public sealed record ClientEdit(ClientForm Form, Guid? ClientId, IReadOnlyList<SelectListItem> Places, IReadOnlyList<SelectListItem> Officers);
