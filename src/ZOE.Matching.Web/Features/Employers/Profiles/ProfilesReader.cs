using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Matches;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Web.Cards;
using ZOE.Matching.Web.Features.Employers.Candidates;
using ZOE.Matching.Web.Searching;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Employers.Profiles;

/// <summary>Reads the page of a search of profiles.</summary>
public sealed class ProfilesReader(OwnRecords own, CandidateSearch search, CandidateRequests requests, CurrentUser user, TimeProvider clock, IStringLocalizer<Employing> texts)
{
    /// <summary>Most vacancies to choose from, the newest first.</summary>
    private const int MostVacancies = 50;

    public async Task<ProfilesPage> PageAsync(Employer employer, ProfileSearch asked, CancellationToken stop)
    {
        var page = new ProfilesPage(asked, Filters(asked), null, [], [], false);
        if (employer.Approval != ApprovalState.Approved) return page;
        var today = clock.Today();
        var found = await search.FindAsync(asked.Criteria, employer.Id, user.Viewer, stop);
        return page with
        {
            Found = found,
            Chips = [.. Chips(asked, found.Meaning)],
            Vacancies = await own.Vacancies.Where(v => v.State == VacancyState.Published && v.ExpiresOn >= today).OrderByDescending(v => v.PublishedAtUtc).ThenBy(v => v.Id)
                .Take(MostVacancies).Select(v => new VacancyChoice(v.Id, v.Title)).ToListAsync(stop),
            Asked = !asked.IsEmpty && await requests.IsAskedAsync(employer.Id, asked.Criteria, stop),
        };
    }

    private List<ProfileFilter> Filters(ProfileSearch asked)
    {
        return
        [
            Of("german", Enum.GetValues<CefrLevel>().Where(l => l != CefrLevel.None)),
            Of("area", [CardArea.City, CardArea.North, CardArea.East, CardArea.South, CardArea.West, CardArea.Region]),
            Of("form", Enum.GetValues<PlacementKind>()),
            Of("qualification", Enum.GetValues<QualificationGroup>().Where(q => q != QualificationGroup.Unknown)),
            Of("experience", Enum.GetValues<ExperienceBand>().Where(b => b != ExperienceBand.Any)),
        ];

        ProfileFilter Of<T>(string name, IEnumerable<T> values) where T : struct, Enum => new(
            name, texts[$"Profiles.Filter.{name}"],
            [.. values.Select(v => new FacetChoice(v.ToString(), Label.Of(v), null, asked.Filters.GetValueOrDefault(name) == v.ToString()))]);
    }

    /// <summary>What counts, each with the address without it.</summary>
    private IEnumerable<ChipView> Chips(ProfileSearch asked, CandidateMeaning meaning)
    {
        foreach (var word in meaning.Occupations) yield return Word("Profiles.Chip.Occupation", word);
        foreach (var word in meaning.Competences) yield return Word("Profiles.Chip.Competence", word);
        foreach (var word in meaning.AsFilter) yield return Word("Profiles.Chip.Fact", word);
        foreach (var filter in Filters(asked))
        {
            if (filter.Choices.FirstOrDefault(c => c.Chosen) is { } chosen)
                yield return new ChipView(texts["Profiles.Chip.Filter", filter.Label, chosen.Label], asked.Without(filter.Name).Address);
        }

        ChipView Word(string key, ReadWord word) => new(texts[key, word.Label], asked.WithWord(word.Typed, null).Address);
    }
}
