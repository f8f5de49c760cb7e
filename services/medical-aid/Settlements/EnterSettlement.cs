using System.Globalization;
using Fupin.Aid.Parameters;
using Fupin.Aid.PersonalData;
using Fupin.Contracts.Values;
using Fupin.MedicalAid.Data;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.MedicalAid.Settlements;

/// <summary>Settles a hospital bill through all layers (一站式结算).</summary>
internal static class EnterSettlement
{
    private const string Purpose = "settle-medical";

    /// <summary>A bill with whose it is: household and member, or the ID number instead, which is not kept.</summary>
    public sealed record Request(Guid? HouseholdId, Guid? MemberId, string? IdNumber) : BillEntry;

    public static async Task<Results<Created<SettlementAnswer>, Refusal>> Handle(
        Request request, MedicalAidDb db, BillDesk bills, Register register, CurrentParameters parameters, CurrentOfficer officer, TimeProvider clock,
        CancellationToken ct)
    {
        var (today, id) = (clock.Today(), Guid.NewGuid());
        var values = await parameters.OnAsync(today, ct);
        if ((request.WrongOn(today) ?? request.LateOn(today, values)) is { } wrong) return wrong;

        var number = NumberOf(id, today);
        var (patient, refusal) = await Patient.FindAsync(
            request.HouseholdId, request.MemberId, request.IdNumber, new Asking(Purpose, number, request.InvoiceNo!), db, register, ct);
        if (patient is null) return refusal!;
        if (!patient.File.Receives(AidMonth.Of(today))) return MedicalAidErrors.RetentionOver;

        // Begins as a writer, so that of two bills of a household the second sees the counters the first left.
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await IsTakenAsync(request.InvoiceNo!, null, db, ct)) return MedicalAidErrors.InvoiceTaken;

        var bill = new Settlement { Id = id, Number = number, On = today, ParameterNumber = values.LastNumber, EnteredBy = officer.Id };
        request.WriteTo(bill);
        patient.WriteTo(bill);
        db.Add(bill);
        await bills.SettleAsync(bill.HouseholdId, bill.MemberId, bill.DischargedOn.Year, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Created($"/settlements/{id}", SettlementAnswer.Of(bill, values));
    }

    /// <summary>The number under which a bill settled on a day is known.</summary>
    public static string NumberOf(Guid id, DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"YL{day:yyyyMMdd}-{id.ToString("N")[^10..]}");

    /// <summary>Invoices are unique in the whole district; whether one was settled does not depend on who asks.</summary>
    public static Task<bool> IsTakenAsync(string invoiceNo, Guid? except, MedicalAidDb db, CancellationToken ct) =>
        db.Settlements.IgnoreQueryFilters().AnyAsync(row => row.Key == invoiceNo && row.Id != except, ct);
}
