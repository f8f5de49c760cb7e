using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;

namespace Fupin.EducationAid.Policies;

/// <summary>Aid for children in kindergarten (学前教育政府资助).</summary>
internal static class PreschoolAid
{
    public const string Code = "E1";

    // 依据：武发[2016]68号 三(三)：加大学前教育政府资助力度，低收入农户子女优先享受
    public static IEnumerable<Decision> Decide(AidCase aidCase, PolicyParameters parameters)
    {
        foreach (var (child, term) in SchoolTerm.Due(aidCase, parameters, Code, StudentStatus.Preschool, StudentStatus.Preschool))
        {
            if (!child.Age.AtLeast(parameters.Number("E1.ageFrom")) || !child.Age.Under(parameters.Number("E1.ageTo") + 1)) continue;
            yield return new Decision(
                child.MemberId, term.Period, AidNature.Cash, parameters.Money("E1.amount"), [term.Line(parameters), parameters.Line("E1.amount")]);
        }
    }
}
