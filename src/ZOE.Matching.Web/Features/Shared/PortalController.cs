using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Domain;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Shared;

/// <summary>What every controller of the portal shares: how a refusal reaches the form, how a success is told, how a lost race is told.</summary>
public abstract class PortalController : Controller
{
    /// <summary>Shown once at the top of the next page.</summary>
    protected void Notice(string text) => TempData["Notice"] = text;

    /// <summary>A problem shown once at the top of the next page.</summary>
    protected void Problem(Refusal refusal) => TempData["Problem"] = TextOf(refusal);

    /// <summary>Puts a refusal at its field, or above the form.</summary>
    protected void Refuse(Refusal refusal) => ModelState.AddModelError(refusal.Field ?? "", TextOf(refusal));

    /// <summary>Nothing is to be judged yet (a form asked for more rows): the input stays, the messages go.</summary>
    protected void ForgetErrors()
    {
        var typed = ModelState.Select(entry => (entry.Key, entry.Value!.RawValue, entry.Value.AttemptedValue)).ToList();
        // Clearing the errors one by one would leave their count.
        ModelState.Clear();
        foreach (var (key, raw, attempted) in typed) ModelState.SetModelValue(key, raw, attempted);
    }

    /// <summary>The sentence of a refusal.</summary>
    protected string TextOf(Refusal refusal) =>
        HttpContext.RequestServices.GetRequiredService<IStringLocalizer<Refusals>>()[refusal.Code, refusal.Args];

    /// <summary>Saves by <paramref name="save"/>; tells in the form when someone else was faster or when it is already there. The context must not be used for another save after false.</summary>
    /// <returns>False when nothing was saved.</returns>
    protected async Task<bool> SavedAsync(Func<Task> save)
    {
        try
        {
            await save();
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            Refuse(new Refusal("Save.Outdated"));
        }
        catch (DbUpdateException exception) when (Data.UniqueKeys.IsViolatedIn(exception))
        {
            Refuse(new Refusal("Save.AlreadyThere"));
        }

        return false;
    }
}
