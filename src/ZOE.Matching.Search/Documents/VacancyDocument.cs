using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Search.German;

namespace ZOE.Matching.Search.Documents;

/// <summary>A name as typed, and its concept where it was linked.</summary>
/// <param name="Typed">The typed words.</param>
/// <param name="ConceptId">Concept of the vocabulary, if known.</param>
public readonly record struct NamedConcept(string Typed, Guid? ConceptId);

/// <summary>What the index learns of a vacancy. Texts become tokens and are not kept.</summary>
public sealed record VacancyInput
{
    /// <summary>Id of the vacancy.</summary>
    public required Guid VacancyId { get; init; }

    /// <summary>External version from the outbox.</summary>
    public required long Version { get; init; }

    /// <summary>Employer who offers it.</summary>
    public required Guid EmployerId { get; init; }

    /// <summary>Title as written.</summary>
    public required string Title { get; init; }

    /// <summary>Other names of the same work; each weighs as much as the title.</summary>
    public IReadOnlyList<string> AlternativeTitles { get; init; } = [];

    /// <summary>Occupation of the vocabulary, if linked.</summary>
    public Guid? OccupationId { get; init; }

    /// <summary>Description as written.</summary>
    public string? Description { get; init; }

    /// <summary>Required and wished competences, certificates, licences.</summary>
    public IReadOnlyList<NamedConcept> Requirements { get; init; } = [];

    /// <summary>Job, Praktikum, Probebeschäftigung, Ausbildung, Umschulung.</summary>
    public required PlacementKind Kind { get; init; }

    /// <summary>State word, e.g. Published.</summary>
    public required string Status { get; init; }

    /// <summary>AGS of the municipality of the work.</summary>
    public required string PlaceAgs { get; init; }

    /// <summary>Spoken German asked for.</summary>
    public CefrLevel German { get; init; }

    /// <summary>Hours a week.</summary>
    public required int HoursPerWeek { get; init; }

    /// <summary>Working times.</summary>
    public Shifts Shifts { get; init; }

    /// <summary>Contract words to filter by, e.g. Permanent, FixedTerm, Minijob, TemporaryAgency.</summary>
    public IReadOnlyList<string> Contract { get; init; } = [];

    /// <summary>Licences asked for, as their class, e.g. B.</summary>
    public IReadOnlyList<string> Licences { get; init; } = [];

    /// <summary>First day shown.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>First day of work.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>Last day shown.</summary>
    public DateOnly? ExpiresOn { get; init; }
}

/// <summary>Builds the document of a vacancy.</summary>
public static class VacancyDocument
{
    /// <summary>Hours a week from which work counts as full time.</summary>
    public const int FullTimeHours = 35;

    /// <summary>Values of <see cref="VacancyFields.WorkingTime"/>.</summary>
    public const string FullTime = "FullTime", PartTime = "PartTime";

    /// <summary>The finished document.</summary>
    public static SearchDocument Build(VacancyInput input, GermanText text)
    {
        var draft = new DocumentDraft();
        draft.Named(text, SearchField.Title, new NamedConcept(input.Title, input.OccupationId));
        foreach (var alternative in input.AlternativeTitles)
            draft.Tokens.AddRange(text.ForDocument(SearchField.Title, alternative));
        draft.Tokens.AddRange(text.ForDocument(SearchField.Text, input.Description));
        foreach (var word in Words(input))
            draft.Tokens.AddRange(text.ForDocument(SearchField.Text, word));
        if (input.German != CefrLevel.None)
            draft.Tokens.AddRange(text.ForDocument(SearchField.Competence, input.German.ToString()));
        foreach (var requirement in input.Requirements)
        {
            draft.Named(text, SearchField.Competence, requirement);
            if (requirement.ConceptId is { } concept)
                draft.Keyword(VacancyFields.Competence, concept);
        }
        if (input.OccupationId is { } occupation)
            draft.Keyword(VacancyFields.Occupation, occupation);
        draft.Keyword(VacancyFields.Employer, input.EmployerId);
        draft.Keyword(VacancyFields.Kind, input.Kind);
        draft.Keyword(VacancyFields.Status, input.Status);
        draft.Keyword(VacancyFields.Place, input.PlaceAgs);
        draft.Keyword(VacancyFields.German, input.German);
        draft.Keyword(VacancyFields.WorkingTime, input.HoursPerWeek >= FullTimeHours ? FullTime : PartTime);
        foreach (var shift in Enum.GetValues<Shifts>().Where(s => s != Shifts.None && input.Shifts.HasFlag(s)))
            draft.Keyword(VacancyFields.Shift, shift);
        foreach (var word in input.Contract)
            draft.Keyword(VacancyFields.Contract, word);
        foreach (var licence in input.Licences)
            draft.Keyword(VacancyFields.Licence, licence);
        draft.Day(VacancyFields.PublishedOn, input.PublishedOn);
        draft.Day(VacancyFields.StartsOn, input.StartsOn);
        draft.Day(VacancyFields.ExpiresOn, input.ExpiresOn);
        return draft.Finish(SearchKind.Vacancies, input.VacancyId, input.Version);
    }

    /// <summary>What people type for the facts that are filters: kind, working time, shifts.</summary>
    private static IEnumerable<string> Words(VacancyInput input)
    {
        if (input.Kind switch
        {
            PlacementKind.Internship => "Praktikum",
            PlacementKind.TrialEmployment => "Probebeschäftigung",
            PlacementKind.Apprenticeship => "Ausbildung",
            PlacementKind.InCompanyRetraining => "Betriebliche Einzelumschulung",
            PlacementKind.Job => null,
        } is { } kind)
            yield return kind;
        yield return input.HoursPerWeek >= FullTimeHours ? "Vollzeit" : "Teilzeit";
        if (input.Contract.Contains("Minijob"))
            yield return "Minijob";
        foreach (var (shift, word) in new[] { (Shifts.Early, "Frühschicht"), (Shifts.Late, "Spätschicht"), (Shifts.Night, "Nachtschicht"), (Shifts.Weekend, "Wochenendarbeit") })
        {
            if (input.Shifts.HasFlag(shift))
                yield return word;
        }
    }
}
