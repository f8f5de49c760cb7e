using Fupin.Aid.Records;
using Fupin.Contracts.Values;

namespace Fupin.SocialAssistance.Relief;

/// <summary>What brought a household into need (困难原因).</summary>
internal enum ReliefCause
{
    /// <summary>A fire, a storm (火灾等意外); an emergency.</summary>
    Disaster,

    /// <summary>An accident in traffic or elsewhere (交通等意外事故); an emergency.</summary>
    Accident,

    /// <summary>Sudden grave illness (突发重大疾病); an emergency.</summary>
    SuddenIllness,

    /// <summary>Costs of illness that last (医疗支出); expense.</summary>
    MedicalCost,

    /// <summary>Costs of schooling (教育支出); expense.</summary>
    SchoolingCost,

    /// <summary>Other need (其他困难); expense.</summary>
    Other,
}

/// <summary>An application for temporary relief (临时救助申请).</summary>
internal sealed class ReliefApplication : IHouseholdRecord
{
    public Guid Id { get; set; }

    public string Key { get; set; } = "";

    /// <summary>The household (户).</summary>
    public Guid HouseholdId { get; set; }

    public DivisionCode Village { get; set; }

    /// <summary>The number of the application (申请编号).</summary>
    public string Number { get; set; } = "";

    /// <summary>The day (申请日期).</summary>
    public DateOnly On { get; set; }

    /// <summary>The cause (困难原因).</summary>
    public ReliefCause Cause { get; set; }

    /// <summary>How many of the household it struck (受困人数); all where it is not said.</summary>
    public int? Persons { get; set; }

    /// <summary>How many times the standard, where the desk departs from the cause's own (救助倍数).</summary>
    public int? Times { get; set; }

    /// <summary>The whole cost or loss (费用或损失总额).</summary>
    public Money? Cost { get; set; }

    /// <summary>The medical settlement it is about (医疗结算单号), whose payers pay first.</summary>
    public string? SettlementNo { get; set; }

    /// <summary>The day the town verified it at the household (入户核实日期).</summary>
    public DateOnly? VerifiedOn { get; set; }

    public int Version { get; set; }

    /// <summary>Whether help comes first and the papers later (急难型).</summary>
    public bool IsEmergency => Cause is ReliefCause.Disaster or ReliefCause.Accident or ReliefCause.SuddenIllness;

    /// <summary>The claim that its items pay (报销单据): the settlement, or the application itself.</summary>
    public string Claim => SettlementNo ?? Number;
}
