using Fupin.Aid.Policies;

namespace Fupin.EducationAid.Policies;

/// <summary>
/// Aid for students of universities and colleges (高校国家助学金、国家助学贷款): a grant by term, and the interest on their state student loans while they
/// study. The loan itself is no aid: it is paid back.
/// </summary>
internal static class UniversityAid
{
    public const string Code = "E9";

    private static readonly GrantTiers Tiers = new("E9.registered", "E9.tier1", "E9.tier2", "E9.tier3");

    // 依据：武发[2016]68号 四(三)(1)：健全大中专低收入农户子女助学贷款和教育救助保障体系
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        foreach (var student in Pupils.Due(Code, Stages.University, aidCase, parameters, decisions)) Tiers.Give(student, parameters, decisions);
        StudentLoanInterest.Decide(aidCase, parameters, decisions);
    }
}
