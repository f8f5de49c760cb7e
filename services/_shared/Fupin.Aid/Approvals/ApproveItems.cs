using Fupin.Aid.Policies;
using Fupin.Aid.Proposals;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Aid.Approvals;

/// <summary>Approves stacked items, chosen one by one or all that wait (审批).</summary>
internal static class ApproveItems
{
    public sealed record Request(AidMonth Month, IReadOnlyList<Guid>? ItemIds = null, bool All = false, string? Policy = null);

    public sealed record Response(Guid Id, AidMonth Month, int Count, Money Sum, ApprovalState State);

    public static async Task<Results<Created<Response>, Refusal>> Handle(
        Request request, DbContext db, PolicyBook book, CurrentOfficer officer, TimeProvider clock, CancellationToken ct)
    {
        var chosen = request.ItemIds?.Distinct().ToList() ?? [];
        if (request.All == (chosen.Count > 0)) return AidErrors.NothingChosen;

        var query = db.Set<AidItem>().Where(item => item.Month == request.Month);
        if (request.Policy is not null) query = query.Where(item => item.Policy == request.Policy);
        query = request.All
            ? query.Where(item => item.State == AidItemState.Stacked && !item.IsWithdrawn && item.Outcome != StackedState.Refused && item.Nature != AidNature.Imported)
            : query.Where(item => chosen.Contains(item.ItemId));
        var items = await query.ToListAsync(ct);
        if (!request.All && items.Count != chosen.Count) return AidErrors.NoSuchItem;
        if (items.Count == 0) return AidErrors.NothingToApprove;

        var id = Guid.NewGuid();
        foreach (var item in items)
        {
            if (item.Approve(id) is { } refusal) return refusal;
        }

        var offsets = await OpenOffsets.LoadAsync(db, book, ct);
        foreach (var samePolicy in new[] { true, false })
        {
            foreach (var item in items.OrderBy(item => item.Sequence)) item.SetOff(offsets.SetOff(item, item.ApprovedAmount, samePolicy));
        }

        var approval = new Approval
        {
            Id = id,
            Village = officer.Region,
            Month = request.Month,
            Count = items.Count,
            Sum = Money.Sum(items.Select(item => item.ApprovedAmount)),
            ApprovedBy = officer.Id,
            ApprovedByName = officer.Name,
            ApprovedAtUtc = clock.UtcNow(),
        };
        db.Add(approval);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/approvals/{id}", new Response(id, approval.Month, approval.Count, approval.Sum, approval.State));
    }
}
