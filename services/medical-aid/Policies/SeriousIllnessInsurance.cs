using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;
using Fupin.MedicalAid.Settlements;

namespace Fupin.MedicalAid.Policies;

/// <summary>Serious-illness insurance (大病保险), the second layer: by bands of what the person paid in scope over the whole year.</summary>
internal static class SeriousIllnessInsurance
{
    public const string Code = "M2";

    // 依据：武发[2016]68号 四(三)(5)：实行重特大疾病医疗政策倾斜
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions) =>
        OneStop.Decide(aidCase, parameters, decisions, static settled => settled.Serious);

    /// <summary>What the year's sum entitles to, less what was paid for earlier bills of the year.</summary>
    public static Layer Pay(Settlement bill, Money left, PolicyParameters parameters)
    {
        var sum = bill.Before.Left + left;
        var bands = Bands(parameters).Select(band => band with { Part = band.PartOf(sum) }).Where(band => band.Part > Money.Zero).ToList();
        var due = Money.Sum(bands.Select(band => band.Paid));
        var capLeft = Layer.LeftOf(parameters.Money("M2.cap"), bill.Before.Serious);
        var paid = Money.Min(left, Money.Max(Money.Zero, due - bill.Before.Serious));
        return new Layer(
            Money.Min(paid, capLeft),
            [
                parameters.Line("M2.sum", sum),
                parameters.Line("M2.from"),
                parameters.Line("M2.relief.deductible"),
                parameters.Line("M2.relief.points"),
                .. bands.Select(band => band.Line(parameters)),
                parameters.Line("M2.due", due, bill.Before.Serious),
                .. Layer.Capped(Code, paid, capLeft, parameters),
            ]);
    }

    // The deductible is the start of the first band; low-income people have a part of it, and more points in each band.
    private static IEnumerable<Band> Bands(PolicyParameters parameters)
    {
        var starts = parameters.Numbers("M2.from").Select(yuan => Money.FromYuan((long)yuan)).ToList();
        starts[0] = starts[0].Times(parameters.Ratio("M2.relief.deductible"));
        var ratios = parameters.Numbers("M2.ratio");
        for (var index = 0; index < starts.Count; index++)
        {
            Money? end = index + 1 < starts.Count ? starts[index + 1] : null;
            yield return new Band(starts[index], end, Math.Min(100, ratios[index] + parameters.Number("M2.relief.points")));
        }
    }

    private sealed record Band(Money From, Money? To, int Percent)
    {
        public Money Part { get; init; }

        public Money Paid => Part.Times(Percent * 100);

        public Money PartOf(Money sum) => Money.Max(Money.Zero, (To is { } end ? Money.Min(sum, end) : sum) - From);

        public TraceLine Line(PolicyParameters parameters) => To is { } end
            ? parameters.Line("M2.band", From, end, Part, Percent, Paid)
            : parameters.Line("M2.open", From, Part, Percent, Paid);
    }
}
