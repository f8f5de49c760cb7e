using Fupin.Aid.Policies;
using Fupin.EducationAid.Schools;

namespace Fupin.EducationAid.Policies;

/// <summary>Tuition of secondary vocational school that is waived (中职免学费), for all who study full time but not for performing arts.</summary>
internal static class VocationalWaiver
{
    public const string Code = "E6";

    // 依据：武发[2016]68号 四(三)(1)：建立完善中等职业教育和高中教育在校学生免、减、补等资助政策
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        foreach (var pupil in Pupils.Due(Code, Stages.Vocational, aidCase, parameters, decisions))
        {
            if (pupil.Latest?.IsFullTime == false) decisions.Not(pupil.Id)?.Line("school.not.fullTime");
            else if (pupil.Latest?.Major == MajorKind.PerformingArts) decisions.Not(pupil.Id)?.Line("E6.not.arts");
            else SchoolFees.Waive(pupil, "E6.standard", "E6.entitled", parameters, decisions);
        }
    }
}
