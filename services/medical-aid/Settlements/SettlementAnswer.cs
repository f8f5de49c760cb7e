using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;
using Fupin.MedicalAid.Policies;

namespace Fupin.MedicalAid.Settlements;

/// <summary>A settlement as people read it (结算单): what each layer paid and how it was computed.</summary>
/// <param name="SelfPaid">What is left for the patient, temporary relief and charity (自付).</param>
/// <param name="LeftInScope">What of that is within the catalogue.</param>
internal sealed record SettlementAnswer(
    Guid Id, string Number, string InvoiceNo, Guid HouseholdId, Guid MemberId, DivisionCode Village, DateOnly On, CareKind Care, HospitalLevel HospitalLevel,
    string? HospitalCode, DateOnly AdmittedOn, DateOnly DischargedOn, int VisitNo, Disease? Disease, Money Total, Money OutOfScope, Money InScope,
    IReadOnlyList<SettlementAnswer.LayerPaid> Layers, Money SelfPaid, Money LeftInScope, int PaidBasisPoints, Standing Standing, int Revision)
{
    /// <summary>What a layer paid.</summary>
    public sealed record LayerPaid(string Policy, string PolicyName, Money Amount, IReadOnlyList<TraceLine> Trace);

    /// <summary>A settlement with its calculation, out of whatever parameters are known now.</summary>
    public static SettlementAnswer Of(Settlement bill, PolicyParameters parameters)
    {
        var then = OneStop.ParametersOf(bill, parameters);
        return new SettlementAnswer(
            bill.Id, bill.Number, bill.InvoiceNo, bill.HouseholdId, bill.MemberId, bill.Village, bill.On, bill.Care, bill.HospitalLevel,
            bill.HospitalCode, bill.AdmittedOn, bill.DischargedOn, bill.VisitNo, bill.Disease, bill.Total, bill.OutOfScope, bill.InScope,
            LayersOf(OneStop.Settle(bill, then), then), bill.Paid.SelfPaid, bill.Paid.LeftInScope, RatioOf(bill.Paid.Sum, bill.Paid.Total), bill.Standing, bill.Revision);
    }

    /// <summary>The ratio really paid (实际报销比例), basis points, which the district has to raise year by year.</summary>
    public static int RatioOf(Money paid, Money cost) => cost > Money.Zero ? (int)(paid.Fen * 10_000 / cost.Fen) : 0;

    private static List<LayerPaid> LayersOf(in Settled settled, PolicyParameters then)
    {
        List<LayerPaid> layers =
        [
            LayerOf(BasicInsurance.Code, settled.Basic.Amount, settled, BasicInsurance.Explain, then),
            LayerOf(SeriousIllnessInsurance.Code, settled.Serious.Amount, settled, SeriousIllnessInsurance.Explain, then),
            LayerOf(SupplementaryInsurance.Code, settled.Supplementary.Amount, settled, SupplementaryInsurance.Explain, then),
            LayerOf(MedicalRelief.Code, settled.MedicalAid.Amount, settled, MedicalRelief.Explain, then),
        ];
        if (settled.Program is { } program)
        {
            var lines = new Explanation(then);
            ChildrenProgram.Explain(settled, then, lines);
            layers.Add(new LayerPaid(ChildrenProgram.Code, NameOf(ChildrenProgram.Code), program.Basic + program.Aid, lines.Lines));
        }

        return layers;
    }

    private static LayerPaid LayerOf(string code, Money amount, in Settled settled, ExplainSettled explain, PolicyParameters then)
    {
        var lines = new Explanation(then);
        if (settled.Excluded is { } never) lines.Line(never);
        else explain(settled, then, lines);
        return new LayerPaid(code, NameOf(code), amount, lines.Lines);
    }

    private static string NameOf(string code) => MedicalAidPolicies.Book.NameOf(code).Name;
}
