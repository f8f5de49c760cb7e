using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Aid.Records.Unmatched;

/// <summary>Puts an unmatched record to a person or household, which enters it (人工匹配).</summary>
internal static class MatchUnmatched
{
    public sealed record Request(Guid HouseholdId, Guid? MemberId);

    public static async Task<Results<NoContent, Refusal>> Handle(
        Guid id, Request request, DbContext db, UnmatchedRecords unmatched, CurrentOfficer officer, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var row = await db.Set<UnmatchedRecord>().SingleOrDefaultAsync(row => row.Id == id, ct);
        if (row is null) return AidErrors.NoSuchUnmatched;
        if (row.State != UnmatchedState.Open) return AidErrors.UnmatchedClosed;
        if (await unmatched.MatchAsync(row, request.HouseholdId, request.MemberId, officer, ct) is { } refusal) return refusal;
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.NoContent();
    }
}

/// <summary>Puts an unmatched record aside, with a reason (不予登记).</summary>
internal static class DismissUnmatched
{
    public sealed record Request(string Reason);

    public static async Task<Results<NoContent, Refusal>> Handle(
        Guid id, Request request, DbContext db, CurrentOfficer officer, TimeProvider clock, CancellationToken ct)
    {
        if (!AidErrors.IsReason(request.Reason)) return AidErrors.NoReason;
        var row = await db.Set<UnmatchedRecord>().SingleOrDefaultAsync(row => row.Id == id, ct);
        if (row is null) return AidErrors.NoSuchUnmatched;
        if (row.State != UnmatchedState.Open) return AidErrors.UnmatchedClosed;
        row.Dismiss(request.Reason, officer.Id, officer.Name, clock.UtcNow());
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
