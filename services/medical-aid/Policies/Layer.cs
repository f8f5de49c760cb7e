using Fupin.Aid.Policies;
using Fupin.Contracts.Values;

namespace Fupin.MedicalAid.Policies;

/// <summary>
/// What one layer of the one-stop sequence pays (单层支付), with the figures from which it comes about. Bills are settled for a whole
/// district at once, so a layer is figures only; lines are made of them where somebody asks.
/// </summary>
/// <param name="Cost">What the former layers left of the cost in scope.</param>
/// <param name="Deductible">The deductible (起付线).</param>
/// <param name="Above">What counts, above the deductible.</param>
/// <param name="Ratio">The ratio, basis points.</param>
/// <param name="Due">What it would pay without a limit; never more than <paramref name="Cost"/>.</param>
/// <param name="CapLeft">What is left of its limits.</param>
internal readonly record struct Layer(Money Cost, Money Deductible, Money Above, int Ratio, Money Due, Money CapLeft)
{
    private const int Whole = 10_000;

    public Money Amount => Money.Min(Due, CapLeft);

    /// <summary>The text that says why it pays nothing: the first condition that fails.</summary>
    public string NotBecause =>
        Cost == Money.Zero ? "not.left"
        : Above == Money.Zero ? "not.deductible"
        : CapLeft == Money.Zero ? "not.cap"
        : "not.due";

    /// <summary>The usual form: a ratio of what exceeds a deductible, within what is left of a limit.</summary>
    public static Layer Of(Money cost, Money deductible, int ratio, Money capLeft)
    {
        ratio = Math.Min(Whole, ratio);
        var above = Money.Max(Money.Zero, cost - deductible);
        return new Layer(cost, deductible, above, ratio, above.Times(ratio), capLeft);
    }

    /// <summary>What is left of a yearly limit (年度限额余额).</summary>
    public static Money LeftOf(Money cap, Money paidThisYear) => Money.Max(Money.Zero, cap - paidThisYear);

    /// <summary>The lines of the usual form: cost, deductible, the parameters that make the ratio, and the limit where it took something away.</summary>
    public void Explain(Explanation lines, PolicyParameters then, string cap, params ReadOnlySpan<string> ratios)
    {
        lines.Add(then.Line("layer.cost", Cost)).Add(then.Line("layer.deductible", Deductible, Above));
        foreach (var ratio in ratios) lines.Add(then.Line(ratio));
        lines.Add(then.Line("layer.paid", Above, Ratio / 100m, Due));
        ExplainCap(lines, then, cap);
    }

    public void ExplainCap(Explanation lines, PolicyParameters then, string cap)
    {
        if (Due > CapLeft) lines.Add(then.Line(cap)).Add(then.Line("layer.capped", CapLeft));
    }
}
