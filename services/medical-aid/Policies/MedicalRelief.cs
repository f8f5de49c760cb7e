using Fupin.Aid.Policies;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;
using Fupin.MedicalAid.Settlements;

namespace Fupin.MedicalAid.Policies;

/// <summary>Medical aid (医疗救助), the fourth layer: by the attribute of the household.</summary>
internal static class MedicalRelief
{
    public const string Code = "M4";

    // 依据：武发[2016]68号 三(六)：建立贫困家庭重特大疾病救助制度，加大医疗救助力度；四(三)(5)
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions) =>
        OneStop.Decide(aidCase, parameters, decisions, static settled => settled.MedicalAid);

    public static Layer Pay(Settlement bill, Money left, PolicyParameters parameters)
    {
        var ratio = bill.Attribute switch
        {
            HouseholdAttribute.ExtremelyPoor => "M4.ratio.extremelyPoor",
            HouseholdAttribute.MinimumLivingAllowance or HouseholdAttribute.DisabledSingle => "M4.ratio.dibao",
            _ => "M4.ratio.ordinary",
        };
        return Layer.Above(Code, left, parameters.Money("M4.deductible"), ratio, bill.Before.MedicalAid, parameters);
    }
}
