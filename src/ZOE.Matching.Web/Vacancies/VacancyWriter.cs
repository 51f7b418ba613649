using Microsoft.Extensions.Localization;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Vocabulary;
using ZOE.Matching.Web.Texts;
using ZOE.Matching.Web.Vocabulary;

namespace ZOE.Matching.Web.Vacancies;

/// <summary>Turns the form into the vacancy and back.</summary>
public sealed class VacancyWriter(ConceptLinks links, OpenWordDesk open, IStringLocalizer<Employing> texts)
{
    /// <summary>The form of a new vacancy.</summary>
    public static VacancyForm NewForm()
    {
        var form = new VacancyForm();
        form.PadRows(VacancyForm.FirstRows);
        return form;
    }

    /// <summary>The form of an existing one, requirements loaded.</summary>
    public static VacancyForm FormOf(Vacancy vacancy)
    {
        var form = new VacancyForm
        {
            Version = vacancy.Version,
            Kind = vacancy.Kind,
            IsAdditional = vacancy.IsAdditional,
            Title = vacancy.Title,
            BranchCode = vacancy.BranchCode,
            Description = vacancy.Description,
            GermanSpoken = vacancy.GermanSpoken,
            GermanWritten = vacancy.GermanWritten,
            OneLevelLowerIsFine = vacancy.OneLevelLowerIsFine,
            HoursPerWeek = vacancy.HoursPerWeek,
            Shifts = [.. Enum.GetValues<Shifts>().Where(s => s != Shifts.None && vacancy.Shifts.HasFlag(s))],
            Insurance = vacancy.Insurance,
            Wage = WageText.Of(vacancy.WageCentsPerHour),
            Tariff = vacancy.Tariff,
            FixedTermUntil = vacancy.FixedTermUntil,
            TemporaryAgency = vacancy.TemporaryAgency,
            PlaceAgs = vacancy.PlaceAgs,
            StartOn = vacancy.StartOn,
            Openings = vacancy.Openings,
            ExpiresOn = vacancy.ExpiresOn,
            ContactId = vacancy.ContactId,
            IsPublished = vacancy.State == VacancyState.Published,
            Requirements = [.. InOrder(vacancy).Select(r => new RequirementRow { Kind = r.Kind, Typed = r.Typed, MinLevel = r.MinLevel, Weight = r.Weight, DemandedByLaw = r.DemandedByLaw })],
        };
        form.PadRows(Math.Max(VacancyForm.FirstRows, form.Requirements.Count + 1));
        return form;
    }

    /// <summary>Required ones first, then as the alphabet has them.</summary>
    internal static IEnumerable<VacancyRequirement> InOrder(Vacancy vacancy) =>
        vacancy.Requirements.OrderBy(r => r.Weight).ThenBy(r => r.Kind).ThenBy(r => r.Typed, StringComparer.CurrentCultureIgnoreCase);

    internal static VacancyTerms TermsOf(VacancyForm form, int? cents) =>
        new(form.Kind, form.IsAdditional, form.Insurance, cents, form.Tariff, form.StartOn, form.FixedTermUntil, form.ExpiresOn);

    internal static IEnumerable<Refusal> CheckRows(VacancyForm form)
    {
        if (form.Requirements.Count > VacancyForm.MostRows)
            yield return new Refusal("Vacancy.TooManyRequirements", VacancyForm.MostRows) { Field = nameof(form.Requirements) };
        var seen = new HashSet<(ConceptKind, string)>();
        foreach (var (row, index) in form.FilledRows)
            if (!seen.Add((row.Kind, row.Typed!.Trim().ToUpperInvariant())))
                yield return new Refusal("Vacancy.RequirementTwice", row.Typed.Trim()) { Field = $"{nameof(form.Requirements)}[{index}].{nameof(row.Typed)}" };
    }

    /// <summary>Writes the fields and links the words; rows that are gone are deleted. Owner, state and number stay.</summary>
    internal async Task WriteAsync(VacancyForm form, Vacancy vacancy, DateOnly today, CancellationToken stop)
    {
        var isTrial = form.Kind == Domain.Placements.PlacementKind.TrialEmployment;
        vacancy.OccupationId = await LinkAsync(PlainTitle(form.Title), ConceptKind.Occupation, vacancy.Title != form.Title.Trim(), stop);
        vacancy.Title = form.Title.Trim();
        vacancy.Kind = form.Kind!.Value;
        vacancy.IsAdditional = isTrial && form.IsAdditional;
        vacancy.BranchCode = Text(form.BranchCode);
        vacancy.Description = Text(form.Description);
        vacancy.GermanSpoken = form.GermanSpoken;
        vacancy.GermanWritten = form.GermanWritten;
        vacancy.OneLevelLowerIsFine = form.OneLevelLowerIsFine;
        vacancy.HoursPerWeek = form.HoursPerWeek!.Value;
        vacancy.Shifts = form.Shifts.Aggregate(Shifts.None, (all, one) => all | one);
        vacancy.WageCentsPerHour = WageText.TryRead(form.Wage, out var cents) ? cents : null;
        vacancy.Tariff = Text(form.Tariff);
        vacancy.FixedTermUntil = form.FixedTermUntil;
        vacancy.Insurance = form.Insurance!.Value;
        vacancy.TemporaryAgency = form.TemporaryAgency;
        vacancy.PlaceAgs = form.PlaceAgs;
        vacancy.StartOn = form.StartOn!.Value;
        vacancy.Openings = form.Openings!.Value;
        vacancy.ExpiresOn = form.ExpiresOn ?? VacancyTerms.DefaultExpiry(vacancy.StartOn, today);
        vacancy.ContactId = form.ContactId;
        await WriteRowsAsync(form, vacancy, stop);
    }

    /// <summary>The title without the marks that name no occupation: "Koch (m/w/d)" is a Koch.</summary>
    internal static string PlainTitle(string title)
    {
        var open = title.IndexOf('(', StringComparison.Ordinal);
        return (open > 2 ? title[..open] : title).Trim();
    }

    internal string LintNote(string reference, IEnumerable<LintFinding> findings, string reason) =>
        texts["Lint.Note", reference, string.Join(", ", findings.Take(5).Select(f => $"{Label.Of(f.Kind)}: „{Short(f.Words)}“")), reason];

    private static string Short(string words) => words.Length <= 60 ? words : words[..59] + "…";

    private async Task WriteRowsAsync(VacancyForm form, Vacancy vacancy, CancellationToken stop)
    {
        var old = InOrder(vacancy).ToList();
        var rows = form.FilledRows.Select(r => r.Row).ToList();
        foreach (var gone in old.Skip(rows.Count)) vacancy.Requirements.Remove(gone);
        for (var i = 0; i < rows.Count; i++)
        {
            var typed = rows[i].Typed!.Trim();
            var requirement = i < old.Count ? old[i] : new VacancyRequirement { VacancyId = vacancy.Id, Typed = typed };
            requirement.ConceptId = await LinkAsync(typed, rows[i].Kind, i >= old.Count || requirement.Typed != typed, stop);
            requirement.Kind = rows[i].Kind;
            requirement.Typed = typed;
            requirement.MinLevel = rows[i].MinLevel;
            requirement.Weight = rows[i].Weight;
            requirement.DemandedByLaw = rows[i].DemandedByLaw;
            if (i >= old.Count) vacancy.Requirements.Add(requirement);
        }
    }

    private async Task<Guid?> LinkAsync(string typed, ConceptKind kind, bool isNew, CancellationToken stop)
    {
        var concept = (await links.LinkAsync(typed, kind, stop)).ConceptId;
        if (concept is null && isNew) await open.NoteAsync(typed, kind, stop);
        return concept;
    }

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
