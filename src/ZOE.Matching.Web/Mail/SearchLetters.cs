using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Mail;
using ZOE.Matching.Domain.Searches;
using ZOE.Matching.Web.Links;
using ZOE.Matching.Web.Matches;

namespace ZOE.Matching.Web.Mail;

/// <summary>Letters about new hits of a saved search, each with the link that stops it. Titles are of vacancies and courses that are open now; candidates are a rounded number.</summary>
public sealed class SearchLetters(MatchingDbContext db, LinkDesk links, LetterFrame frame, MatchFacts facts)
{
    /// <summary>Most titles in a letter; the page has the rest.</summary>
    public const int MostTitles = 10;

    /// <summary>Path of the link that stops a search, before its token.</summary>
    public const string StopPath = "/answer/stop/";

    public async Task<Writing> HitsAsync(MailItem mail, CancellationToken stop)
    {
        var owner = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == mail.UserId && !u.Disabled && !u.NoNoticeMails, stop);
        var search = await db.SavedSearches.AsNoTracking().SingleOrDefaultAsync(s => s.Id == mail.RecordId && s.StoppedAtUtc == null, stop);
        var link = await db.AnswerLinks.AsNoTracking().SingleOrDefaultAsync(l => l.Id == mail.LinkId, stop);
        if (owner is null || search is null || link is null || !SavedSearchRules.KindsOf(owner.Role).Contains(search.Kind)) return Writing.Void;
        if (await HitsTextAsync(mail, search, stop) is not { } hits) return Writing.Void;
        var stopAddress = frame.Address(StopPath + await links.TokenOfAsync(link));
        var writing = frame.Compose(mail, owner.Email, owner.DisplayName, $"SavedSearch{search.Kind}",
            LetterFrame.OneLine(search.Name), hits, frame.Address($"/account/searches/{search.Id}"), stopAddress);
        return writing.Letter is { } letter ? writing with { Letter = letter with { StopAddress = stopAddress } } : writing;
    }

    /// <summary>Null when none of the hits is open any more.</summary>
    private async Task<string?> HitsTextAsync(MailItem mail, SavedSearch search, CancellationToken stop)
    {
        if (search.Kind == SavedSearchKind.Candidates) return search.ToldTens == 0 ? null : search.ToldTens.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var ids = await db.SavedSearchHits.Where(h => h.LookId == mail.Id).Select(h => h.RecordId).ToListAsync(stop);
        var titles = search.Kind == SavedSearchKind.Vacancies
            ? await facts.OpenVacancies.Where(v => ids.Contains(v.Id)).OrderBy(v => v.Title).ThenBy(v => v.Id).Select(v => v.Title).ToListAsync(stop)
            : await facts.OpenCourses.Where(c => ids.Contains(c.Id)).OrderBy(c => c.Title).ThenBy(c => c.Id).Select(c => c.Title).ToListAsync(stop);
        if (titles.Count == 0) return null;
        var lines = titles.Take(MostTitles).Select(t => "- " + LetterFrame.OneLine(t)).ToList();
        if (titles.Count > MostTitles) lines.Add(frame.Text("SavedSearch.More", titles.Count - MostTitles));
        return string.Join('\n', lines);
    }
}
