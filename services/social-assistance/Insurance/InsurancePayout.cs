using Fupin.Aid.Records;
using Fupin.Contracts.Values;

namespace Fupin.SocialAssistance.Insurance;

/// <summary>What an insurer paid to a household (保险理赔); it is no income, but temporary relief comes after it.</summary>
internal sealed class InsurancePayout : IHouseholdRecord
{
    public Guid Id { get; set; }

    public string Key { get; set; } = "";

    /// <summary>The household (户).</summary>
    public Guid HouseholdId { get; set; }

    public DivisionCode Village { get; set; }

    /// <summary>The number of the payout (理赔编号).</summary>
    public string Number { get; set; } = "";

    /// <summary>The number of the policy (保单号).</summary>
    public string PolicyNo { get; set; } = "";

    /// <summary>The day (赔付日期).</summary>
    public DateOnly On { get; set; }

    /// <summary>What was paid (赔付金额).</summary>
    public Money Amount { get; set; }

    /// <summary>The settlement or relief application it is about (相关单号).</summary>
    public string? About { get; set; }

    public int Version { get; set; }
}
