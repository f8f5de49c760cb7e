using Fupin.Aid.Policies;
using Fupin.Contracts.Values;
using Fupin.MedicalAid.Settlements;

namespace Fupin.MedicalAid.Policies;

/// <summary>Supplementary insurance that the government buys for low-income people (补充医疗保险), the third layer.</summary>
internal static class SupplementaryInsurance
{
    public const string Code = "M3";

    // 依据：武发[2016]68号 三(六)：通过政府帮助投保，提高低收入家庭抗风险能力
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions) =>
        OneStop.Decide(aidCase, parameters, decisions, static settled => settled.Supplementary);

    public static Layer Pay(Settlement bill, Money left, PolicyParameters parameters) =>
        Layer.Above(Code, left, parameters.Money("M3.deductible"), "M3.ratio", bill.Before.Supplementary, parameters);
}
