using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.EducationAid.Schools;

namespace Fupin.EducationAid.Policies;

/// <summary>The national grant for the first two years of secondary vocational school (中职国家助学金): pupils of agriculture, and those in need.</summary>
internal static class VocationalGrant
{
    public const string Code = "E7";

    // 依据：武发[2016]68号 四(三)(1)：建立完善中等职业教育和高中教育在校学生免、减、补等资助政策
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        foreach (var pupil in Pupils.Due(Code, Stages.VocationalFirstTwoYears, aidCase, parameters, decisions))
        {
            if (pupil.Latest?.IsFullTime == false)
            {
                decisions.Not(pupil.Id)?.Line("school.not.fullTime");
                continue;
            }

            decisions.Give(pupil.Id, pupil.Term.Period, AidNature.Cash, parameters.Money("E7.amount"))?
                .Add(pupil.Term.Line(parameters))
                .Line(pupil.Latest?.Major == MajorKind.Agricultural ? "E7.agricultural" : "E7.registered")
                .Parameter("E7.amount");
        }
    }
}
