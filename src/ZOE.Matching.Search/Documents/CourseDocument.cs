using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Search.German;

namespace ZOE.Matching.Search.Documents;

/// <summary>What the index learns of a course. Texts become tokens and are not kept.</summary>
public sealed record CourseInput
{
    /// <summary>Id of the course.</summary>
    public required Guid CourseId { get; init; }

    /// <summary>External version from the outbox.</summary>
    public required long Version { get; init; }

    /// <summary>Träger who offers it.</summary>
    public required Guid ProviderId { get; init; }

    /// <summary>Title as written.</summary>
    public required string Title { get; init; }

    /// <summary>Description as written.</summary>
    public string? Description { get; init; }

    /// <summary>Competences gained.</summary>
    public IReadOnlyList<NamedConcept> Competences { get; init; } = [];

    /// <summary>Certificates gained.</summary>
    public IReadOnlyList<NamedConcept> Certificates { get; init; } = [];

    /// <summary>Code and name of the legal instrument.</summary>
    public required string InstrumentCode { get; init; }

    /// <summary>Name of the instrument, to be found by.</summary>
    public string? InstrumentName { get; init; }

    /// <summary>Code of the branch, if any.</summary>
    public string? BranchCode { get; init; }

    /// <summary>Name of the branch, to be found by.</summary>
    public string? BranchName { get; init; }

    /// <summary>How people get in.</summary>
    public required AccessRoute Access { get; init; }

    /// <summary>State word, e.g. Published.</summary>
    public required string Status { get; init; }

    /// <summary>AGS of the municipality of the course.</summary>
    public required string PlaceAgs { get; init; }

    /// <summary>When lessons take place.</summary>
    public required CourseMode Mode { get; init; }

    /// <summary>Hours a week.</summary>
    public required int HoursPerWeek { get; init; }

    /// <summary>German needed.</summary>
    public CefrLevel LevelFrom { get; init; }

    /// <summary>German reached.</summary>
    public CefrLevel LevelTo { get; init; }

    /// <summary>First day.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>Last day of enrolment.</summary>
    public DateOnly? EnrolUntilOn { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly? EndsOn { get; init; }
}

/// <summary>Builds the document of a course.</summary>
public static class CourseDocument
{
    /// <summary>Values of <see cref="CourseFields.Hours"/>: up to 15, 16 to 30, over 30 hours a week.</summary>
    public const string FewHours = "UpTo15", SomeHours = "16To30", ManyHours = "Over30";

    /// <summary>The finished document.</summary>
    public static SearchDocument Build(CourseInput input, GermanText text)
    {
        var draft = new DocumentDraft();
        draft.Tokens.AddRange(text.ForDocument(SearchField.Title, input.Title));
        draft.Tokens.AddRange(text.ForDocument(SearchField.Text, input.InstrumentName));
        draft.Tokens.AddRange(text.ForDocument(SearchField.Text, input.Description));
        draft.Tokens.AddRange(text.ForDocument(SearchField.Text, TermOf(input.Mode)));
        draft.Tokens.AddRange(text.ForDocument(SearchField.Text, input.BranchName));
        Gains(draft, text, CourseFields.Competence, input.Competences);
        Gains(draft, text, CourseFields.Certificate, input.Certificates);
        // "Deutsch A1" means a course to A1 first, but also one for people who have it.
        if (input.LevelFrom != CefrLevel.None)
            draft.Tokens.AddRange(text.ForDocument(SearchField.Text, input.LevelFrom.ToString()));
        if (input.LevelTo != CefrLevel.None)
            draft.Tokens.AddRange(text.ForDocument(SearchField.Competence, $"Deutsch {input.LevelTo}"));
        draft.Keyword(CourseFields.Provider, input.ProviderId);
        draft.Keyword(CourseFields.Instrument, input.InstrumentCode);
        draft.Keyword(CourseFields.Branch, input.BranchCode);
        draft.Keyword(CourseFields.Access, input.Access);
        draft.Keyword(CourseFields.Status, input.Status);
        draft.Keyword(CourseFields.Place, input.PlaceAgs);
        draft.Keyword(CourseFields.Mode, input.Mode);
        draft.Keyword(CourseFields.Hours, input.HoursPerWeek <= 15 ? FewHours : input.HoursPerWeek <= 30 ? SomeHours : ManyHours);
        draft.Keyword(CourseFields.LevelFrom, input.LevelFrom);
        draft.Keyword(CourseFields.LevelTo, input.LevelTo);
        draft.Day(CourseFields.StartsOn, input.StartsOn);
        draft.Day(CourseFields.EnrolUntilOn, input.EnrolUntilOn);
        draft.Day(CourseFields.EndsOn, input.EndsOn);
        return draft.Finish(SearchKind.Courses, input.CourseId, input.Version);
    }

    private static string TermOf(CourseMode mode) => mode switch
    {
        CourseMode.FullTime => "Vollzeit",
        CourseMode.PartTime => "Teilzeit",
        CourseMode.Evening => "Abendkurs",
        CourseMode.Online => "Onlinekurs",
    };

    private static void Gains(DocumentDraft draft, GermanText text, string field, IReadOnlyList<NamedConcept> gains)
    {
        foreach (var gain in gains)
        {
            draft.Named(text, SearchField.Competence, gain);
            if (gain.ConceptId is { } concept)
                draft.Keyword(field, concept);
        }
    }
}
