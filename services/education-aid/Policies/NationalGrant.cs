using Fupin.Aid.Policies;

namespace Fupin.EducationAid.Policies;

/// <summary>The national grant for pupils of senior high school (普通高中国家助学金), in three tiers.</summary>
internal static class NationalGrant
{
    public const string Code = "E5";

    private static readonly GrantTiers Tiers = new("E5.registered", "E5.tier1", "E5.tier2", "E5.tier3");

    // 依据：武发[2016]68号 四(三)(1)：建立完善中等职业教育和高中教育在校学生免、减、补等资助政策
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        foreach (var pupil in Pupils.Due(Code, Stages.SeniorHigh, aidCase, parameters, decisions)) Tiers.Give(pupil, parameters, decisions);
    }
}
