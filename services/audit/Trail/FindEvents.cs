using Fupin.Audit.Data;
using Fupin.Persistence;
using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Audit.Trail;

/// <summary>Pages through the trail of the auditor's region, newest first (留痕查询).</summary>
internal static class FindEvents
{
    public sealed record Row(
        long Sequence, string Event, string Department, Guid? HouseholdId, string Village, Guid? OfficerId, DateTime HappenedAtUtc, DateTime ArrivedAtUtc, string Hash);

    public sealed record Response(IReadOnlyList<Row> Entries, long? Before);

    public static async Task<Results<Ok<Response>, Refusal>> Handle(AuditDb db, CancellationToken ct, string? department = null, long? before = null, int size = 50)
    {
        if (size is < 1 or > 200 || before < 1) return AuditErrors.NotAPage;
        var (low, high) = (db.Scope.Low, db.Scope.High);

        // An entry belongs to the region of its own village, and to that of its household, whose village may have been told only later.
        var rows = await db.Entries.IgnoreQueryFilters([ScopeFilter.Name]).AsNoTracking()
            .Where(entry =>
                (entry.Village >= low && entry.Village <= high)
                || db.Places.Any(place => place.HouseholdId == entry.HouseholdId && place.Village >= low && place.Village <= high))
            .Where(entry => (before == null || entry.Sequence < before) && (department == null || entry.Department == department))
            .OrderByDescending(entry => entry.Sequence)
            .Take(size)
            .Select(entry => new Row(
                entry.Sequence, entry.Event, entry.Department, entry.HouseholdId, entry.Village.Digits, entry.OfficerId, entry.HappenedAtUtc, entry.ArrivedAtUtc, entry.Hash))
            .ToListAsync(ct);
        return TypedResults.Ok(new Response(rows, rows.Count == size ? rows[^1].Sequence : null));
    }
}
