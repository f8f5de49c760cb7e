using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;
using MassTransit;

namespace Fupin.Contracts.Registration;

/// <summary>The aids of all departments for a household and month were computed together (叠加).</summary>
/// <param name="HouseholdId">The household (户).</param>
/// <param name="Month">The month (月份).</param>
/// <param name="Revision">The revision of the household's aid account (一户一账) for the month; only a newer one counts.</param>
/// <param name="Items">Every proposed item with its result.</param>
/// <param name="Counted">Granted aid that counts as income this month, by policy and view.</param>
/// <param name="Sets">The revision of each department's set that was stacked, by department.</param>
[EntityName("registration.aid-stacked"), MessageUrn("fupin:registration:aid-stacked")]
public sealed record AidStacked(
    Guid HouseholdId,
    AidMonth Month,
    int Revision,
    IReadOnlyList<StackedItem> Items,
    IReadOnlyList<CountedAid> Counted,
    IReadOnlyDictionary<string, int> Sets);

/// <summary>The result of stacking for one item (叠加结果). Proposed = granted + the sum of the reductions, to the fen.</summary>
/// <param name="ItemId">The item; the same over all revisions.</param>
/// <param name="Department">The department that proposed it.</param>
/// <param name="Policy">The policy code, such as B1.</param>
/// <param name="MemberId">The beneficiary, where it is a person; otherwise the household.</param>
/// <param name="Period">The period the item is for: yyyy-MM, yyyy, or yyyy-S for a term.</param>
/// <param name="Nature">Cash, waiver and so on.</param>
/// <param name="Claim">The claim it pays (报销单据), where there is one.</param>
/// <param name="Proposed">What the department proposed, fen.</param>
/// <param name="Granted">What remains after stacking, fen; never negative.</param>
/// <param name="State">Granted whole, reduced or refused.</param>
/// <param name="Reductions">What was taken away, each by one rule.</param>
public sealed record StackedItem(
    Guid ItemId,
    string Department,
    string Policy,
    Guid? MemberId,
    string Period,
    AidNature Nature,
    string? Claim,
    Money Proposed,
    Money Granted,
    StackedState State,
    IReadOnlyList<Reduction> Reductions);

/// <summary>An amount taken away by a rule of stacking (核减).</summary>
/// <param name="Rule">The rule's code.</param>
/// <param name="Amount">What was taken away, fen, above zero.</param>
/// <param name="Because">The item that caused it, where one did.</param>
/// <param name="BecausePolicy">The policy of that item.</param>
/// <param name="Text">One Chinese sentence a household can read.</param>
public sealed record Reduction(string Rule, Money Amount, Guid? Because, string? BecausePolicy, string Text);

/// <summary>Granted aid that counts as income (计入收入的救助).</summary>
/// <param name="View">The way of counting (口径) in which it counts.</param>
/// <param name="Policy">The policy of the item.</param>
/// <param name="MemberId">The beneficiary, where it is a person.</param>
/// <param name="Amount">What counts in the month, fen.</param>
public sealed record CountedAid(IncomeView View, string Policy, Guid? MemberId, Money Amount);
