using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using ZOE.Matching.Domain;

namespace ZOE.Matching.Data;

/// <summary>What holds for every save: append-only rows stay, an aggregate's version rises with any change below it.</summary>
internal static class SaveRules
{
    internal static void RefuseChangesOfAppendOnlyRows(ChangeTracker tracker)
    {
        foreach (var entry in tracker.Entries<IAppendOnly>())
            if (entry.State is EntityState.Modified or EntityState.Deleted)
                throw new InvalidOperationException($"{entry.Metadata.ClrType.Name} is append-only.");
    }

    internal static async Task RaiseVersionsAsync(DbContext db, CancellationToken stop)
    {
        var changed = db.ChangeTracker.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        var roots = new HashSet<Aggregate>(ReferenceEqualityComparer.Instance);
        foreach (var entry in changed)
        {
            var root = entry.Entity switch
            {
                Aggregate aggregate => aggregate,
                IPart part => (Aggregate?)await db.FindAsync(part.RootType, [part.RootId], stop)
                    ?? throw new InvalidOperationException($"{part.RootType.Name} of {entry.Metadata.ClrType.Name} is missing."),
                _ => null,
            };
            if (root is not null) roots.Add(root);
        }

        foreach (var root in roots)
        {
            var entry = db.Entry(root);
            if (entry.State == EntityState.Deleted) continue;
            var version = entry.Property(nameof(Aggregate.Version));
            version.CurrentValue = entry.State == EntityState.Added ? 1 : (int)version.OriginalValue! + 1;
        }
    }
}
