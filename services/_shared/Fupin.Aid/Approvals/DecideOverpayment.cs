using Fupin.Aid.Policies;
using Fupin.Aid.Proposals;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;
using Fupin.Messaging;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Aid.Approvals;

/// <summary>Decides what becomes of an amount given too much, with a reason (处理多发).</summary>
internal static class DecideOverpayment
{
    public sealed record Request(OverpaymentDecision Decision, string Reason);

    public static async Task<Results<NoContent, Refusal>> Handle(
        Guid itemId, Request request, DbContext db, IOutbox outbox, PolicyBook book, CurrentOfficer officer, TimeProvider clock, CancellationToken ct)
    {
        if (!AidErrors.IsReason(request.Reason)) return AidErrors.NoReason;
        if (await db.Set<AidItem>().SingleOrDefaultAsync(row => row.ItemId == itemId, ct) is not { } item) return AidErrors.NoSuchItem;
        var amount = item.Undecided;
        if (item.DecideOverpayment(request.Decision, request.Reason, officer.Id) is { } refusal) return refusal;
        if (request.Decision == OverpaymentDecision.Offset) await SetOffAsync(db, item, amount, ct);
        outbox.Add(new OverpaymentDecided(
            Guid.CreateVersion7(), item.HouseholdId, book.Department, item.Month, item.ItemId, item.Policy, item.MemberId, amount, request.Decision, officer.Id, clock.UtcNow()));
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }

    private static async Task SetOffAsync(DbContext db, AidItem item, Money amount, CancellationToken ct)
    {
        if (await db.Set<Offset>().FindAsync([item.ItemId], ct) is not { } offset)
        {
            offset = Offset.Of(item);
            db.Add(offset);
        }

        offset.Add(amount);
    }
}
