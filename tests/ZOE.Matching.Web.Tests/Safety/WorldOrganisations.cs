using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Domain.Vocabulary;

namespace ZOE.Matching.Web.Tests.Safety;

/// <summary>Employers and Träger of one side of the world.</summary>
internal sealed class WorldOrganisations(MatchingDbContext db, DateTime now, Side side)
{
    private DateOnly Today => LegalDay.Of(now);

    public async Task<IReadOnlyList<(string Kind, Guid Id)>> AddAsync()
    {
        var place = await db.Places.OrderBy(p => p.Ags).Select(p => p.Ags).FirstAsync();
        List<(string, Guid)> kept = [];
        var employer = Employer($"Firma {side}", place);
        employer.Approve(Guid.NewGuid(), now);
        var contact = employer.Contacts[0];
        kept.AddRange([("employer", employer.Id), ("contact", contact.Id)]);
        var waiting = Employer($"Neue Firma {side}", place);
        kept.AddRange([("newEmployer", waiting.Id), ("newContact", waiting.Contacts[0].Id)]);
        var byStaff = Employer($"Gepflegte Firma {side}", place);
        byStaff.KeptByStaff = true;
        kept.AddRange([("keptEmployer", byStaff.Id), ("keptContact", byStaff.Contacts[0].Id)]);
        db.AddRange(employer, waiting, byStaff);
        await db.SaveChangesAsync();

        foreach (var (kind, owner) in new[] { ("vacancy", employer), ("secondVacancy", employer), ("freeVacancy", employer), ("draftVacancy", employer), ("newVacancy", waiting) })
        {
            var vacancy = Vacancy(kind, owner, place, await OccupationAsync());
            if (!kind.StartsWith("draft", StringComparison.Ordinal) && owner.IsApproved) vacancy.Publish(owner, now).Refusal.Should().BeNull();
            db.Add(vacancy);
            kept.Add((kind, vacancy.Id));
            kept.Add(($"{kind}Requirement", vacancy.Requirements[0].Id));
        }

        await db.SaveChangesAsync();
        kept.AddRange(await AddProviderAsync(place));
        return kept;
    }

    private async Task<IReadOnlyList<(string Kind, Guid Id)>> AddProviderAsync(string place)
    {
        var provider = Provider($"Bildungswerk {side}", place);
        provider.Approve(Guid.NewGuid());
        var waiting = Provider($"Neues Bildungswerk {side}", place);
        db.AddRange(provider, waiting);
        var instrument = await db.Instruments.Where(i => i.Bookable).OrderBy(i => i.Code).Select(i => i.Code).FirstAsync();
        List<(string, Guid)> kept = [("provider", provider.Id), ("newProvider", waiting.Id)];
        foreach (var kind in new[] { "course", "secondCourse", "freeCourse", "draftCourse" })
        {
            var course = new Course
            {
                ProviderId = provider.Id,
                Reference = $"K-{side}-{kind}",
                Title = $"Kurs {kind} {side}",
                InstrumentCode = instrument,
                PlaceAgs = place,
                AccessRoute = AccessRoute.Assignment,
                StartsOn = Today.AddDays(30),
                EndsOn = Today.AddDays(120),
                EnrolUntil = Today.AddDays(20),
                HoursPerWeek = 20,
                Mode = CourseMode.PartTime,
                Seats = 10,
                LevelFrom = CefrLevel.A2,
                LevelTo = CefrLevel.B1,
                CreatedAtUtc = now,
            };
            course.Gains.Add(new CourseGain { CourseId = course.Id, Kind = ConceptKind.Competence, Typed = "Schweißen" });
            if (kind != "draftCourse") course.Publish(provider, now).Refusal.Should().BeNull();
            db.Add(course);
            kept.Add((kind, course.Id));
        }

        await db.SaveChangesAsync();
        return kept;
    }

    private Task<Guid> OccupationAsync() =>
        db.Concepts.Where(c => c.Kind == ConceptKind.Occupation && c.BroaderId != null).OrderBy(c => c.Key).Select(c => c.Id).FirstAsync();

    private Employer Employer(string name, string place)
    {
        var employer = new Employer { Name = name, PlaceAgs = place, Postcode = "30159", Street = "Werkstraße 1", BranchCode = "Technical", CompanyNumber = "12345678", CreatedAtUtc = now };
        employer.Contacts.Add(new EmployerContact { EmployerId = employer.Id, Name = "Ina Beispiel", Email = $"kontakt-{Guid.NewGuid():N}@firma.example", Phone = "0511 100" });
        employer.ContactLog.Add(new ContactLogEntry { EmployerId = employer.Id, Channel = ContactChannel.Phone, AtUtc = now, ById = Guid.NewGuid(), Text = "Gespräch über offene Stellen" });
        return employer;
    }

    private Provider Provider(string name, string place) => new()
    {
        Name = name,
        ContactName = "Uwe Beispiel",
        Email = $"kontakt-{Guid.NewGuid():N}@bildung.example",
        PlaceAgs = place,
        CreatedAtUtc = now,
    };

    private Vacancy Vacancy(string kind, Employer employer, string place, Guid occupation)
    {
        var vacancy = new Vacancy
        {
            EmployerId = employer.Id,
            Reference = $"S-{side}-{kind}",
            Title = $"Stelle {kind} {side}",
            OccupationId = occupation,
            Kind = PlacementKind.Internship,
            PlaceAgs = place,
            GermanSpoken = CefrLevel.A2,
            GermanWritten = CefrLevel.A1,
            OneLevelLowerIsFine = true,
            HoursPerWeek = 20,
            Shifts = Shifts.Day,
            Insurance = InsuranceKind.None,
            StartOn = Today,
            Openings = 3,
            ExpiresOn = Today.AddDays(60),
            ContactId = employer.Contacts[0].Id,
            CreatedAtUtc = now,
        };
        vacancy.Requirements.Add(new VacancyRequirement { VacancyId = vacancy.Id, Kind = ConceptKind.Competence, Typed = "Schweißen", Weight = RequirementWeight.Wished });
        return vacancy;
    }
}
