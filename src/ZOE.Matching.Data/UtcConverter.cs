using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using ZOE.Matching.Domain.Placements;

namespace ZOE.Matching.Data;

/// <summary>Instants are UTC on both sides and cut to microseconds, which is what PostgreSQL keeps.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    value => new DateTime(value.Ticks - value.Ticks % 10, DateTimeKind.Utc),
    value => DateTime.SpecifyKind(value, DateTimeKind.Utc));

/// <summary>A list of forms as words by comma.</summary>
internal sealed class FormsConverter() : ValueConverter<List<PlacementKind>, string>(
    forms => string.Join(',', forms),
    words => words.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<PlacementKind>).ToList())
{
    internal static readonly ValueComparer<List<PlacementKind>> Comparer = new(
        (a, b) => (a ?? new()).SequenceEqual(b ?? new()),
        list => list.Aggregate(0, (hash, form) => HashCode.Combine(hash, form)),
        list => list.ToList());
}
