using Fupin.Aid.Policies;
using Fupin.Contracts.Values;
using Fupin.MedicalAid.Settlements;

namespace Fupin.MedicalAid.Policies;

/// <summary>
/// Basic medical insurance (基本医疗保险), the first layer: a stay by level of hospital and its number in the year, outpatient special
/// diseases (门诊特殊病种) by ratio, within the limit of the year.
/// </summary>
internal static class BasicInsurance
{
    public const string Code = "M1";

    private const string Points = "M1.relief.points";
    private static readonly string[] Deductibles = ["", "M1.deductible.level1", "M1.deductible.level2", "M1.deductible.level3"];
    private static readonly string[] Ratios = ["", "M1.ratio.level1", "M1.ratio.level2", "M1.ratio.level3"];
    private static readonly DiseaseNames Outpatient = new("M1.outpatient");

    private static readonly Part Part = new(static settled => settled.Basic.Amount, Explain, NotBecause);

    // 依据：武发[2016]68号 三(六)：不断提高医疗保险和救助水平；四(三)(5)：逐年提高低收入人口住院费用报销比例
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions) => OneStop.Decide(aidCase, parameters, decisions, Part);

    public static Layer Pay(Settlement bill, Money cost, PolicyParameters parameters)
    {
        var capLeft = Layer.LeftOf(parameters.Money("M1.cap"), bill.Before.Basic);
        return bill.Care == CareKind.Outpatient
            ? Layer.Of(cost, Money.Zero, parameters.Ratio(Outpatient[bill.Disease!.Value]), capLeft)
            : Layer.Of(cost, DeductibleOf(bill, parameters), parameters.Ratio(Ratios[(int)bill.HospitalLevel]) + parameters.Ratio(Points), capLeft);
    }

    /// <summary>Whether a bill is one of those that insurance settles: of outpatient bills only those of the diseases listed then.</summary>
    public static bool Covers(Settlement bill, PolicyParameters parameters) =>
        bill.Care == CareKind.Inpatient || (bill.Disease is { } disease && parameters.Find(Outpatient[disease]) is not null);

    public static void Explain(in Settled settled, PolicyParameters then, Explanation lines)
    {
        var bill = settled.Bill;
        if (bill.Care == CareKind.Outpatient)
        {
            settled.Basic.Explain(lines, then, "M1.cap", Outpatient[bill.Disease!.Value]);
            return;
        }

        lines.Add(then.Line("M1.visit", bill.VisitNo));
        settled.Basic.Explain(lines, then, "M1.cap", Ratios[(int)bill.HospitalLevel], Points);
    }

    private static string NotBecause(in Settled settled) => settled.Excluded ?? (settled.Bill.InScope == Money.Zero ? "not.scope" : settled.Basic.NotBecause);

    // The second stay of a year has a lower deductible, further ones a lower one still.
    private static Money DeductibleOf(Settlement bill, PolicyParameters parameters)
    {
        var whole = parameters.Money(Deductibles[(int)bill.HospitalLevel]);
        return bill.VisitNo switch
        {
            <= 1 => whole,
            2 => whole.Times(parameters.Ratio("M1.second")),
            _ => whole.Times(parameters.Ratio("M1.further")),
        };
    }
}
