using Fupin.Registration.Data;
using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.DataUse;

/// <summary>Who read identified data of a household, for what (数据使用记录), newest first.</summary>
internal static class GetDataUse
{
    private const int LargestPage = 200;

    public sealed record Line(
        Guid Id, DateTime AtUtc, Guid OfficerId, string Officer, string Department, string Purpose, string? Reason, string? Case, IReadOnlyList<string> Fields);

    public sealed record Response(IReadOnlyList<Line> Items, Guid? Next);

    public static async Task<Results<Ok<Response>, Refusal>> Handle(Guid id, RegistrationDb db, Guid? after, int? size, CancellationToken ct)
    {
        if (!await db.Households.AnyAsync(household => household.Id == id, ct)) return RegistrationErrors.NoSuchHousehold;
        var shown = Math.Clamp(size ?? 50, 1, LargestPage);
        var readings = await db.Readings.AsNoTracking()
            .Where(reading => reading.HouseholdId == id && (after == null || reading.Id.CompareTo(after.Value) < 0))
            .OrderByDescending(reading => reading.Id)
            .Take(shown + 1)
            .ToListAsync(ct);
        return TypedResults.Ok(new Response(
            [.. readings.Take(shown).Select(reading => new Line(
                reading.Id, reading.AtUtc, reading.OfficerId, reading.OfficerName, reading.Department, reading.Purpose, reading.Reason, reading.Case, reading.Fields.Split(',')))],
            readings.Count > shown ? readings[shown - 1].Id : null));
    }
}
