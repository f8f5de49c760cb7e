using Fupin.Aid.Records;
using Fupin.Contracts.Values;
using Fupin.MedicalAid.Premiums;
using Fupin.MedicalAid.Rehabilitation;
using Fupin.MedicalAid.Settlements;

namespace Fupin.MedicalAid.Records;

/// <summary>
/// The records of the department (卫计局记录). An invoice that comes in a workbook or from a hospital's system becomes a settlement; entering
/// it again has no effect, and changing it is for the desk, with a reason.
/// </summary>
internal static class MedicalRecords
{
    private static readonly Money MostPremium = Money.FromYuan(10_000);
    private static readonly Money MostCost = Money.FromYuan(1_000_000);

    public static readonly RecordKind<Settlement> Invoices = new RecordKind<Settlement>("invoices")
        .Text(bill => bill.InvoiceNo, 40, refusal: MedicalAidErrors.NoInvoice)
        .Word(bill => bill.Care)
        .Word(bill => bill.HospitalLevel, MedicalAidErrors.NoLevel)
        .Text(bill => bill.HospitalCode, 20, refusal: MedicalAidErrors.WrongHospital)
        .Date(bill => bill.AdmittedOn)
        .Date(bill => bill.DischargedOn)
        .Number(bill => bill.StatedVisit, 1, 99, MedicalAidErrors.WrongVisit)
        .Word(bill => bill.Disease)
        .YesNo(bill => bill.IsVeteran)
        .Yuan(bill => bill.Total, new Money(1), BillEntry.MostTotal, MedicalAidErrors.WrongTotal)
        .Yuan(bill => bill.OutOfScope, Money.Zero, BillEntry.MostTotal, MedicalAidErrors.WrongOutOfScope)
        .Refuse(
            MedicalAidErrors.WrongDates,
            bill => bill.DischargedOn,
            (bill, ground) => bill.AdmittedOn > bill.DischargedOn || bill.DischargedOn > ground.Today)
        .Refuse(MedicalAidErrors.WrongOutOfScope, bill => bill.OutOfScope, (bill, _) => bill.OutOfScope > bill.Total)
        .Refuse(MedicalAidErrors.NoDisease, bill => bill.Disease, (bill, _) => bill is { Care: CareKind.Outpatient, Disease: null })
        .KeyedOverallBy(bill => bill.InvoiceNo)
        .NeverCorrected(MedicalAidErrors.InvoiceTaken);

    public static readonly RecordKind<PremiumListing> Premiums = new RecordKind<PremiumListing>("premium-lists")
        .Number(listing => listing.Year, 2015, 2100)
        .Word(listing => listing.Scheme)
        .Yuan(listing => listing.Premium, Money.Zero, MostPremium, MedicalAidErrors.WrongPremium)
        .KeyedBy(listing => listing.Year);

    public static readonly RecordKind<RehabilitationCase> Rehabilitation = new RecordKind<RehabilitationCase>("rehabilitation-cases")
        .Text(one => one.CaseNo, 40)
        .Word(one => one.Kind)
        .Text(one => one.Institution, 100)
        .Date(one => one.CompletedOn)
        .Yuan(one => one.Cost, Money.Zero, MostCost, MedicalAidErrors.WrongCost)
        .Refuse(MedicalAidErrors.WrongCompletion, one => one.CompletedOn, (one, ground) => one.CompletedOn > ground.Today)
        .KeyedOverallBy(one => one.CaseNo);

    public static readonly RecordKind[] All = [Invoices, Premiums, Rehabilitation];
}
