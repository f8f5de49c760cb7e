using Fupin.Contracts.Values;
using MassTransit;

namespace Fupin.Contracts.MedicalAid;

/// <summary>
/// A medical bill was settled through all layers at one window (一站式结算), or settled again: a late, corrected or reversed bill of the
/// year changes what the later ones come to. The newest revision says all.
/// </summary>
/// <param name="SettlementId">The settlement (结算单).</param>
/// <param name="Revision">The revision; a correction or reversal has a newer one.</param>
/// <param name="HouseholdId">The household (户).</param>
/// <param name="MemberId">The patient.</param>
/// <param name="On">The day of the settlement.</param>
/// <param name="Total">Total cost (总费用), fen; the fixed price of a children's programme where that is lower.</param>
/// <param name="InScope">Cost within the insurance catalogue (合规费用), fen.</param>
/// <param name="Basic">Paid by basic insurance (基本医保), fen.</param>
/// <param name="Serious">Paid by serious-illness insurance (大病保险), fen.</param>
/// <param name="Supplementary">Paid by supplementary aid (补充), fen.</param>
/// <param name="MedicalAid">Paid by medical aid (医疗救助), fen.</param>
/// <param name="Charity">Paid by charity (慈善), fen.</param>
/// <param name="SelfPaid">What the patient pays (自付), fen; total minus all layers. Temporary relief and charity start from it.</param>
/// <param name="IsCancelled">Whether it was reversed (冲销); all amounts are zero then.</param>
[EntityName("medical-aid.settlement-closed"), MessageUrn("fupin:medical-aid:settlement-closed")]
public sealed record SettlementClosed(
    Guid SettlementId,
    int Revision,
    Guid HouseholdId,
    Guid MemberId,
    DateOnly On,
    Money Total,
    Money InScope,
    Money Basic,
    Money Serious,
    Money Supplementary,
    Money MedicalAid,
    Money Charity,
    Money SelfPaid,
    bool IsCancelled = false);
