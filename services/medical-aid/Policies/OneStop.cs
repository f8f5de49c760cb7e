using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;
using Fupin.MedicalAid.Settlements;

namespace Fupin.MedicalAid.Policies;

/// <summary>A bill with what each layer pays (结算结果); the layers and what the patient pays make up the cost, to the fen.</summary>
/// <param name="Bill">The bill.</param>
/// <param name="Excluded">The text that says why no layer can pay; null where they can.</param>
/// <param name="Program">What a children's programme pays instead of the layers.</param>
/// <param name="NotProgram">The text that says why none does.</param>
internal readonly record struct Settled(
    Settlement Bill, string? Excluded, Layer Basic, Layer Serious, Supplement Supplementary, Layer MedicalAid, ProgramPaid? Program, string? NotProgram)
{
    public bool IsByProgram => Program is not null;

    /// <summary>The text that says why nothing at all is paid on it.</summary>
    public string? Standing => OneStop.TextOf(Bill.Standing);

    /// <summary>The amounts as they are kept with the bill.</summary>
    public Paid ToPaid() => Bill.IsCancelled ? new Paid()
        : Program is { } program ? new Paid
        {
            Total = program.Charged,
            InScope = program.Charged,
            Basic = program.Basic,
            MedicalAid = program.Aid,
            ByProgram = true,
        }
        : new Paid
        {
            Total = Bill.Total,
            InScope = Bill.InScope,
            Basic = Basic.Amount,
            Serious = Serious.Amount,
            Supplementary = Supplementary.Amount,
            MedicalAid = MedicalAid.Amount,
        };
}

/// <summary>What a layer has to say of a settled bill.</summary>
internal delegate TAnswer OfSettled<TAnswer>(in Settled settled);

/// <summary>Adds the lines by which a layer's amount came about.</summary>
internal delegate void ExplainSettled(in Settled settled, PolicyParameters then, Explanation lines);

/// <summary>The part of a settled bill that a policy is about (结算中的一层).</summary>
internal sealed record Part(Func<Settled, Money> AmountOf, ExplainSettled Explain, OfSettled<string> NotBecause);

/// <summary>
/// The one-stop sequence (一站式结算): basic insurance, serious-illness insurance, the supplementary layer, medical aid. Each layer
/// works on the cost in scope that the former ones left, so that together they never pay more than that cost. Pure: the same bill,
/// counters and parameters give the same layers.
/// </summary>
internal static class OneStop
{
    // 依据：武发[2016]68号 三(六)、四(三)(5)
    public static Settled Settle(Settlement bill, PolicyParameters parameters)
    {
        if (TextOf(bill.Standing) is { } never) return new Settled(bill, never, default, default, default, default, null, never);
        var (program, notProgram) = ChildrenProgram.Pay(bill, parameters);
        if (program is not null) return new Settled(bill, "not.program", default, default, default, default, program, null);

        if (!BasicInsurance.Covers(bill, parameters)) return new Settled(bill, "M1.not.outpatient", default, default, default, default, null, notProgram);
        var basic = BasicInsurance.Pay(bill, bill.InScope, parameters);
        var left = bill.InScope - basic.Amount;
        var serious = SeriousIllnessInsurance.Pay(bill, left, parameters);
        left -= serious.Amount;
        var supplementary = SupplementaryInsurance.Pay(bill, basic.Amount + serious.Amount, left, parameters);
        left -= supplementary.Amount;
        return new Settled(bill, null, basic, serious, supplementary, MedicalRelief.Pay(bill, left, parameters), null, notProgram);
    }

    /// <summary>Computes a bill again as it was settled, with the parameters known then.</summary>
    public static Settled Again(Settlement bill, PolicyParameters parameters) => Settle(bill, ParametersOf(bill, parameters));

    /// <summary>The parameters by which a bill is settled.</summary>
    public static PolicyParameters ParametersOf(Settlement bill, PolicyParameters parameters)
    {
        var then = parameters.On(bill.DischargedOn);
        return bill.ParameterNumber is { } number ? then.AsOf(number) : then;
    }

    /// <summary>One part of all bills settled in the month.</summary>
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions, Part part)
    {
        var any = false;
        foreach (var bill in aidCase.Records.Of<Settlement>())
        {
            if (!bill.IsDueIn(aidCase.Month)) continue;
            any = true;
            var then = ParametersOf(bill, parameters);
            var settled = Settle(bill, then);
            if (part.AmountOf(settled) is var amount && amount == Money.Zero)
            {
                decisions.Not(bill.MemberId)?.Add(LineOf(bill, then)).Line(part.NotBecause(settled));
                continue;
            }

            if (decisions.Give(bill.MemberId, aidCase.Period, AidNature.Reimbursement, amount, bill.Number, bill.Total) is { } lines)
            {
                part.Explain(settled, then, lines.Add(LineOf(bill, then)));
            }
        }

        if (!any) decisions.Not()?.Line("not.bill");
    }

    /// <summary>The text that says why nothing is paid on a bill of a standing; null where something can be.</summary>
    public static string? TextOf(Standing standing) => standing switch
    {
        Standing.Late => "not.late",
        Standing.RetentionOver => "not.retention",
        Standing.Cancelled => "not.cancelled",
        _ => null,
    };

    private static TraceLine LineOf(Settlement bill, PolicyParameters then) => then.Line("bill", bill.Number, bill.Total, bill.OutOfScope, bill.InScope);
}
