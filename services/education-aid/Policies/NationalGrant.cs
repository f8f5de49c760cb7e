using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;

namespace Fupin.EducationAid.Policies;

/// <summary>The national grant for pupils of senior high school (普通高中国家助学金); children of registered households have the top tier.</summary>
internal static class NationalGrant
{
    public const string Code = "E5";

    // 依据：武发[2016]68号 四(三)(1)：建立完善高中教育在校学生免、减、补等资助政策
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        if (SchoolTerm.Of(parameters) is not { } term)
        {
            decisions.Not()?.Line("school.not.term");
            return;
        }

        foreach (var pupil in aidCase.Members)
        {
            if (!(pupil.Student >= StudentStatus.SeniorHigh1 && pupil.Student <= StudentStatus.SeniorHigh3))
            {
                decisions.Not(pupil.MemberId)?.Line("E5.not.stage");
                continue;
            }

            if (aidCase.AlreadyGiven(Code, pupil.MemberId, term.Period))
            {
                decisions.Not(pupil.MemberId)?.Line("school.not.again", term.Period);
                continue;
            }

            decisions.Give(pupil.MemberId, term.Period, AidNature.Cash, parameters.Money("E5.top"))?
                .Add(term.Line(parameters))
                .Line("E5.top")
                .Parameter("E5.top");
        }
    }
}
