using Fupin.Aid.Proposals;
using Fupin.Contracts.Values;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Aid.Approvals;

/// <summary>Returns an approval to the desk with a reason (退回).</summary>
internal static class ReturnApproval
{
    public sealed record Request(string Reason);

    public static async Task<Results<NoContent, Refusal>> Handle(
        Guid id, Request request, DbContext db, CurrentOfficer officer, TimeProvider clock, CancellationToken ct)
    {
        if (!AidErrors.IsReason(request.Reason)) return AidErrors.NoReason;
        if (await db.Set<Approval>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } approval) return AidErrors.NoSuchApproval;
        if (approval.Return(officer.Id, officer.Name, request.Reason, clock.UtcNow()) is { } closed) return closed;

        var items = await db.Set<AidItem>().Where(item => item.ApprovalId == id).ToListAsync(ct);
        var setOff = items.SelectMany(item => item.Offsets).ToLookup(line => line.Because!.Value, line => line.Amount);
        var overpaid = setOff.Select(lines => lines.Key).ToList();
        foreach (var offset in await db.Set<Offset>().Where(row => overpaid.Contains(row.ItemId)).ToListAsync(ct)) offset.TakeBack(Money.Sum(setOff[offset.ItemId]));
        foreach (var item in items)
        {
            item.ReturnToDesk();
            if (item.IsWithdrawn) db.Remove(item);
        }

        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
