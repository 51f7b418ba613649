using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Data;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Matches;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Domain.Work;
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
    public Task AskAsync(Vacancy vacancy, CancellationToken stop) => OnceAsync(RequestKey(vacancy.Id), async key =>
    {
        var employer = await db.Employers.AsNoTracking().SingleAsync(e => e.Id == vacancy.EmployerId, stop);
        return new WorkTask
        {
            Kind = WorkTaskKind.CandidateRequest,
            BusinessKey = key,
            OwnerId = employer.OwnerId,
            ForDuty = Duty.EmployerService,
            DueOn = DueOn,
            Text = texts["Candidates.RequestTask", vacancy.Title, vacancy.Reference],
            EmployerId = vacancy.EmployerId,
            VacancyId = vacancy.Id,
            CreatedAtUtc = outbox.Now,
        };
    }, stop);

    /// <summary>Gives the code to the client's coach. The employer learns nothing of the client, not even whether the coach asked.</summary>
    /// <returns>False when the employer cannot see a card with this code for this vacancy now.</returns>
    public async Task<bool> TellInterestAsync(Vacancy vacancy, string? code, CancellationToken stop)
    {
        if (!CardCodes.IsValid(code)) return false;
        var written = code!.Trim().ToUpperInvariant();
        if (!(await cards.FittingClientsAsync(vacancy.Id, vacancy.EmployerId, stop)).TryGetValue(written, out var id)) return false;
        await OnceAsync($"{InterestPrefix(vacancy.Id)}{id:N}", async key => new WorkTask
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
        return true;
    }

    private DateOnly DueOn
    {
        get
        {
            var day = outbox.Today;
            for (var left = WorkingDays; left > 0;)
            {
                day = day.AddDays(1);
                if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) left--;
            }

            return day;
        }
    }

    private async Task OnceAsync(string key, Func<string, Task<WorkTask>> make, CancellationToken stop)
    {
        if (await db.Tasks.AnyAsync(t => t.BusinessKey == key, stop)) return;
        outbox.Task(await make(key));
        // A second click that came at the same time has made it already: that is what was wanted.
        await db.SaveOrRefuseAsync();
    }
}
