using System.Globalization;
using Fupin.Aid.Parameters;
using Fupin.Aid.PersonalData;
using Fupin.Aid.Policies;
using Fupin.Aid.Proposals;
using Fupin.Contracts.MedicalAid;
using Fupin.Contracts.Values;
using Fupin.MedicalAid.Data;
using Fupin.MedicalAid.Policies;
using Fupin.Messaging;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.MedicalAid.Settlements;

/// <summary>Settles a hospital bill through all layers (一站式结算).</summary>
internal static class EnterSettlement
{
    private const int LongestInvoice = 40;
    private const int MostVisits = 99;
    private const string Purpose = "settle-medical";
    private static readonly Money MostTotal = Money.FromYuan(5_000_000);

    /// <param name="HouseholdId">The household, with the member; or the ID number instead.</param>
    /// <param name="MemberId">The patient.</param>
    /// <param name="IdNumber">The patient's ID number, instead of household and member; it is not kept.</param>
    /// <param name="HospitalLevel">The level of the hospital.</param>
    /// <param name="AdmittedOn">Admitted.</param>
    /// <param name="DischargedOn">Discharged.</param>
    /// <param name="Total">Total cost, fen.</param>
    /// <param name="OutOfScope">Cost outside the catalogue, fen.</param>
    /// <param name="InvoiceNo">The hospital's invoice.</param>
    /// <param name="VisitNo">Which stay of the year it is, where stays are not all known here.</param>
    public sealed record Request(
        Guid? HouseholdId, Guid? MemberId, string? IdNumber, HospitalLevel HospitalLevel, DateOnly AdmittedOn, DateOnly DischargedOn,
        Money Total, Money OutOfScope, string InvoiceNo, int? VisitNo);

    public static async Task<Results<Created<SettlementAnswer>, Refusal>> Handle(
        Request request, MedicalAidDb db, AidDesk desk, IOutbox outbox, Register register, CurrentParameters parameters,
        CurrentOfficer officer, TimeProvider clock, CancellationToken ct)
    {
        var (today, id) = (clock.Today(), Guid.NewGuid());
        var values = await parameters.OnAsync(request.DischargedOn, ct);
        if (WrongIn(request, today, values) is { } wrong) return wrong;

        var number = string.Create(CultureInfo.InvariantCulture, $"YL{today:yyyyMMdd}-{id.ToString("N")[..10]}");
        var (patient, refusal) = await Patient.FindAsync(
            request.HouseholdId, request.MemberId, request.IdNumber, new Asking(Purpose, number, request.InvoiceNo), db, register, ct);
        if (patient is null) return refusal!;
        if (!patient.File.Receives(AidMonth.Of(today))) return MedicalAidErrors.RetentionOver;

        // Begins as a writer, so that of two bills of a person the second sees the counters the first left.
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Invoices are unique in the whole district; whether one was settled does not depend on who asks.
        if (await db.Settlements.IgnoreQueryFilters().AnyAsync(row => row.InvoiceNo == request.InvoiceNo, ct)) return MedicalAidErrors.InvoiceTaken;

        var year = await CountersAsync(patient.MemberId, request.DischargedOn.Year, db, ct);
        var settled = OneStop.Settle(ToBill(request, patient, year.Counters, id, number, today, officer.Id, values.LastNumber), values);
        year.Counters = settled.After;
        db.Add(settled.Bill);
        outbox.Add(ToEvent(settled));
        await desk.DecideAsync(settled.Bill.HouseholdId, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Created($"/settlements/{id}", SettlementAnswer.Of(settled));
    }

    private static Refusal? WrongIn(Request request, DateOnly today, PolicyParameters parameters)
    {
        if (!Enum.IsDefined(request.HospitalLevel)) return MedicalAidErrors.NoLevel;
        if (string.IsNullOrWhiteSpace(request.InvoiceNo) || request.InvoiceNo.Length > LongestInvoice) return MedicalAidErrors.NoInvoice;
        if (request.AdmittedOn > request.DischargedOn || request.DischargedOn > today) return MedicalAidErrors.WrongDates;
        if (request.Total <= Money.Zero || request.Total > MostTotal) return MedicalAidErrors.WrongTotal;
        if (request.OutOfScope < Money.Zero || request.OutOfScope > request.Total) return MedicalAidErrors.WrongOutOfScope;
        if (request.VisitNo is < 1 or > MostVisits) return MedicalAidErrors.WrongVisit;
        var months = parameters.On(today).Number("M1.months");
        return request.DischargedOn < today.AddMonths(-months) ? MedicalAidErrors.TooLate.With(months) : null;
    }

    private static async Task<PersonYear> CountersAsync(Guid memberId, int year, MedicalAidDb db, CancellationToken ct)
    {
        if (await db.PersonYears.FindAsync([memberId, year], ct) is { } known) return known;
        var first = new PersonYear { MemberId = memberId, Year = year };
        db.Add(first);
        return first;
    }

    private static Settlement ToBill(
        Request request, Patient patient, YearToDate before, Guid id, string number, DateOnly today, Guid officer, int parameterNumber) => new()
        {
            Id = id,
            Number = number,
            InvoiceNo = request.InvoiceNo,
            HouseholdId = patient.File.HouseholdId,
            MemberId = patient.MemberId,
            Village = patient.File.Village,
            Attribute = patient.File.Facts!.Attribute,
            On = today,
            HospitalLevel = request.HospitalLevel,
            AdmittedOn = request.AdmittedOn,
            DischargedOn = request.DischargedOn,
            VisitNo = request.VisitNo ?? before.Visits + 1,
            Total = request.Total,
            OutOfScope = request.OutOfScope,
            Before = before,
            ParameterNumber = parameterNumber,
            EnteredBy = officer,
        };

    private static SettlementClosed ToEvent(Settled settled) => new SettlementClosed(
        settled.Bill.Id, Revision: 1, settled.Bill.HouseholdId, settled.Bill.MemberId, settled.Bill.On, settled.Bill.Total, settled.Bill.InScope,
        settled.Basic.Amount, settled.Serious.Amount, settled.Supplementary.Amount, settled.MedicalAid.Amount, Charity: Money.Zero, settled.SelfPaid);
}
