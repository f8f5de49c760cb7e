using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;

namespace Fupin.MedicalAid.Policies;

/// <summary>What one layer of the one-stop sequence pays (单层支付).</summary>
/// <param name="Amount">Never more than the layers before left.</param>
/// <param name="Trace">How it was computed.</param>
internal sealed record Layer(Money Amount, IReadOnlyList<TraceLine> Trace)
{
    /// <summary>
    /// The usual form of a layer: a ratio of what exceeds a deductible, within what is left of the year's limit. The parameters are
    /// the layer's .deductible, .cap and the ratio named.
    /// </summary>
    public static Layer Above(string code, Money cost, Money deductible, string ratio, Money paidThisYear, PolicyParameters parameters)
    {
        var above = Money.Max(Money.Zero, cost - deductible);
        var paid = above.Times(parameters.Ratio(ratio));
        var left = LeftOf(parameters.Money($"{code}.cap"), paidThisYear);
        var amount = Money.Min(paid, left);
        return new Layer(
            amount,
            [
                parameters.Line("layer.cost", cost),
                parameters.Line("layer.deductible", deductible, above),
                parameters.Line(ratio),
                parameters.Line("layer.paid", above, parameters.Ratio(ratio) / 100m, paid),
                .. Capped(code, paid, left, parameters),
            ]);
    }

    /// <summary>What is left of a yearly limit (年度限额余额).</summary>
    public static Money LeftOf(Money cap, Money paidThisYear) => Money.Max(Money.Zero, cap - paidThisYear);

    /// <summary>The lines that say that a limit took something away; none when it did not.</summary>
    public static IEnumerable<TraceLine> Capped(string code, Money paid, Money left, PolicyParameters parameters) =>
        paid > left ? [parameters.Line($"{code}.cap"), parameters.Line("layer.capped", left)] : [];
}
