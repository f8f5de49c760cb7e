using System.Text.RegularExpressions;
using Fupin.Aid.Records;
using Fupin.Contracts.Values;
using Fupin.EducationAid.Schools;

namespace Fupin.EducationAid.Records;

/// <summary>The records of the department (教育局记录).</summary>
internal static partial class EducationRecords
{
    private static readonly Money MostTuition = Money.FromYuan(100_000);

    public static readonly RecordKind<SchoolRecord> Schools = new RecordKind<SchoolRecord>("school-records")
        .Text(record => record.Term, 7, TermForm(), EducationAidErrors.NoSuchTerm)
        .Text(record => record.School, 100, refusal: EducationAidErrors.NoSchool)
        .Code(record => record.Stage, "student_status")
        .Yuan(record => record.Tuition, Money.Zero, MostTuition, EducationAidErrors.WrongTuition)
        .YesNo(record => record.IsBoarding)
        .Word(record => record.Enrolment)
        .Text(record => record.Reason, 200)
        .Refuse(EducationAidErrors.NoDropOutReason, record => record.Reason, (record, _) => record is { Enrolment: Enrolment.DroppedOut, Reason: null })
        .KeyedBy(record => record.Term);

    public static readonly RecordKind[] All = [Schools];

    [GeneratedRegex(@"^20\d{2}-S[12]$")]
    private static partial Regex TermForm();
}
