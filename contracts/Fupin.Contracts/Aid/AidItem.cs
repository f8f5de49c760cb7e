using System.Text.Json.Serialization;
using Fupin.Contracts.Values;

namespace Fupin.Contracts.Aid;

/// <summary>What an aid is (救助方式).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AidNature>))]
public enum AidNature
{
    /// <summary>Money to the household (现金).</summary>
    Cash,

    /// <summary>A fee not charged (减免).</summary>
    Waiver,

    /// <summary>A cost paid back or paid to an institution (报销).</summary>
    Reimbursement,

    /// <summary>A service (服务).</summary>
    Service,

    /// <summary>Interest paid to a bank (贴息).</summary>
    Interest,

    /// <summary>Money that another office pays (他处发放): it stands in the account so that stacking can compare, and is never paid here.</summary>
    Imported,
}

/// <summary>The outcome of stacking for an item (叠加状态).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StackedState>))]
public enum StackedState
{
    /// <summary>Granted whole (全额).</summary>
    Granted,

    /// <summary>Granted in part (核减).</summary>
    Reduced,

    /// <summary>Nothing remains (不予发放).</summary>
    Refused,
}

/// <summary>An aid a department proposes (拟发项目).</summary>
/// <param name="ItemId">Derived from household, department, policy, beneficiary, month, period and claim, so that it is the same whenever it is proposed again.</param>
/// <param name="Policy">The policy code, such as E4.</param>
/// <param name="MemberId">The beneficiary, where it is a person; otherwise the household.</param>
/// <param name="Period">The period it is for: yyyy-MM, yyyy, or yyyy-S for a term.</param>
/// <param name="Nature">Cash, waiver and so on.</param>
/// <param name="Amount">Fen, above zero.</param>
/// <param name="Claim">The claim it pays (报销单据), where there is one.</param>
/// <param name="ParameterVersion">The version of the dated parameters it was computed with.</param>
/// <param name="Trace">How it was computed, line by line (计算过程).</param>
/// <param name="ClaimTotal">The whole of the claim, which all payers together never exceed (单据总额).</param>
public sealed record ProposedItem(
    Guid ItemId,
    string Policy,
    Guid? MemberId,
    string Period,
    AidNature Nature,
    Money Amount,
    string? Claim,
    string ParameterVersion,
    IReadOnlyList<TraceLine> Trace,
    Money? ClaimTotal = null);

/// <summary>A line of a calculation (计算过程), in Chinese.</summary>
/// <param name="Label">What the line is, such as 低保标准（每人每月）.</param>
/// <param name="Value">Its value with unit, such as 700.00 元, or the arithmetic, such as (700.00 − 350.00) × 2 = 700.00 元.</param>
/// <param name="Basis">The document it rests on, or the department and date it came from.</param>
public sealed record TraceLine(string Label, string Value, string? Basis = null);
