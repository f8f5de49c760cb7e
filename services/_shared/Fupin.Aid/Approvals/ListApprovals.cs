using Fupin.Contracts.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Aid.Approvals;

/// <summary>The newest approvals of the officer's region (审批批次列表).</summary>
internal static class ListApprovals
{
    private const int Most = 200;

    public sealed record Answer(
        Guid Id, AidMonth Month, ApprovalState State, int Count, Money Sum, Guid ApprovedBy, string ApprovedByName, DateTime ApprovedAtUtc,
        Guid? ClosedBy, string? ClosedByName, DateTime? ClosedAtUtc, string? Reason);

    public static async Task<Ok<IReadOnlyList<Answer>>> Handle(DbContext db, CancellationToken ct, ApprovalState? state = null)
    {
        var rows = await db.Set<Approval>().AsNoTracking()
            .Where(row => state == null || row.State == state)
            .OrderByDescending(row => row.ApprovedAtUtc)
            .Take(Most)
            .ToListAsync(ct);
        return TypedResults.Ok<IReadOnlyList<Answer>>(
        [
            .. rows.Select(row => new Answer(
                row.Id, row.Month, row.State, row.Count, row.Sum, row.ApprovedBy, row.ApprovedByName, row.ApprovedAtUtc,
                row.ClosedBy, row.ClosedByName, row.ClosedAtUtc, row.Reason)),
        ]);
    }
}
