using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Providers;

namespace ZOE.Matching.Data.Projections;

/// <summary>Which projections a change touches. Called before the save, while the changes are still known.</summary>
internal static class ProjectionRules
{
    internal static async Task<IReadOnlySet<(ProjectionKind Kind, Guid Id)>> TouchedAsync(MatchingDbContext db, CancellationToken stop)
    {
        var touched = new HashSet<(ProjectionKind, Guid)>();
        foreach (var entry in db.ChangeTracker.Entries<Aggregate>().ToList())
        {
            // A change of a part has raised the version of its root, so roots are enough.
            if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted)) continue;
            var id = entry.Entity.Id;
            switch (entry.Entity)
            {
                case Vacancy:
                    touched.Add((ProjectionKind.VacancyDocument, id));
                    touched.Add((ProjectionKind.VacancyMatches, id));
                    break;
                case Course:
                    touched.Add((ProjectionKind.CourseDocument, id));
                    break;
                case Client:
                    touched.Add((ProjectionKind.CardDocument, id));
                    touched.Add((ProjectionKind.AllCards, Guid.Empty));
                    touched.Add((ProjectionKind.ClientMatches, id));
                    break;
                case Employer when entry.State == EntityState.Modified && entry.Property(nameof(Employer.Approval)).IsModified:
                    foreach (var vacancy in await db.Vacancies.Where(v => v.EmployerId == id).Select(v => v.Id).ToListAsync(stop))
                    {
                        touched.Add((ProjectionKind.VacancyDocument, vacancy));
                        touched.Add((ProjectionKind.VacancyMatches, vacancy));
                    }

                    break;
                case Provider when entry.State == EntityState.Modified && entry.Property(nameof(Provider.Approval)).IsModified:
                    foreach (var course in await db.Courses.Where(c => c.ProviderId == id).Select(c => c.Id).ToListAsync(stop))
                        touched.Add((ProjectionKind.CourseDocument, course));
                    break;
            }
        }

        return touched;
    }
}
