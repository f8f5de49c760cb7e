using Fupin.Contracts.Values;
using Fupin.ServiceDefaults;
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

    /// <summary>Those in a state, written as the answer writes it; all of them without one.</summary>
    public static async Task<Results<Ok<IReadOnlyList<Answer>>, Refusal>> Handle(DbContext db, CancellationToken ct, string? state = null)
    {
        ApprovalState? reached = null;
        if (state is not null)
        {
            if (!Enum.TryParse<ApprovalState>(state, ignoreCase: true, out var read) || !Enum.IsDefined(read)) return AidErrors.NoSuchState;
            reached = read;
        }

        var rows = await db.Set<Approval>().AsNoTracking()
            .Where(row => reached == null || row.State == reached)
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
