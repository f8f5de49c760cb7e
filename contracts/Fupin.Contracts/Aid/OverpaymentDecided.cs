using System.Text.Json.Serialization;
using Fupin.Contracts.Values;
using MassTransit;

namespace Fupin.Contracts.Aid;

/// <summary>What an officer can decide about an overpayment (多发处理).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OverpaymentDecision>))]
public enum OverpaymentDecision
{
    /// <summary>Set off against what comes next (抵扣).</summary>
    Offset,

    /// <summary>Let go (免予追回).</summary>
    LetGo,
}

/// <summary>An officer decided what becomes of an amount given too much (多发处理).</summary>
/// <param name="DecisionId">The decision; an item has another one when its amount falls further.</param>
/// <param name="HouseholdId">The household (户).</param>
/// <param name="Department">The department, by its service name.</param>
/// <param name="Month">The month of the item (月份).</param>
/// <param name="ItemId">The item that was given too much.</param>
/// <param name="Policy">Its policy code.</param>
/// <param name="MemberId">Its beneficiary, where it is a person.</param>
/// <param name="Amount">The amount decided on, fen.</param>
/// <param name="Decision">Set off or let go.</param>
/// <param name="DecidedBy">The officer (经办人).</param>
/// <param name="AtUtc">When, on the platform clock.</param>
[EntityName("aid.overpayment-decided"), MessageUrn("fupin:aid:overpayment-decided")]
public sealed record OverpaymentDecided(
    Guid DecisionId,
    Guid HouseholdId,
    string Department,
    AidMonth Month,
    Guid ItemId,
    string Policy,
    Guid? MemberId,
    Money Amount,
    OverpaymentDecision Decision,
    Guid DecidedBy,
    DateTime AtUtc);
