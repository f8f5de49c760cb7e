using Fupin.Aid.Records;
using Fupin.Contracts.Values;

namespace Fupin.SocialAssistance.Relief;

/// <summary>The diseases for which charity gives a fixed sum (慈善救助病种).</summary>
internal enum CharityDisease
{
    /// <summary>Cancer under chemo- or radiotherapy (恶性肿瘤放化疗).</summary>
    Cancer,

    /// <summary>Leukaemia (白血病).</summary>
    Leukaemia,

    /// <summary>Dialysis (尿毒症透析).</summary>
    Dialysis,
}

/// <summary>An application for charity (慈善救助申请).</summary>
internal sealed class CharityApplication : IPersonRecord
{
    public Guid Id { get; set; }

    public string Key { get; set; } = "";

    /// <summary>The household (户).</summary>
    public Guid HouseholdId { get; set; }

    /// <summary>The patient (患者).</summary>
    public Guid MemberId { get; set; }

    public DivisionCode Village { get; set; }

    /// <summary>The number of the application (申请编号).</summary>
    public string Number { get; set; } = "";

    /// <summary>The day (申请日期).</summary>
    public DateOnly On { get; set; }

    /// <summary>The disease (病种).</summary>
    public CharityDisease Disease { get; set; }

    /// <summary>The medical settlement it is about (医疗结算单号), whose payers pay first.</summary>
    public string? SettlementNo { get; set; }

    /// <summary>The whole of that settlement (结算单总额).</summary>
    public Money? Cost { get; set; }

    public int Version { get; set; }

    /// <summary>The claim that its item pays (报销单据).</summary>
    public string Claim => SettlementNo ?? Number;
}
