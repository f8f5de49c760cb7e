using Fupin.Aid.Records;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;

namespace Fupin.MedicalAid.Settlements;

/// <summary>
/// A hospital bill settled at one window (一站式结算单): what the invoice says, and what the layers made of it. It keeps all that the
/// layers were computed from — the year's counters before it and the last parameter known — so that they can be computed again at any
/// time, to the fen. <see cref="YearOfBills"/> writes the second part; nothing else does.
/// </summary>
internal sealed class Settlement : IPersonRecord
{
    /// <summary>The order of entry, by which lists are paged.</summary>
    public long Sequence { get; init; }

    public Guid Id { get; set; }

    /// <summary>What keeps an invoice from being settled twice; a reversed settlement gives it free again.</summary>
    public string Key { get; set; } = "";

    /// <summary>The number of the settlement (结算单号); the claim of its aid items.</summary>
    public string Number { get; set; } = "";

    /// <summary>The household (户).</summary>
    public Guid HouseholdId { get; set; }

    /// <summary>The patient (患者).</summary>
    public Guid MemberId { get; set; }

    public DivisionCode Village { get; set; }

    /// <summary>The hospital's invoice (发票号); the same bill is settled once.</summary>
    public string InvoiceNo { get; set; } = "";

    /// <summary>In hospital or outpatient (就医类别).</summary>
    public CareKind Care { get; set; }

    public HospitalLevel HospitalLevel { get; set; }

    /// <summary>The code of the hospital (医院代码), where a programme names its hospitals.</summary>
    public string? HospitalCode { get; set; }

    /// <summary>Admitted (入院).</summary>
    public DateOnly AdmittedOn { get; set; }

    /// <summary>Discharged (出院); the year and the parameters are those of this day.</summary>
    public DateOnly DischargedOn { get; set; }

    /// <summary>Which stay of the year the hospital says it is (医院申报的住院次数), where stays are not all known here.</summary>
    public int? StatedVisit { get; set; }

    /// <summary>The principal disease (病种), where it matters to a layer.</summary>
    public Disease? Disease { get; set; }

    /// <summary>Whether the patient is entitled to preferential treatment (优抚对象).</summary>
    public bool? IsVeteran { get; set; }

    /// <summary>Total cost (总费用).</summary>
    public Money Total { get; set; }

    /// <summary>Cost outside the insurance catalogue (目录外费用).</summary>
    public Money OutOfScope { get; set; }

    /// <summary>The day it was settled (结算日); its aid items are due in that month.</summary>
    public DateOnly On { get; set; }

    /// <summary>The attribute of the household when it was settled (户属性).</summary>
    public HouseholdAttribute Attribute { get; set; } = HouseholdAttribute.Ordinary;

    /// <summary>The highest age the patient could have when it was settled (年龄上限).</summary>
    public int AgeAtMost { get; set; } = 200;

    /// <summary>Whether the layers pay on it (结算资格).</summary>
    public Standing Standing { get; set; }

    /// <summary>The number of the last parameter known when it was settled; absent while it is being settled.</summary>
    public int? ParameterNumber { get; set; }

    /// <summary>Who entered it (经办人); absent for one that came in a workbook.</summary>
    public Guid? EnteredBy { get; set; }

    /// <summary>Which stay of the year it counts as (第几次住院).</summary>
    public int VisitNo { get; set; } = 1;

    /// <summary>The person's counters before this bill.</summary>
    public YearToDate Before { get; set; } = new();

    /// <summary>What medical aid had paid to the whole household in the year before this bill (本户已支付医疗救助).</summary>
    public Money FamilyAidBefore { get; set; }

    /// <summary>What each layer pays (各层支付).</summary>
    public Paid Paid { get; set; } = new();

    /// <summary>The revision told last; 0 before the first.</summary>
    public int Revision { get; set; }

    public int Version { get; set; }

    /// <summary>Cost within the insurance catalogue (合规费用).</summary>
    public Money InScope => Total - OutOfScope;

    public bool IsCancelled => Standing == Standing.Cancelled;

    /// <summary>Whether its aid items are due in a month.</summary>
    public bool IsDueIn(AidMonth month) => !IsCancelled && On >= month.First && On <= month.Last;
}

/// <summary>What the layers pay on a bill (各层支付), as kept with it for lists and sums.</summary>
internal sealed record Paid
{
    /// <summary>The cost that counts (计入费用): the total, or the fixed price of a programme where that is lower.</summary>
    public Money Total { get; init; }

    /// <summary>What of it is within the catalogue (合规费用).</summary>
    public Money InScope { get; init; }

    public Money Basic { get; init; }

    public Money Serious { get; init; }

    public Money Supplementary { get; init; }

    public Money MedicalAid { get; init; }

    /// <summary>Whether basic insurance and medical aid paid their shares of a children's programme (儿童特殊病种).</summary>
    public bool ByProgram { get; init; }

    /// <summary>What all layers pay.</summary>
    public Money Sum => Basic + Serious + Supplementary + MedicalAid;

    /// <summary>What the patient pays (自付): what is handed over to temporary relief and charity, which are for social assistance to decide.</summary>
    public Money SelfPaid => Total - Sum;

    /// <summary>What of that is within the catalogue (自付合规费用).</summary>
    public Money LeftInScope => InScope - Sum;
}
