using Fupin.Aid;
using Fupin.Aid.Parameters;
using Fupin.MedicalAid.Data;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.MedicalAid.Settlements;

/// <summary>
/// Corrects what the invoice of a settlement says (更正结算). It stays the same claim, settled on the same day with the parameters known
/// then; whose it is cannot be corrected: such a bill is reversed and settled anew.
/// </summary>
internal static class CorrectSettlement
{
    public sealed record Request(string? Reason) : BillEntry;

    public static async Task<Results<Ok<SettlementAnswer>, Refusal>> Handle(
        Guid id, Request request, MedicalAidDb db, BillDesk bills, CurrentParameters parameters, CurrentOfficer officer, TimeProvider clock, CancellationToken ct)
    {
        if (!AidErrors.IsReason(request.Reason)) return AidErrors.NoReason;
        if (request.WrongOn(clock.Today()) is { } wrong) return wrong;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Settlements.SingleOrDefaultAsync(row => row.Id == id, ct) is not { } bill) return MedicalAidErrors.NoSuchSettlement;
        if (bill.IsCancelled) return MedicalAidErrors.AlreadyCancelled;
        var values = await parameters.OnAsync(clock.Today(), ct);
        if (request.LateOn(bill.On, values) is { } late) return late;
        if (request.DischargedOn > bill.On) return MedicalAidErrors.WrongDates;
        if (await EnterSettlement.IsTakenAsync(request.InvoiceNo!, id, db, ct)) return MedicalAidErrors.InvoiceTaken;

        var year = bill.DischargedOn.Year;
        db.Add(SettlementChange.Of(bill, SettlementChangeKind.Corrected, request.Reason!, officer, clock));
        request.WriteTo(bill);
        if (year != bill.DischargedOn.Year) await bills.SettleAsync(bill.HouseholdId, bill.MemberId, year, ct);
        await bills.SettleAsync(bill.HouseholdId, bill.MemberId, bill.DischargedOn.Year, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(SettlementAnswer.Of(bill, values));
    }
}
