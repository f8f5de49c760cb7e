using Fupin.Aid.Policies;
using Fupin.Contracts.Values;
using Fupin.MedicalAid.Settlements;

namespace Fupin.MedicalAid.Policies;

/// <summary>
/// The supplementary layer (补充医疗保障), the third: a single disease (单病种) is made up to a share of its price, people entitled to
/// preferential treatment (优抚对象) have a part of what is left, and the insurance that the government buys (政府投保) pays on the rest.
/// The three share one limit.
/// </summary>
internal static class SupplementaryInsurance
{
    public const string Code = "M3";

    private static readonly DiseaseNames Prices = new("M3.single", ".price");
    private static readonly DiseaseNames Shares = new("M3.single", ".share");

    private static readonly Part Part = new(
        static settled => settled.Supplementary.Amount, Explain, static (in Settled settled) => settled.Excluded ?? settled.Supplementary.Bought.NotBecause);

    // 依据：武发[2016]68号 三(六)：通过政府帮助投保，提高低收入家庭抗风险能力
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions) => OneStop.Decide(aidCase, parameters, decisions, Part);

    /// <param name="bill">The bill.</param>
    /// <param name="insured">What the two layers before paid.</param>
    /// <param name="left">What they left.</param>
    /// <param name="parameters">The parameters of the day of discharge.</param>
    public static Supplement Pay(Settlement bill, Money insured, Money left, PolicyParameters parameters)
    {
        var capLeft = Layer.LeftOf(parameters.Money("M3.cap"), bill.Before.Supplementary);
        var single = Single(bill, insured, left, capLeft, parameters);
        (left, capLeft) = (left - single.Amount, capLeft - single.Amount);
        var veteran = bill.IsVeteran == true ? Layer.Of(left, Money.Zero, parameters.Ratio("M3.veteran.ratio"), capLeft) : default;
        (left, capLeft) = (left - veteran.Amount, capLeft - veteran.Amount);
        return new Supplement(single, veteran, Layer.Of(left, parameters.Money("M3.deductible"), parameters.Ratio("M3.ratio"), capLeft));
    }

    public static void Explain(in Settled settled, PolicyParameters then, Explanation lines)
    {
        var (single, veteran, bought) = settled.Supplementary;
        if (single.Due > Money.Zero)
        {
            var disease = settled.Bill.Disease!.Value;
            lines.Add(then.Line(Prices[disease])).Add(then.Line(Shares[disease]))
                .Add(then.Line("M3.single", single.Above, single.Ratio / 100m, single.Deductible, single.Due));
            single.ExplainCap(lines, then, "M3.cap");
        }

        if (veteran.Due > Money.Zero) veteran.Explain(lines, then, "M3.cap", "M3.veteran.ratio");
        bought.Explain(lines, then, "M3.cap", "M3.ratio");
        lines.Add(then.Line("M3.sum", single.Amount, veteran.Amount, bought.Amount));
    }

    // What the share of the price exceeds the two layers before by; the deductible is what they paid.
    private static Layer Single(Settlement bill, Money insured, Money left, Money capLeft, PolicyParameters parameters)
    {
        if (bill.Disease is not { } disease || parameters.Find(Prices[disease]) is null) return default;
        var counted = Money.Min(insured + left, parameters.Money(Prices[disease]));
        var share = parameters.Ratio(Shares[disease]);
        return new Layer(left, insured, counted, share, Money.Min(left, Money.Max(Money.Zero, counted.Times(share) - insured)), capLeft);
    }
}

/// <summary>What the parts of the supplementary layer pay (补充保障各部分).</summary>
internal readonly record struct Supplement(Layer Single, Layer Veteran, Layer Bought)
{
    public Money Amount => Single.Amount + Veteran.Amount + Bought.Amount;
}
