using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Reference;
using ZOE.Matching.Domain.Vocabulary;
using ZOE.Matching.Web.Vocabulary;

namespace ZOE.Matching.Web.Vacancies;

/// <summary>Reads what the pages around a vacancy show: the lists of the form and the vacancy as others see it.</summary>
public sealed class VacancyPages(MatchingDbContext db, ConceptLinks links, TimeProvider clock)
{
    private const int MostContacts = 50;

    /// <summary>Fills the lists of the form for this employer.</summary>
    public async Task<VacancyForm> WithChoicesAsync(VacancyForm form, Guid employerId, CancellationToken stop = default)
    {
        form.PadRows(Math.Max(VacancyForm.FirstRows, form.Requirements.Count));
        form.Choices = new VacancyChoices(
            await db.Places.OrderBy(p => p.Name).Select(p => new SelectListItem(p.Name, p.Ags)).ToListAsync(stop),
            await db.Branches.OrderBy(b => b.Name).Select(b => new SelectListItem(b.Name, b.Code)).ToListAsync(stop),
            await db.EmployerContacts.Where(c => c.EmployerId == employerId).OrderBy(c => c.Name).Take(MostContacts)
                .Select(c => new SelectListItem(c.Name, c.Id.ToString())).ToListAsync(stop));
        return form;
    }

    /// <summary>The vacancy as others see it; requirements must be loaded.</summary>
    public async Task<VacancyView> ViewOfAsync(Vacancy vacancy, CancellationToken stop = default)
    {
        var title = vacancy.OccupationId is null
            ? await links.LinkAsync(VacancyWriter.PlainTitle(vacancy.Title), ConceptKind.Occupation, stop) : ConceptLink.None;
        var requirements = new List<RequirementView>(vacancy.Requirements.Count);
        foreach (var requirement in VacancyWriter.InOrder(vacancy))
        {
            var link = requirement.ConceptId is null ? await links.LinkAsync(requirement.Typed, requirement.Kind, stop) : ConceptLink.None;
            requirements.Add(new RequirementView(requirement, await links.LabelAsync(requirement.ConceptId, stop), link.Suggestions));
        }

        return new VacancyView(
            vacancy,
            await db.Employers.Where(e => e.Id == vacancy.EmployerId).Select(e => e.Name).SingleAsync(stop),
            await db.Places.Where(p => p.Ags == vacancy.PlaceAgs).Select(p => p.Name).SingleAsync(stop),
            await db.Branches.Where(b => b.Code == vacancy.BranchCode).Select(b => b.Name).SingleOrDefaultAsync(stop),
            await links.LabelAsync(vacancy.OccupationId, stop), title.Suggestions, requirements, clock.Today());
    }

    /// <summary>Reasons for closing a vacancy.</summary>
    public Task<List<SelectListItem>> CloseReasonsAsync(CancellationToken stop = default) =>
        db.Reasons.Where(r => r.Kind == ReasonKind.VacancyClosed).OrderBy(r => r.Label).Select(r => new SelectListItem(r.Label, r.Code)).ToListAsync(stop);
}
