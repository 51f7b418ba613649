using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Reference;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Domain.Work;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Work;

namespace ZOE.Matching.Web.Vacancies;

/// <summary>Saves, publishes, closes and extends vacancies, whoever enters them: employer or coach. Callers hand over records that they may touch.</summary>
public sealed class VacancyDesk(MatchingDbContext db, CurrentUser user, Outbox outbox, VacancyWriter writer)
{
    // Each lost try means that another vacancy got its number, so as many may be lost as are saved at once.
    private const int TriesForNumber = 50;

    /// <summary>Everything that speaks against what was entered, each at its field; the annotations of the form come on top.</summary>
    public async Task<IReadOnlyList<Refusal>> CheckAsync(VacancyForm form, Guid employerId, CancellationToken stop = default)
    {
        var refusals = new List<Refusal>();
        if (!WageText.TryRead(form.Wage, out var cents)) refusals.Add(new Refusal("Vacancy.WageWrong") { Field = nameof(form.Wage) });
        refusals.AddRange(VacancyWriter.TermsOf(form, cents).Check(outbox.Today));
        // An amount that cannot be read is not missing.
        if (refusals.Any(r => r.Code == "Vacancy.WageWrong")) refusals.RemoveAll(r => r.Code == "Vacancy.WageMissing");
        refusals.AddRange(VacancyWriter.CheckRows(form));
        if (!string.IsNullOrEmpty(form.PlaceAgs) && !await db.Places.AnyAsync(p => p.Ags == form.PlaceAgs, stop))
            refusals.Add(new Refusal("Vacancy.PlaceUnknown") { Field = nameof(form.PlaceAgs) });
        if (!string.IsNullOrEmpty(form.BranchCode) && !await db.Branches.AnyAsync(b => b.Code == form.BranchCode, stop))
            refusals.Add(new Refusal("Vacancy.BranchUnknown") { Field = nameof(form.BranchCode) });
        if (form.ContactId is { } contact && !await db.EmployerContacts.AnyAsync(c => c.Id == contact && c.EmployerId == employerId, stop))
            refusals.Add(new Refusal("Vacancy.ContactUnknown") { Field = nameof(form.ContactId) });
        return refusals;
    }

    /// <summary>Saves a new draft under a new number (S-26-0001). The form must have passed <see cref="CheckAsync"/> and its annotations.</summary>
    public async Task<Vacancy> CreateAsync(Guid employerId, VacancyForm form, CancellationToken stop = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await db.InWriteTransactionAsync(async () =>
                {
                    var vacancy = new Vacancy
                    {
                        EmployerId = employerId,
                        Reference = await NextReferenceAsync(stop),
                        Title = form.Title,
                        PlaceAgs = form.PlaceAgs,
                        CreatedAtUtc = outbox.Now,
                    };
                    await writer.WriteAsync(form, vacancy, outbox.Today, stop);
                    db.Add(vacancy);
                    await db.SaveChangesAsync(stop);
                    return vacancy;
                }, stop);
            }
            catch (DbUpdateException exception) when ((UniqueKeys.IsViolatedIn(exception) || exception is DbUpdateConcurrencyException) && attempt < TriesForNumber)
            {
                // Another one took the number between reading and saving, or the database chose the other of two that waited for each other.
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>Saves changes of an existing one (requirements loaded); a published one stays published, so a doubtful wording needs its reason here too.</summary>
    public async Task<Decision> SaveAsync(Vacancy vacancy, VacancyForm form, CancellationToken stop = default)
    {
        db.Expect(vacancy, form.Version);
        await writer.WriteAsync(form, vacancy, outbox.Today, stop);
        if (vacancy.State == VacancyState.Published && Told(vacancy, form.LintReason) is { } refusal)
        {
            db.ChangeTracker.Clear();
            return refusal with { Field = nameof(form.LintReason) };
        }

        return await db.SaveOrRefuseAsync() is { } lost ? lost : Decision.Accepted;
    }

    /// <summary>Publishes a draft, or again what was closed or has expired. A doubtful wording needs a reason; staff are told of it.</summary>
    /// <param name="version">Version that the publisher has seen.</param>
    public async Task<Decision> PublishAsync(Vacancy vacancy, int version, string? lintReason, CancellationToken stop = default)
    {
        db.Expect(vacancy, version);
        var employer = await db.Employers.SingleAsync(e => e.Id == vacancy.EmployerId, stop);
        if (vacancy.Publish(employer, outbox.Now).Refusal is { } refused) return Undone(refused);
        if (Told(vacancy, lintReason) is { } refusal) return Undone(refusal with { Field = "LintReason" });
        return await db.SaveOrRefuseAsync() is { } lost ? lost : Decision.Accepted;
    }

    /// <summary>Takes it off the market; the reason is a code of the reasons of kind VacancyClosed.</summary>
    public async Task<Decision> CloseAsync(Vacancy vacancy, string? reasonCode, CancellationToken stop = default)
    {
        if (vacancy.State == VacancyState.Closed) return new Refusal("Vacancy.NotOpen");
        if (string.IsNullOrEmpty(reasonCode) || !await db.Reasons.AnyAsync(r => r.Kind == ReasonKind.VacancyClosed && r.Code == reasonCode, stop))
            return new Refusal("Vacancy.CloseReasonMissing") { Field = "Reason" };
        vacancy.Close(reasonCode);
        return await db.SaveOrRefuseAsync() is { } lost ? lost : Decision.Accepted;
    }

    /// <summary>Shows it until another day; one that has expired is shown again (its wording was judged when it was published).</summary>
    public async Task<Decision> ExtendAsync(Vacancy vacancy, DateOnly until, CancellationToken stop = default)
    {
        if (until > outbox.Today.AddDays(VacancyTerms.LongestShownDays)) return new Refusal("Vacancy.ExpiryTooFar") { Field = nameof(Vacancy.ExpiresOn) };
        if (until < outbox.Today) return new Refusal("Vacancy.ExpiryInPast") { Field = nameof(Vacancy.ExpiresOn) };
        vacancy.ExpiresOn = until;
        if (vacancy.State == VacancyState.Expired)
        {
            var employer = await db.Employers.SingleAsync(e => e.Id == vacancy.EmployerId, stop);
            if (vacancy.Publish(employer, outbox.Now).Refusal is { } refusal) return Undone(refusal);
        }

        return await db.SaveOrRefuseAsync() is { } lost ? lost : Decision.Accepted;
    }

    /// <summary>What the texts may offend against.</summary>
    public static IReadOnlyList<LintFinding> FindingsOf(Vacancy vacancy) => VacancyLint.Find(vacancy.Title, vacancy.Description, vacancy.Requirements);

    /// <summary>Keeps the reason for a doubtful wording in the contact log and gives it to the Arbeitgeberservice; refuses without a reason.</summary>
    private Refusal? Told(Vacancy vacancy, string? reason)
    {
        var findings = FindingsOf(vacancy);
        if (findings.Count == 0) return null;
        if (string.IsNullOrWhiteSpace(reason)) return new Refusal("Vacancy.LintReasonMissing");
        var text = writer.LintNote(vacancy.Reference, findings, reason.Trim());
        db.Add(new ContactLogEntry { EmployerId = vacancy.EmployerId, Channel = ContactChannel.Portal, AtUtc = outbox.Now, ById = user.Id, Text = text });
        outbox.Task(new WorkTask
        {
            Kind = WorkTaskKind.Own,
            BusinessKey = $"vacancy-wording:{vacancy.Id:N}:{vacancy.Version}",
            ForDuty = Duty.EmployerService,
            DueOn = outbox.Today.AddDays(1),
            Text = text,
            EmployerId = vacancy.EmployerId,
            VacancyId = vacancy.Id,
            CreatedAtUtc = outbox.Now,
        });
        return null;
    }

    private Refusal Undone(Refusal refusal)
    {
        db.ChangeTracker.Clear();
        return refusal;
    }

    private async Task<string> NextReferenceAsync(CancellationToken stop)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"S-{outbox.Today.Year % 100:00}-");
        var last = await db.Vacancies.Where(v => v.Reference.StartsWith(prefix))
            .OrderByDescending(v => v.Reference.Length).ThenByDescending(v => v.Reference).Select(v => v.Reference).FirstOrDefaultAsync(stop);
        var number = int.TryParse(last?[prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known + 1 : 1;
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}{number:0000}");
    }
}
