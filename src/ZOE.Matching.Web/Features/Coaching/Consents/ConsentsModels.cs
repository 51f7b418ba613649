using System.ComponentModel.DataAnnotations;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Web.Forms;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Coaching.Consents;

/// <summary>How the client said yes: the same for the search and for one vacancy.</summary>
[TextsFrom(typeof(Coach))]
public sealed class YesForm
{
    [Required]
    public ConsentWay? Way { get; set; }

    [Required]
    public DateOnly? GivenOn { get; set; }

    [Required, StringLength(60)]
    public string Language { get; set; } = "";

    public bool WithInterpreter { get; set; }

    [Required]
    public DateOnly? ValidUntil { get; set; }

    /// <summary>The text was shown or read out.</summary>
    public bool TextWasTold { get; set; }
}

/// <summary>A consent with what it is about.</summary>
public sealed record ConsentRow(Consent Consent, string? Vacancy, string? Employer, bool Holds);

/// <summary>The page of consents.</summary>
public sealed record ConsentsView(IReadOnlyList<ConsentRow> Consents, Consent? Searchable, YesForm Yes, string Purpose, string? Note);
