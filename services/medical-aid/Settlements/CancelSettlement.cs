using Fupin.Aid;
using Fupin.Aid.Parameters;
using Fupin.MedicalAid.Data;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.MedicalAid.Settlements;

/// <summary>Reverses a settlement (冲销): it pays nothing and counts nowhere any more, and its invoice may be settled anew.</summary>
internal static class CancelSettlement
{
    public sealed record Request(string? Reason);

    public static async Task<Results<Ok<SettlementAnswer>, Refusal>> Handle(
        Guid id, Request request, MedicalAidDb db, BillDesk bills, CurrentParameters parameters, CurrentOfficer officer, TimeProvider clock, CancellationToken ct)
    {
        if (!AidErrors.IsReason(request.Reason)) return AidErrors.NoReason;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Settlements.SingleOrDefaultAsync(row => row.Id == id, ct) is not { } bill) return MedicalAidErrors.NoSuchSettlement;
        if (bill.IsCancelled) return MedicalAidErrors.AlreadyCancelled;

        db.Add(SettlementChange.Of(bill, SettlementChangeKind.Cancelled, request.Reason!, officer, clock));
        (bill.Standing, bill.Key) = (Standing.Cancelled, $"{bill.InvoiceNo}|{bill.Id:N}");
        await bills.SettleAsync(bill.HouseholdId, bill.MemberId, bill.DischargedOn.Year, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(SettlementAnswer.Of(bill, await parameters.OnAsync(clock.Today(), ct)));
    }
}
