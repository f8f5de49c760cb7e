using Fupin.Aid.Policies;
using Fupin.Contracts.Codes;

namespace Fupin.EducationAid.Policies;

/// <summary>
/// Tuition of senior high school that is waived (普通高中免学杂费). Registered households, disabled pupils, and those on the rural allowance or kept
/// as extremely poor are entitled; all households here are registered.
/// </summary>
internal static class TuitionWaiver
{
    public const string Code = "E4";

    // 依据：武发[2016]68号 三(三)：推进低收入农户子女就读高中免除学杂费政策的制定落实
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        foreach (var pupil in Pupils.Due(Code, Stages.SeniorHigh, aidCase, parameters, decisions))
        {
            if (parameters.Find("E4.standard") is null) decisions.Not(pupil.Id)?.Line("E4.not.begun");
            else SchoolFees.Waive(pupil, "E4.standard", EntitledAs(aidCase, pupil), parameters, decisions);
        }
    }

    private static string EntitledAs(AidCase aidCase, in Pupil pupil) => aidCase.Facts.Attribute switch
    {
        HouseholdAttribute.MinimumLivingAllowance => "E4.dibao",
        HouseholdAttribute.ExtremelyPoor => "E4.extremelyPoor",
        _ => pupil.IsDisabled ? "E4.disabled" : "E4.registered",
    };
}
