using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Data;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Matches;
using ZOE.Matching.Domain.Searches;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Domain.Work;
using ZOE.Matching.Search.German;
using ZOE.Matching.Web.Cards;
using ZOE.Matching.Web.Texts;
using ZOE.Matching.Web.Work;

namespace ZOE.Matching.Web.Features.Employers.Candidates;

/// <summary>Brings an employer's wish to the Jobbüro as a task. The same wish twice is one task.</summary>
public sealed class CandidateRequests(MatchingDbContext db, CardReader cards, Outbox outbox, IStringLocalizer<Employing> texts)
{
    /// <summary>Working days within which the Jobbüro answers.</summary>
    public const int WorkingDays = 2;

    internal static string RequestKey(Guid vacancyId) => $"{WorkTaskKind.CandidateRequest}:{vacancyId:N}";

    internal static string InterestPrefix(Guid vacancyId) => $"card-interest:{vacancyId:N}:";

    /// <summary>"Please find someone": to whom the employer belongs, else to all of the Arbeitgeberservice.</summary>
    public Task AskAsync(Vacancy vacancy, CancellationToken stop) =>
        RequestAsync(RequestKey(vacancy.Id), vacancy.EmployerId, vacancy.Id, texts["Candidates.RequestTask", vacancy.Title, vacancy.Reference], stop);

    /// <summary>"Please find someone" for a search of profiles; the same search once a day.</summary>
    /// <param name="lines">The search in words, as the employer reads it.</param>
    public Task AskAsync(Guid employerId, SearchCriteria criteria, IReadOnlyList<string> lines, CancellationToken stop) =>
        RequestAsync(RequestKey(employerId, criteria), employerId, null, texts["Profiles.RequestTask", string.Join(" · ", lines)], stop);

    /// <summary>The employer has asked for this search today.</summary>
    public Task<bool> IsAskedAsync(Guid employerId, SearchCriteria criteria, CancellationToken stop)
    {
        var key = RequestKey(employerId, criteria);
        return db.Tasks.AnyAsync(t => t.BusinessKey == key, stop);
    }

    private string RequestKey(Guid employerId, SearchCriteria criteria)
    {
        var search = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{GermanText.Fold(criteria.Words)}|{criteria.FilterText}")))[..24];
        return $"{WorkTaskKind.CandidateRequest}:{employerId:N}:{outbox.Today:yyyyMMdd}:{search}";
    }

    private Task RequestAsync(string key, Guid employerId, Guid? vacancyId, string text, CancellationToken stop) => OnceAsync(key, async _ => new WorkTask
    {
        Kind = WorkTaskKind.CandidateRequest,
        BusinessKey = key,
        OwnerId = await db.Employers.Where(e => e.Id == employerId).Select(e => e.OwnerId).SingleAsync(stop),
        ForDuty = Duty.EmployerService,
        DueOn = DueOn,
        Text = text,
        EmployerId = employerId,
        VacancyId = vacancyId,
        CreatedAtUtc = outbox.Now,
    }, stop);

    /// <summary>Gives the code to the client's coach. The employer learns nothing of the client, not even whether the coach asked.</summary>
    /// <returns>False when the employer cannot see a card with this code for this vacancy now.</returns>
    public async Task<bool> TellInterestAsync(Vacancy vacancy, string? code, CancellationToken stop)
    {
        if (Written(code) is not { } written || !(await cards.FittingClientsAsync(vacancy.Id, vacancy.EmployerId, stop)).TryGetValue(written, out var id)) return false;
        await TellAsync(vacancy, written, id, stop);
        return true;
    }

    /// <summary>The same for a card of a search of profiles, which need not fit the vacancy by its requirements.</summary>
    /// <returns>False when the employer cannot see a card with this code now.</returns>
    public async Task<bool> TellInterestInFoundAsync(Vacancy vacancy, string? code, CancellationToken stop)
    {
        if (Written(code) is not { } written || await cards.ClientOfCodeAsync(written, vacancy.EmployerId, stop) is not { } id) return false;
        await TellAsync(vacancy, written, id, stop);
        return true;
    }

    private static string? Written(string? code) => CardCodes.IsValid(code) ? code!.Trim().ToUpperInvariant() : null;

    private Task TellAsync(Vacancy vacancy, string written, Guid id, CancellationToken stop) =>
        OnceAsync($"{InterestPrefix(vacancy.Id)}{id:N}", async key => new WorkTask
        {
            Kind = WorkTaskKind.Own,
            BusinessKey = key,
            OwnerId = await db.Clients.Where(c => c.Id == id).Select(c => c.CoachId).SingleAsync(stop),
            DueOn = DueOn,
            Text = texts["Candidates.InterestTask", await db.Employers.Where(e => e.Id == vacancy.EmployerId).Select(e => e.Name).SingleAsync(stop), vacancy.Title, vacancy.Reference, written],
            ClientId = id,
            EmployerId = vacancy.EmployerId,
            VacancyId = vacancy.Id,
            CreatedAtUtc = outbox.Now,
        }, stop);

    private DateOnly DueOn => Domain.Law.WorkingDays.After(outbox.Today, WorkingDays);

    private async Task OnceAsync(string key, Func<string, Task<WorkTask>> make, CancellationToken stop)
    {
        if (await db.Tasks.AnyAsync(t => t.BusinessKey == key, stop)) return;
        outbox.Task(await make(key));
        // A second click that came at the same time has made it already: that is what was wanted.
        await db.SaveOrRefuseAsync();
    }
}
