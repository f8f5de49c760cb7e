using Fupin.Aid.Policies;
using Fupin.Contracts.Values;
using Fupin.ServiceDefaults;

namespace Fupin.MedicalAid.Settlements;

/// <summary>What an invoice says (票据内容), as it is entered and as it is corrected.</summary>
internal abstract record BillEntry
{
    private const int LongestInvoice = 40;
    private const int LongestCode = 20;
    private const int MostVisits = 99;
    public static readonly Money MostTotal = Money.FromYuan(5_000_000);

    public CareKind Care { get; init; }

    public HospitalLevel HospitalLevel { get; init; }

    public string? HospitalCode { get; init; }

    public DateOnly AdmittedOn { get; init; }

    public DateOnly DischargedOn { get; init; }

    /// <summary>Total cost, fen.</summary>
    public Money Total { get; init; }

    /// <summary>Cost outside the catalogue, fen.</summary>
    public Money OutOfScope { get; init; }

    public string? InvoiceNo { get; init; }

    /// <summary>Which stay of the year it is, where stays are not all known here.</summary>
    public int? VisitNo { get; init; }

    /// <summary>The principal disease, where it matters to a layer; outpatient bills need one.</summary>
    public Disease? Disease { get; init; }

    public bool IsVeteran { get; init; }

    /// <summary>What is wrong with it by itself.</summary>
    public Refusal? WrongOn(DateOnly today)
    {
        if (!Enum.IsDefined(HospitalLevel)) return MedicalAidErrors.NoLevel;
        if (!Enum.IsDefined(Care) || (Disease is { } disease && !Enum.IsDefined(disease))) return MedicalAidErrors.NoDisease;
        if (Care == CareKind.Outpatient && Disease is null) return MedicalAidErrors.NoDisease;
        if (string.IsNullOrWhiteSpace(InvoiceNo) || InvoiceNo.Length > LongestInvoice) return MedicalAidErrors.NoInvoice;
        if (HospitalCode is { Length: > LongestCode }) return MedicalAidErrors.WrongHospital;
        if (AdmittedOn > DischargedOn || DischargedOn > today) return MedicalAidErrors.WrongDates;
        if (Total <= Money.Zero || Total > MostTotal) return MedicalAidErrors.WrongTotal;
        if (OutOfScope < Money.Zero || OutOfScope > Total) return MedicalAidErrors.WrongOutOfScope;
        return VisitNo is < 1 or > MostVisits ? MedicalAidErrors.WrongVisit : null;
    }

    /// <summary>Whether it comes in time: a bill may be settled for some months after discharge.</summary>
    public Refusal? LateOn(DateOnly day, PolicyParameters parameters)
    {
        var months = parameters.On(day).Number("M1.months");
        return DischargedOn < day.AddMonths(-months) ? MedicalAidErrors.TooLate.With(months) : null;
    }

    public void WriteTo(Settlement bill)
    {
        (bill.InvoiceNo, bill.Key) = (InvoiceNo!, InvoiceNo!);
        (bill.Care, bill.HospitalLevel, bill.HospitalCode) = (Care, HospitalLevel, HospitalCode);
        (bill.AdmittedOn, bill.DischargedOn, bill.StatedVisit) = (AdmittedOn, DischargedOn, VisitNo);
        (bill.Disease, bill.IsVeteran) = (Disease, IsVeteran ? true : null);
        (bill.Total, bill.OutOfScope) = (Total, OutOfScope);
    }
}
