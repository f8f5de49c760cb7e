using System.Text.RegularExpressions;
using Fupin.Aid.Records;
using Fupin.Contracts.Values;
using Fupin.EducationAid.Donors;
using Fupin.EducationAid.Loans;
using Fupin.EducationAid.Schools;
using Fupin.EducationAid.SpecialEducation;

namespace Fupin.EducationAid.Records;

/// <summary>The records of the department (教育局记录).</summary>
internal static partial class EducationRecords
{
    private static readonly Money MostTuition = Money.FromYuan(100_000);
    private static readonly Money OneFen = new(1);
    private static readonly Money MostDonated = Money.FromYuan(1_000_000);

    public static readonly RecordKind<SchoolRecord> Schools = new RecordKind<SchoolRecord>("school-records")
        .Text(record => record.Term, 7, TermForm(), EducationAidErrors.NoSuchTerm)
        .Text(record => record.School, 100, refusal: EducationAidErrors.NoSchool)
        .Word(record => record.Kind)
        .Code(record => record.Stage, "student_status")
        .Number(record => record.Grade, 1, 8)
        .Word(record => record.Major)
        .YesNo(record => record.IsFullTime)
        .Yuan(record => record.Tuition, Money.Zero, MostTuition, EducationAidErrors.WrongTuition)
        .YesNo(record => record.IsBoarding)
        .YesNo(record => record.IsOrphan)
        .Word(record => record.Enrolment)
        .Text(record => record.Reason, 200)
        .Refuse(EducationAidErrors.NoDropOutReason, record => record.Reason, (record, _) => record is { Enrolment: Enrolment.DroppedOut, Reason: null })
        .KeyedBy(record => record.Term);

    public static readonly RecordKind<Pairing> Pairings = new RecordKind<Pairing>("pairings")
        .Text(record => record.PairingNo, 40)
        .Text(record => record.Donor, 100)
        .Yuan(record => record.Pledge, OneFen, MostDonated)
        .Date(record => record.StartsOn)
        .Date(record => record.EndsOn)
        .Refuse(EducationAidErrors.EndsBeforeItStarts, record => record.EndsOn, (record, _) => record.EndsOn < record.StartsOn)
        .KeyedOverallBy(record => record.PairingNo);

    public static readonly RecordKind<PairingPayment> Payments = new RecordKind<PairingPayment>("pairing-payments")
        .Text(record => record.ReceiptNo, 40)
        .Text(record => record.PairingNo, 40)
        .Date(record => record.PaidOn)
        .Yuan(record => record.Amount, OneFen, MostDonated)
        .Word(record => record.Way)
        .Refuse(EducationAidErrors.PaidInTheFuture, record => record.PaidOn, (record, ground) => record.PaidOn > ground.Today)
        .KeyedOverallBy(record => record.ReceiptNo);

    public static readonly RecordKind<StudentLoan> Loans = new RecordKind<StudentLoan>("student-loans")
        .Text(record => record.ContractNo, 40)
        .Number(record => record.SchoolYear, 2000, 2100)
        .Word(record => record.Level)
        .Word(record => record.Origin)
        .Yuan(record => record.Principal, OneFen, MostTuition)
        .Date(record => record.IssuedOn)
        .Date(record => record.StudiesEndOn)
        .Refuse(EducationAidErrors.IssuedOutsideYear, record => record.IssuedOn, (record, _) => record.IssuedOn.Year < record.SchoolYear || record.IssuedOn.Year > record.SchoolYear + 1)
        .Refuse(EducationAidErrors.EndsBeforeItStarts, record => record.StudiesEndOn, (record, _) => record.StudiesEndOn < record.IssuedOn)
        .KeyedOverallBy(record => record.ContractNo);

    public static readonly RecordKind<SpecialEducationCase> SpecialEducation = new RecordKind<SpecialEducationCase>("special-education-cases")
        .Text(record => record.CaseNo, 40)
        .Word(record => record.Kind)
        .Text(record => record.Place, 100)
        .Yuan(record => record.Cost, OneFen, MostTuition)
        .Date(record => record.StartsOn)
        .Refuse(EducationAidErrors.NotDisabled, record => record.CaseNo, (_, ground) => ground.Member is { DisabilityType: null })
        .KeyedOverallBy(record => record.CaseNo);

    public static readonly RecordKind[] All = [Schools, Pairings, Payments, Loans, SpecialEducation];

    [GeneratedRegex(@"^20\d{2}-S[12]$")]
    private static partial Regex TermForm();
}
