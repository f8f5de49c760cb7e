using Fupin.Aid.Policies;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;
using Fupin.MedicalAid.Settlements;

namespace Fupin.MedicalAid.Policies;

/// <summary>Medical aid (医疗救助), the fourth layer: by the attribute of the household, within a limit of the person and one of the household.</summary>
internal static class MedicalRelief
{
    public const string Code = "M4";

    private const string FamilyCap = "M4.cap.family";
    private static readonly string[] Ratios = ["M4.ratio.ordinary", "M4.ratio.dibao", "M4.ratio.extremelyPoor"];
    private static readonly string[] Caps = ["M4.cap.ordinary", "M4.cap.dibao", "M4.cap.extremelyPoor"];

    private static readonly Part Part = new(
        static settled => settled.MedicalAid.Amount,
        Explain,
        static (in Settled settled) => settled.Excluded ?? settled.MedicalAid.NotBecause);

    // 依据：武发[2016]68号 三(六)：建立贫困家庭重特大疾病救助制度，加大医疗救助力度；四(三)(5)
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions) => OneStop.Decide(aidCase, parameters, decisions, Part);

    public static Layer Pay(Settlement bill, Money left, PolicyParameters parameters)
    {
        var (person, family) = LimitsOf(bill, parameters);
        return Layer.Of(left, parameters.Money("M4.deductible"), parameters.Ratio(Ratios[ClassOf(bill.Attribute)]), Money.Min(person, family));
    }

    public static void Explain(in Settled settled, PolicyParameters then, Explanation lines)
    {
        var bill = settled.Bill;
        var (person, family) = LimitsOf(bill, then);
        settled.MedicalAid.Explain(lines, then, family < person ? FamilyCap : Caps[ClassOf(bill.Attribute)], Ratios[ClassOf(bill.Attribute)]);
        lines.Add(then.Line("M4.handOver", settled.ToPaid().LeftInScope, bill.OutOfScope));
    }

    private static (Money Person, Money Family) LimitsOf(Settlement bill, PolicyParameters parameters) => (
        Layer.LeftOf(parameters.Money(Caps[ClassOf(bill.Attribute)]), bill.Before.MedicalAid),
        Layer.LeftOf(parameters.Money(FamilyCap), bill.FamilyAidBefore));

    private static int ClassOf(HouseholdAttribute attribute) => attribute switch
    {
        HouseholdAttribute.ExtremelyPoor => 2,
        HouseholdAttribute.MinimumLivingAllowance or HouseholdAttribute.DisabledSingle => 1,
        _ => 0,
    };
}
