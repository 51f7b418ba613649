using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Matches;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Searches;
using ZOE.Matching.Search;

namespace ZOE.Matching.Web.Cards;

/// <summary>
/// What narrows a search of cards: the tuple whose class size is measured, and nothing else. A fact that a card does not show passes: unknown is not no.
/// The same filter is given to the index and holds in memory.
/// </summary>
public sealed record CardFilter
{
    /// <summary>At least this level; null = any.</summary>
    public CefrLevel? German { get; init; }

    public CardArea? Area { get; init; }

    public PlacementKind? Form { get; init; }

    public QualificationGroup? Qualification { get; init; }

    /// <summary>At least this band.</summary>
    public ExperienceBand? Experience { get; init; }

    /// <summary>Occupations as cards show them; null = any. A card without an occupation does not pass: nothing tells that it fits.</summary>
    public IReadOnlySet<Guid>? Occupations { get; init; }

    /// <summary>The filters of the criteria; values that do not exist are left out.</summary>
    public static CardFilter Of(SearchCriteria criteria)
    {
        return new CardFilter
        {
            German = Least<CefrLevel>("german", CefrLevel.None),
            Area = Least<CardArea>("area", CardArea.Any),
            Form = One<PlacementKind>("form"),
            Qualification = Least<QualificationGroup>("qualification", QualificationGroup.Unknown),
            Experience = Least<ExperienceBand>("experience", ExperienceBand.Any),
        };

        T? One<T>(string name) where T : struct, Enum =>
            criteria.Filters.Where(f => f.Name == name).SelectMany(f => f.Values).Select(v => Enum.TryParse<T>(v, out var value) && Enum.IsDefined(value) ? value : (T?)null).Where(v => v is not null).Min();

        T? Least<T>(string name, T nothing) where T : struct, Enum => One<T>(name) is { } value && !value.Equals(nothing) ? value : null;
    }

    /// <summary>Whether the card may be a hit.</summary>
    public bool Passes(AnonymousCard card) =>
        (German is not { } german || card.German == CefrLevel.None || card.German >= german)
        && (Area is not { } area || Near(area).Contains(card.Area))
        && (Form is not { } form || card.Forms.Count == 0 || card.Forms.Contains(form))
        && (Qualification is not { } qualification || card.Qualification == QualificationGroup.Unknown || card.Qualification == qualification)
        && (Experience is not { } experience || card.Experience == ExperienceBand.Any || card.Experience >= experience)
        && (Occupations is null || (card.Occupation is { } occupation && Occupations.Contains(occupation.ConceptId)));

    /// <summary>How many of the wanted facts the card really shows.</summary>
    public int Shown(AnonymousCard card) =>
        (German is not null && card.German != CefrLevel.None ? 1 : 0) + (Area is not null && card.Area != CardArea.Any ? 1 : 0) + (Form is not null && card.Forms.Count > 0 ? 1 : 0)
        + (Qualification is not null && card.Qualification != QualificationGroup.Unknown ? 1 : 0) + (Experience is not null && card.Experience != ExperienceBand.Any ? 1 : 0);

    /// <summary>The same for the index.</summary>
    public IReadOnlyList<KeywordFilter> ForIndex()
    {
        var filters = new List<KeywordFilter>();
        if (German is { } german) filters.Add(new(CardFields.German, Names<CefrLevel>(l => l == CefrLevel.None || l >= german)));
        if (Area is { } area) filters.Add(new(CardFields.Area, Names<CardArea>(Near(area).Contains)));
        if (Form is { } form) filters.Add(new(CardFields.Form, [form.ToString()]));
        if (Qualification is { } qualification) filters.Add(new(CardFields.Qualification, [QualificationGroup.Unknown.ToString(), qualification.ToString()]));
        if (Experience is { } experience)
            filters.Add(new(CardFields.Experience, [Search.Documents.ExperienceBand.Unknown.ToString(), .. Names<ExperienceBand>(b => b != ExperienceBand.Any && b >= experience)]));
        if (Occupations is not null) filters.Add(new(CardFields.Occupation, [.. Occupations.Select(o => o.ToString("N"))]));
        return filters;
    }

    /// <summary>Areas that can be the wanted one: a sector may be shown as the whole Umland.</summary>
    private static CardArea[] Near(CardArea area) => NearAreas[(int)area];

    private static readonly CardArea[][] NearAreas = [.. Enum.GetValues<CardArea>().Select<CardArea, CardArea[]>(area => area switch
    {
        CardArea.City => [CardArea.Any, CardArea.City],
        CardArea.Region => [CardArea.Any, CardArea.Region, CardArea.North, CardArea.East, CardArea.South, CardArea.West],
        CardArea.North or CardArea.East or CardArea.South or CardArea.West => [CardArea.Any, CardArea.Region, area],
        CardArea.Any => Enum.GetValues<CardArea>(),
    })];

    private static string[] Names<T>(Func<T, bool> allowed) where T : struct, Enum => [.. Enum.GetValues<T>().Where(allowed).Select(v => v.ToString())];
}
