using Fupin.Aid.Approvals;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;
using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Aid.Proposals;

/// <summary>What waits at the desk (待办).</summary>
internal static class CountWork
{
    /// <param name="Month">The month that runs now.</param>
    /// <param name="NotStacked">Items of it that wait for stacking.</param>
    /// <param name="ToApprove">Items of it that wait for approval.</param>
    /// <param name="ToApproveSum">What they grant.</param>
    /// <param name="ToConfirm">Approvals that wait for a second officer.</param>
    /// <param name="Overpaid">Overpayments that wait for a decision.</param>
    public sealed record Answer(AidMonth Month, int NotStacked, int ToApprove, Money ToApproveSum, int ToConfirm, int Overpaid);

    public static async Task<Ok<Answer>> Handle(DbContext db, TimeProvider clock, CancellationToken ct)
    {
        var month = clock.ThisMonth();
        var items = db.Set<AidItem>().AsNoTracking();
        var waiting = await items
            .Where(item => item.Month == month && item.State == AidItemState.Stacked && !item.IsWithdrawn && item.Outcome != StackedState.Refused && item.Nature != AidNature.Imported)
            .Select(item => item.Granted)
            .ToListAsync(ct);
        return TypedResults.Ok(new Answer(
            month,
            await items.CountAsync(item => item.Month == month && item.State == AidItemState.Proposed, ct),
            waiting.Count,
            Money.Sum(waiting),
            await db.Set<Approval>().CountAsync(approval => approval.State == ApprovalState.Open, ct),
            await items.CountAsync(item => item.Overpayment == OverpaymentState.Open, ct)));
    }
}
