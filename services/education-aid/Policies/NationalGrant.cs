using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;

namespace Fupin.EducationAid.Policies;

/// <summary>The national grant for pupils of senior high school (普通高中国家助学金); children of registered households have the top tier.</summary>
internal static class NationalGrant
{
    public const string Code = "E5";

    // 依据：武发[2016]68号 四(三)(1)：建立完善高中教育在校学生免、减、补等资助政策
    public static IEnumerable<Decision> Decide(AidCase aidCase, PolicyParameters parameters)
    {
        foreach (var (pupil, term) in SchoolTerm.Due(aidCase, parameters, Code, StudentStatus.SeniorHigh1, StudentStatus.SeniorHigh3))
        {
            yield return new Decision(
                pupil.MemberId, term.Period, AidNature.Cash, parameters.Money("E5.top"),
                [term.Line(parameters), parameters.Line("E5.top", []), parameters.Line("E5.top")]);
        }
    }
}
