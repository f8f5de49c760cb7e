using Fupin.Audit.Data;
using Fupin.Persistence;
using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Audit.Stories;

/// <summary>Everything that was told about one household, in order of arrival, one sentence each (一户的经过).</summary>
internal static class GetStory
{
    public sealed record Line(long Sequence, DateTime HappenedAtUtc, DateTime ArrivedAtUtc, string Department, string Event, Guid? OfficerId, string Text, string Hash);

    public sealed record Response(Guid Household, IReadOnlyList<Line> Entries, long? After);

    public static async Task<Results<Ok<Response>, Refusal>> Handle(Guid id, AuditDb db, CancellationToken ct, long after = 0, int size = 200)
    {
        if (size is < 1 or > 200 || after < 0) return AuditErrors.NotAPage;
        if (!await db.Places.AnyAsync(place => place.HouseholdId == id, ct)) return AuditErrors.NoSuchHousehold;

        // Whether the household may be seen was just asked; entries that arrived before its village was known belong to it too.
        var entries = await db.Entries.IgnoreQueryFilters([ScopeFilter.Name]).AsNoTracking()
            .Where(entry => entry.HouseholdId == id && entry.Sequence > after)
            .OrderBy(entry => entry.Sequence)
            .Take(size)
            .ToListAsync(ct);
        return TypedResults.Ok(new Response(
            id,
            [.. entries.Select(entry => new Line(
                entry.Sequence, entry.HappenedAtUtc, entry.ArrivedAtUtc, entry.Department, entry.Event, entry.OfficerId, Sentences.Of(entry), entry.Hash))],
            entries.Count == size ? entries[^1].Sequence : null));
    }
}
