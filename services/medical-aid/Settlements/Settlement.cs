using Fupin.Aid.Households;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;

namespace Fupin.MedicalAid.Settlements;

/// <summary>
/// A hospital bill settled at one window (一站式结算单). It keeps all that its layers were computed from — the counters as they were
/// and the last parameter known — so that they can be computed again at any time, to the fen.
/// </summary>
internal sealed class Settlement : IHouseholdRow
{
    /// <summary>The order of entry, by which lists are paged.</summary>
    public long Sequence { get; init; }

    public Guid Id { get; init; }

    /// <summary>The number of the settlement (结算单号); the claim of its aid items.</summary>
    public required string Number { get; init; }

    /// <summary>The hospital's invoice (发票号); the same bill is settled once.</summary>
    public required string InvoiceNo { get; init; }

    /// <summary>The household (户).</summary>
    public Guid HouseholdId { get; init; }

    /// <summary>The patient (患者).</summary>
    public Guid MemberId { get; init; }

    public DivisionCode Village { get; init; }

    /// <summary>The attribute of the household when it was settled (户属性).</summary>
    public HouseholdAttribute Attribute { get; init; } = HouseholdAttribute.Ordinary;

    /// <summary>The day it was settled (结算日).</summary>
    public DateOnly On { get; init; }

    public HospitalLevel HospitalLevel { get; init; }

    /// <summary>Admitted (入院).</summary>
    public DateOnly AdmittedOn { get; init; }

    /// <summary>Discharged (出院); the year and the parameters are those of this day.</summary>
    public DateOnly DischargedOn { get; init; }

    /// <summary>Which stay of the year this is (第几次住院).</summary>
    public int VisitNo { get; init; } = 1;

    /// <summary>Total cost (总费用).</summary>
    public Money Total { get; init; }

    /// <summary>Cost outside the insurance catalogue (目录外费用).</summary>
    public Money OutOfScope { get; init; }

    /// <summary>The person's counters before this bill.</summary>
    public YearToDate Before { get; init; } = new();

    /// <summary>The number of the last parameter known when it was settled; absent while it is being settled.</summary>
    public int? ParameterNumber { get; init; }

    /// <summary>Who entered it (经办人).</summary>
    public Guid EnteredBy { get; init; }

    /// <summary>Cost within the insurance catalogue (合规费用).</summary>
    public Money InScope => Total - OutOfScope;
}
