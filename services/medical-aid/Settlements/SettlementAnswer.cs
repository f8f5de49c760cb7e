using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;
using Fupin.MedicalAid.Policies;

namespace Fupin.MedicalAid.Settlements;

/// <summary>A settlement as people read it (结算单): what each layer paid and how it was computed.</summary>
internal sealed record SettlementAnswer(
    Guid Id, string Number, string InvoiceNo, Guid HouseholdId, Guid MemberId, DivisionCode Village, DateOnly On, HospitalLevel HospitalLevel,
    DateOnly AdmittedOn, DateOnly DischargedOn, int VisitNo, Money Total, Money OutOfScope, Money InScope,
    IReadOnlyList<SettlementAnswer.LayerPaid> Layers, Money SelfPaid, int PaidBasisPoints)
{
    /// <summary>What a layer paid.</summary>
    public sealed record LayerPaid(string Policy, string PolicyName, Money Amount, IReadOnlyList<TraceLine> Trace);

    public static SettlementAnswer Of(Settled settled)
    {
        var bill = settled.Bill;
        return new SettlementAnswer(
            bill.Id, bill.Number, bill.InvoiceNo, bill.HouseholdId, bill.MemberId, bill.Village, bill.On, bill.HospitalLevel,
            bill.AdmittedOn, bill.DischargedOn, bill.VisitNo, bill.Total, bill.OutOfScope, bill.InScope,
            [
                LayerOf(BasicInsurance.Code, settled.Basic),
                LayerOf(SeriousIllnessInsurance.Code, settled.Serious),
                LayerOf(SupplementaryInsurance.Code, settled.Supplementary),
                LayerOf(MedicalRelief.Code, settled.MedicalAid),
            ],
            settled.SelfPaid,
            PaidOf(bill.Total, settled.SelfPaid));
    }

    // The ratio really paid (实际报销比例), which the district has to raise year by year.
    private static int PaidOf(Money total, Money selfPaid) => (int)((total - selfPaid).Fen * 10_000 / total.Fen);

    private static LayerPaid LayerOf(string code, Layer layer) => new(code, MedicalAidPolicies.Book.NameOf(code).Name, layer.Amount, layer.Trace);
}
