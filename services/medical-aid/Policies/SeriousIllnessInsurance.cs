using Fupin.Aid.Policies;
using Fupin.Contracts.Values;
using Fupin.MedicalAid.Settlements;

namespace Fupin.MedicalAid.Policies;

/// <summary>Serious-illness insurance (大病保险), the second layer: by bands of what the person paid in scope over the whole year.</summary>
internal static class SeriousIllnessInsurance
{
    public const string Code = "M2";

    private static readonly Part Part = new(
        static settled => settled.Serious.Amount, Explain, static (in Settled settled) => settled.Excluded ?? settled.Serious.NotBecause);

    // 依据：武发[2016]68号 四(三)(5)：实行重特大疾病医疗政策倾斜
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions) => OneStop.Decide(aidCase, parameters, decisions, Part);

    /// <summary>What the year's sum entitles to, less what was paid for earlier bills of the year.</summary>
    public static Layer Pay(Settlement bill, Money left, PolicyParameters parameters)
    {
        var scale = parameters.Derived(Scale.Of);
        var sum = bill.Before.Left + left;
        var due = Money.Min(left, Money.Max(Money.Zero, scale.DueOn(sum) - bill.Before.Serious));
        return new Layer(left, scale.From, Money.Max(Money.Zero, sum - scale.From), 0, due, Layer.LeftOf(scale.Cap, bill.Before.Serious));
    }

    public static void Explain(in Settled settled, PolicyParameters then, Explanation lines)
    {
        var scale = then.Derived(Scale.Of);
        var before = settled.Bill.Before;
        var sum = before.Left + settled.Serious.Cost;
        lines.Add(then.Line("M2.sum", sum))
            .Add(then.Line("M2.from"))
            .Add(then.Line("M2.relief.deductible"))
            .Add(then.Line("M2.relief.points"));
        foreach (var band in scale.Bands)
        {
            if (band.PartOf(sum) is var part && part > Money.Zero) lines.Add(band.Line(part, then));
        }

        lines.Add(then.Line("M2.due", scale.DueOn(sum), before.Serious));
        settled.Serious.ExplainCap(lines, then, "M2.cap");
    }

    // The deductible is the start of the first band; low-income people have a part of it, and more points in each band.
    private sealed class Scale(PolicyParameters parameters)
    {
        public Band[] Bands { get; } = Read(parameters);

        public Money From => Bands[0].From;

        public Money Cap { get; } = parameters.Money("M2.cap");

        public static Scale Of(PolicyParameters parameters) => new(parameters);

        public Money DueOn(Money sum)
        {
            var due = Money.Zero;
            foreach (var band in Bands) due += band.PaidOn(band.PartOf(sum));
            return due;
        }

        private static Band[] Read(PolicyParameters parameters)
        {
            var starts = parameters.Numbers("M2.from").Select(yuan => Money.FromYuan((long)yuan)).ToArray();
            starts[0] = starts[0].Times(parameters.Ratio("M2.relief.deductible"));
            var ratios = parameters.Numbers("M2.ratio");
            var points = parameters.Number("M2.relief.points");
            return
            [
                .. starts.Select((start, index) => new Band(
                    start, index + 1 < starts.Length ? starts[index + 1] : null, Math.Min(100, ratios[index] + points))),
            ];
        }
    }

    private sealed record Band(Money From, Money? To, int Percent)
    {
        public Money PartOf(Money sum) => Money.Max(Money.Zero, (To is { } end ? Money.Min(sum, end) : sum) - From);

        public Money PaidOn(Money part) => part.Times(Percent * 100);

        public Fupin.Contracts.Aid.TraceLine Line(Money part, PolicyParameters then) => To is { } end
            ? then.Line("M2.band", From, end, part, Percent, PaidOn(part))
            : then.Line("M2.open", From, part, Percent, PaidOn(part));
    }
}
