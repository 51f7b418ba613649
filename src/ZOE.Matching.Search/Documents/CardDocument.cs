using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Search.German;
using CardArea = ZOE.Matching.Domain.Matches.CardArea;

namespace ZOE.Matching.Search.Documents;

/// <summary>Years of practice in bands, as an employer may see them.</summary>
public enum ExperienceBand
{
    /// <summary>Not known, or none.</summary>
    Unknown,

    /// <summary>Under two years.</summary>
    UnderTwo,

    /// <summary>Two to five years.</summary>
    TwoToFive,

    /// <summary>Over five years.</summary>
    OverFive,
}

/// <summary>Wanted working time, coarse.</summary>
public enum CardWorkingTime
{
    /// <summary>Not known, or open.</summary>
    Open,

    /// <summary>From 35 hours a week.</summary>
    FullTime,

    /// <summary>Under 35 hours a week.</summary>
    PartTime,
}

/// <summary>A month, without a day.</summary>
/// <param name="Year">2020 to 2100.</param>
/// <param name="Month">1 to 12.</param>
public readonly record struct CardMonth(int Year, int Month);

/// <summary>One competence of a card: an id of the vocabulary, never a text.</summary>
/// <param name="ConceptId">Concept of the vocabulary; its label comes from the lexicon.</param>
/// <param name="Level">How sure the person is in it.</param>
public readonly record struct CardCompetence(Guid ConceptId, SkillLevel Level);

/// <summary>
/// All that an anonymous card is made of, already generalised by the caller to classes that are large enough.
/// No member can hold a text, so no name, contact, origin, age, sex or note can reach the index.
/// </summary>
public sealed record CardInput
{
    /// <summary>Id of the profile.</summary>
    public required Guid ProfileId { get; init; }

    /// <summary>External version from the outbox.</summary>
    public required long Version { get; init; }

    /// <summary>Occupations of the vocabulary, generalised.</summary>
    public required IReadOnlyList<Guid> OccupationIds { get; init; }

    /// <summary>Highest qualification.</summary>
    public required QualificationGroup Qualification { get; init; }

    /// <summary>At most twelve competences.</summary>
    public required IReadOnlyList<CardCompetence> Competences { get; init; }

    /// <summary>German level.</summary>
    public required CefrLevel German { get; init; }

    /// <summary>Practice.</summary>
    public required ExperienceBand Experience { get; init; }

    /// <summary>City, sector, Umland, or not shown.</summary>
    public required CardArea Area { get; init; }

    /// <summary>Working time; ranks only.</summary>
    public CardWorkingTime WorkingTime { get; init; }

    /// <summary>Available from; ranks only.</summary>
    public CardMonth? AvailableFrom { get; init; }

    /// <summary>Wanted forms of work; none = open to each.</summary>
    public required IReadOnlyList<PlacementKind> Forms { get; init; }
}

/// <summary>Builds the document of an anonymous candidate card.</summary>
public static class CardDocument
{
    /// <summary>Most competences on a card.</summary>
    public const int MaxCompetences = 12;

    /// <summary>The finished document; throws <see cref="ArgumentException"/> for more than twelve competences.</summary>
    public static SearchDocument Build(CardInput input, GermanText text)
    {
        if (input.Competences.Count > MaxCompetences)
            throw new ArgumentException($"A card shows at most {MaxCompetences} competences.", nameof(input));
        var draft = new DocumentDraft();
        foreach (var occupation in input.OccupationIds)
        {
            draft.Tokens.AddRange(text.ForConcept(SearchField.Title, occupation));
            draft.Keyword(CardFields.Occupation, occupation.ToString("N"));
        }
        foreach (var competence in input.Competences)
        {
            draft.Tokens.AddRange(text.ForConcept(SearchField.Competence, competence.ConceptId));
            for (var level = SkillLevel.Basic; level <= competence.Level; level++)
                draft.Tokens.Add(new SearchToken(SearchField.Competence, TokenClass.Exact, LevelToken(competence.ConceptId, level)));
        }
        draft.Keyword(CardFields.Qualification, input.Qualification);
        draft.Keyword(CardFields.German, input.German);
        draft.Keyword(CardFields.Experience, input.Experience);
        draft.Keyword(CardFields.Area, input.Area);
        // Who shows no form is open to each.
        foreach (var form in input.Forms.Count > 0 ? input.Forms : Enum.GetValues<PlacementKind>())
            draft.Keyword(CardFields.Form, form);
        draft.Tokens.Add(new SearchToken(SearchField.Text, TokenClass.Exact, WorkingTimeToken(input.WorkingTime)));
        if (input.AvailableFrom is { } month)
            draft.Tokens.Add(new SearchToken(SearchField.Text, TokenClass.Exact, MonthToken(month)));
        return draft.Finish(SearchKind.Cards, input.ProfileId, input.Version);
    }

    /// <summary>Token that ranks cards with this competence at this level or above.</summary>
    public static string LevelToken(Guid conceptId, SkillLevel level) => $"c:{conceptId:N}@{(int)level}";

    /// <summary>Token that ranks cards by working time.</summary>
    public static string WorkingTimeToken(CardWorkingTime time) => "time:" + time.ToString().ToLowerInvariant();

    /// <summary>Token that ranks cards by the month they are free from.</summary>
    public static string MonthToken(CardMonth month) => FormattableString.Invariant($"month:{month.Year:0000}-{month.Month:00}");
}
