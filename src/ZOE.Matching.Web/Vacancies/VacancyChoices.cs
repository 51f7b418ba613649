using Microsoft.AspNetCore.Mvc.Rendering;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Vocabulary;
using ZOE.Matching.Web.Forms;

namespace ZOE.Matching.Web.Vacancies;

/// <summary>What the lists of the vacancy form offer.</summary>
public sealed record VacancyChoices(IReadOnlyList<SelectListItem> Places, IReadOnlyList<SelectListItem> Branches, IReadOnlyList<SelectListItem> Contacts)
{
    public static VacancyChoices None { get; } = new([], [], []);

    /// <summary>What a requirement can be; the occupation is the title.</summary>
    public static IReadOnlyList<SelectListItem> RequirementKinds { get; } =
        [.. Choices.Of<ConceptKind>().Where(item => item.Value != nameof(ConceptKind.Occupation))];

    /// <summary>German levels; none means that the work needs no German.</summary>
    public static IReadOnlyList<SelectListItem> Levels(string none) =>
        [new(none, nameof(CefrLevel.None)), .. Choices.Of<CefrLevel>().Where(item => item.Value != nameof(CefrLevel.None))];
}
