using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;
using Fupin.MedicalAid.Settlements;

namespace Fupin.MedicalAid.Policies;

/// <summary>A bill with what each layer pays (结算结果); the layers and what the patient pays make up the total, to the fen.</summary>
internal sealed record Settled(Settlement Bill, Layer Basic, Layer Serious, Layer Supplementary, Layer MedicalAid)
{
    /// <summary>What the patient pays (自付).</summary>
    public Money SelfPaid => Bill.Total - Basic.Amount - Serious.Amount - Supplementary.Amount - MedicalAid.Amount;

    /// <summary>The counters of the year after this bill.</summary>
    public YearToDate After => new()
    {
        Visits = Math.Max(Bill.Before.Visits + 1, Bill.VisitNo),
        Basic = Bill.Before.Basic + Basic.Amount,
        Left = Bill.Before.Left + Bill.InScope - Basic.Amount,
        Serious = Bill.Before.Serious + Serious.Amount,
        Supplementary = Bill.Before.Supplementary + Supplementary.Amount,
        MedicalAid = Bill.Before.MedicalAid + MedicalAid.Amount,
    };
}

/// <summary>
/// The one-stop sequence (一站式结算): basic insurance, serious-illness insurance, supplementary insurance, medical aid. Each layer
/// works on the cost in scope that the former ones left, so that together they never pay more than that cost. Pure: the same bill,
/// counters and parameters give the same layers.
/// </summary>
internal static class OneStop
{
    // 依据：武发[2016]68号 三(六)、四(三)(5)
    public static Settled Settle(Settlement bill, PolicyParameters parameters)
    {
        var basic = BasicInsurance.Pay(bill, parameters);
        var left = bill.InScope - basic.Amount;
        var serious = SeriousIllnessInsurance.Pay(bill, left, parameters);
        left -= serious.Amount;
        var supplementary = SupplementaryInsurance.Pay(bill, left, parameters);
        left -= supplementary.Amount;
        return new Settled(bill, basic, serious, supplementary, MedicalRelief.Pay(bill, left, parameters));
    }

    /// <summary>Computes a bill again as it was settled, with the parameters known then.</summary>
    public static Settled Again(Settlement bill, PolicyParameters parameters)
    {
        var then = parameters.On(bill.DischargedOn);
        return Settle(bill, bill.ParameterNumber is { } number ? then.AsOf(number) : then);
    }

    /// <summary>One layer of all bills settled in the month.</summary>
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions, Func<Settled, Layer> layerOf)
    {
        if (OfMonth(aidCase) is not { Count: > 0 } bills)
        {
            decisions.Not()?.Line("not.bill");
            return;
        }

        foreach (var bill in bills)
        {
            var layer = layerOf(Again(bill, parameters));
            if (layer.Amount == Money.Zero)
            {
                decisions.Not(bill.MemberId)?.Line("bill", bill.Number, bill.Total, bill.OutOfScope, bill.InScope).Add(layer.Trace).Line("not.paid");
                continue;
            }

            decisions.Give(bill.MemberId, aidCase.Period, AidNature.Reimbursement, layer.Amount, bill.Number, bill.Total)?
                .Line("bill", bill.Number, bill.Total, bill.OutOfScope, bill.InScope)
                .Add(layer.Trace);
        }
    }

    private static IReadOnlyList<Settlement> OfMonth(AidCase aidCase)
    {
        var bills = aidCase.Records.Of<Settlement>();
        return bills.IsEmpty ? [] : [.. bills.ToArray().Where(bill => AidMonth.Of(bill.On) == aidCase.Month).OrderBy(bill => bill.Number, StringComparer.Ordinal)];
    }
}
