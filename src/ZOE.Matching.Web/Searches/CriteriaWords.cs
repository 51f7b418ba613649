using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Data;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Matches;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Domain.Searches;
using ZOE.Matching.Web.Matches;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Searches;

/// <summary>Says criteria in words for their owner.</summary>
public sealed class CriteriaWords(MatchingDbContext db, VocabularyCache vocabulary, IStringLocalizer<SavedSearches> texts)
{
    /// <summary>One line for each criterion, e.g. "Deutsch: B1 oder B2".</summary>
    public async Task<IReadOnlyList<string>> OfAsync(SearchCriteria criteria, CancellationToken stop)
    {
        var lines = new List<string>();
        if (criteria.Words.Length > 0) lines.Add(texts["Criteria.Words", criteria.Words]);
        if (criteria.PlaceCode is { } code)
        {
            var name = (await vocabulary.GetAsync(stop)).Places.Find(code, 0)?.Name ?? code;
            lines.Add(criteria.RadiusKm == 0 ? texts["Criteria.Place", name] : texts["Criteria.Around", name, criteria.RadiusKm]);
        }

        foreach (var filter in criteria.Filters)
        {
            var names = await NamesAsync(filter, stop);
            lines.Add(texts["Criteria.Filter", texts[$"Filter.{filter.Name}"], string.Join(texts["Criteria.Or"], filter.Values.Select(v => names.GetValueOrDefault(v) ?? Word(filter.Name, v)))]);
        }

        return lines;
    }

    /// <summary>Names of what is chosen by id or code.</summary>
    private async Task<Dictionary<string, string>> NamesAsync(SearchFilter filter, CancellationToken stop)
    {
        var ids = filter.Values.Select(v => Guid.TryParseExact(v, "N", out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).ToList();
        return filter.Name switch
        {
            "occupation" or "competence" or "certificate" or "licence" => await db.Concepts.Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id.ToString("N"), c => c.Label, stop),
            "employer" => await db.Employers.Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id.ToString("N"), e => e.Name, stop),
            "provider" => await db.Providers.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id.ToString("N"), p => p.Name, stop),
            "instrument" => await db.Instruments.Where(i => filter.Values.Contains(i.Code)).ToDictionaryAsync(i => i.Code, i => i.Name, stop),
            "branch" => await db.Branches.Where(b => filter.Values.Contains(b.Code)).ToDictionaryAsync(b => b.Code, b => b.Name, stop),
            _ => [],
        };
    }

    private string Word(string filter, string value) => filter switch
    {
        "kind" or "form" => LabelOf<PlacementKind>(value),
        "german" or "levelfrom" or "levelto" => LabelOf<CefrLevel>(value),
        "shift" => LabelOf<Shifts>(value),
        "access" => LabelOf<AccessRoute>(value),
        "mode" => LabelOf<CourseMode>(value),
        "area" => LabelOf<CardArea>(value),
        "qualification" => LabelOf<QualificationGroup>(value),
        _ => texts[$"Value.{value}"] is { ResourceNotFound: false } known ? known.Value : value,
    };

    private static string LabelOf<T>(string value) where T : struct, Enum => Enum.TryParse<T>(value, out var known) ? Label.Of(known) : value;
}
