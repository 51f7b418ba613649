using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Domain.Vocabulary;
using ZOE.Matching.Web.Vocabulary;
using ZOE.Matching.Web.Work;

namespace ZOE.Matching.Web.Courses;

/// <summary>Keeps courses: what is typed becomes rows, known words are linked to the vocabulary.</summary>
public sealed class CourseDesk(MatchingDbContext db, Outbox outbox, ConceptLinks concepts, OpenWordDesk open)
{
    public async Task<Decision<Course>> CreateAsync(Guid providerId, CourseForm form)
    {
        if (await CheckAsync(form) is { } refusal) return refusal;
        var course = new Course
        {
            ProviderId = providerId,
            Reference = await NewReferenceAsync(),
            Title = form.Title.Trim(),
            InstrumentCode = form.InstrumentCode!,
            PlaceAgs = form.PlaceAgs!,
            CreatedAtUtc = outbox.Now,
        };
        await FillAsync(course, form);
        if (course.CheckDates(outbox.Today) is { } wrong) return wrong;
        db.Add(course);
        return await db.SaveOrRefuseAsync() is { } lost ? lost : course;
    }

    /// <summary>Changes a course that was opened at the form's version.</summary>
    public async Task<Decision> ChangeAsync(Course course, CourseForm form)
    {
        if (await CheckAsync(form) is { } refusal) return refusal;
        if (course.State is CourseState.Cancelled) return new Refusal("Course.WasCancelled");
        db.Expect(course, form.Version);
        await FillAsync(course, form);
        if (course.CheckDates(outbox.Today) is { } wrong)
        {
            db.ChangeTracker.Clear();
            return wrong;
        }

        return await db.SaveOrRefuseAsync() is { } lost ? lost : Decision.Accepted;
    }

    public async Task<Decision> PublishAsync(Course course)
    {
        var provider = await db.Providers.SingleAsync(p => p.Id == course.ProviderId);
        if (course.Publish(provider, outbox.Now).Refusal is { } refusal) return refusal;
        return await db.SaveOrRefuseAsync() is { } lost ? lost : Decision.Accepted;
    }

    /// <summary>Takes a course off the portal. Referrals that are open keep their course and stay visible to coach and Träger.</summary>
    public async Task<Decision> CancelAsync(Course course)
    {
        course.Cancel();
        return await db.SaveOrRefuseAsync() is { } lost ? lost : Decision.Accepted;
    }

    /// <summary>The form of a course, for editing or as the start of its next run (dates empty then).</summary>
    public static CourseForm FormOf(Course course, bool nextRun = false) => new()
    {
        Version = nextRun ? 0 : course.Version,
        Title = course.Title,
        InstrumentCode = course.InstrumentCode,
        BranchCode = course.BranchCode,
        AccessRoute = course.AccessRoute,
        StartsOn = nextRun ? null : course.StartsOn,
        EndsOn = nextRun ? null : course.EndsOn,
        EnrolUntil = nextRun ? null : course.EnrolUntil,
        HoursPerWeek = course.HoursPerWeek,
        Mode = course.Mode,
        Seats = course.Seats,
        LevelFrom = course.LevelFrom,
        LevelTo = course.LevelTo,
        PlaceAgs = course.PlaceAgs,
        Description = course.Description,
        Competences = [.. course.Gains.Where(g => g.Kind == ConceptKind.Competence).Select(g => g.Typed)],
        Certificates = [.. course.Gains.Where(g => g.Kind == ConceptKind.Certificate).Select(g => g.Typed)],
    };

    private async Task<Refusal?> CheckAsync(CourseForm form)
    {
        var instrument = await db.Instruments.AsNoTracking().SingleOrDefaultAsync(i => i.Code == form.InstrumentCode);
        if (instrument is not { Bookable: true } || instrument.Status == "historic") return new Refusal("Course.InstrumentUnknown") { Field = nameof(form.InstrumentCode) };
        if (!await db.Places.AnyAsync(p => p.Ags == form.PlaceAgs)) return new Refusal("Place.Unknown") { Field = nameof(form.PlaceAgs) };
        if (form.BranchCode is { Length: > 0 } branch && !await db.Branches.AnyAsync(b => b.Code == branch)) return new Refusal("Branch.Unknown") { Field = nameof(form.BranchCode) };
        return null;
    }

    private async Task FillAsync(Course course, CourseForm form)
    {
        course.Title = form.Title.Trim();
        course.InstrumentCode = form.InstrumentCode!;
        course.BranchCode = string.IsNullOrEmpty(form.BranchCode) ? null : form.BranchCode;
        course.AccessRoute = form.AccessRoute!.Value;
        course.StartsOn = form.StartsOn!.Value;
        course.EndsOn = form.EndsOn!.Value;
        course.EnrolUntil = form.EnrolUntil!.Value;
        course.HoursPerWeek = form.HoursPerWeek!.Value;
        course.Mode = form.Mode!.Value;
        course.Seats = form.Seats!.Value;
        course.LevelFrom = form.LevelFrom;
        course.LevelTo = form.LevelTo;
        course.PlaceAgs = form.PlaceAgs!;
        course.Description = string.IsNullOrWhiteSpace(form.Description) ? null : form.Description.Trim();
        await FillGainsAsync(course, ConceptKind.Competence, form.Competences);
        await FillGainsAsync(course, ConceptKind.Certificate, form.Certificates);
    }

    private async Task FillGainsAsync(Course course, ConceptKind kind, List<string?> typed)
    {
        var words = typed.Where(w => !string.IsNullOrWhiteSpace(w)).Select(w => w!.Trim()).Distinct(StringComparer.CurrentCultureIgnoreCase).ToList();
        course.Gains.RemoveAll(g => g.Kind == kind && !words.Contains(g.Typed, StringComparer.CurrentCultureIgnoreCase));
        foreach (var word in words.Where(w => !course.Gains.Any(g => g.Kind == kind && string.Equals(g.Typed, w, StringComparison.CurrentCultureIgnoreCase))))
        {
            var link = await concepts.LinkAsync(word, kind);
            if (!link.IsSure) await open.NoteAsync(word, kind);
            course.Gains.Add(new CourseGain { CourseId = course.Id, Kind = kind, Typed = word, ConceptId = link.ConceptId });
        }
    }

    /// <summary>A short number that people can say on the phone; the database keeps it unique.</summary>
    private async Task<string> NewReferenceAsync()
    {
        while (true)
        {
            var reference = $"K-{outbox.Today:yy}-{RandomNumberGenerator.GetInt32(100_000):D5}";
            if (!await db.Courses.AnyAsync(c => c.Reference == reference)) return reference;
        }
    }
}
