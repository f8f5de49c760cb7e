using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;
using Fupin.EducationAid.Schools;

namespace Fupin.EducationAid.Policies;

/// <summary>Tuition of senior high school that is waived (普通高中免学杂费): what the school charges, up to the standard of public schools.</summary>
internal static class TuitionWaiver
{
    public const string Code = "E4";

    // 依据：武发[2016]68号 三(三)：推进低收入农户子女就读高中免除学杂费政策的制定落实
    public static IEnumerable<Decision> Decide(AidCase aidCase, PolicyParameters parameters)
    {
        if (parameters.Find("E4.standard") is not { } standard) yield break; // before the policy began
        foreach (var (pupil, term) in SchoolTerm.Due(aidCase, parameters, Code, StudentStatus.SeniorHigh1, StudentStatus.SeniorHigh3))
        {
            var record = aidCase.Records.Of<SchoolRecord>().SingleOrDefault(row => row.MemberId == pupil.MemberId && row.Term == term.Period);
            var amount = Money.Min(record?.Tuition ?? standard.AsMoney(), standard.AsMoney());
            if (amount == Money.Zero) continue;
            yield return new Decision(
                pupil.MemberId, term.Period, AidNature.Waiver, amount,
                [
                    term.Line(parameters),
                    record is null ? parameters.Line("E4.unknown", []) : parameters.Line("E4.actual", [record.Tuition]),
                    standard.Line,
                    parameters.Line("E4.smaller", [amount]),
                ]);
        }
    }
}
