using Fupin.Contracts.Aid;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;

namespace Fupin.Stacking;

/// <summary>A department's whole set for a household and month (部门拟发).</summary>
/// <param name="Department">The department, by its service name.</param>
/// <param name="Revision">Its revision.</param>
/// <param name="Items">Its items.</param>
public sealed record DepartmentSet(string Department, int Revision, IReadOnlyList<ProposedItem> Items);

/// <summary>An aid granted in an earlier month of the household (以前月份已核定), for rules that look over more than one month.</summary>
/// <param name="Policy">The policy code.</param>
/// <param name="MemberId">The beneficiary, where it is a person.</param>
/// <param name="Period">The period it was for.</param>
/// <param name="Month">The month.</param>
/// <param name="Granted">What was granted, fen.</param>
/// <param name="Claim">The claim it paid, where it did.</param>
public sealed record EarlierGrant(string Policy, Guid? MemberId, string Period, AidMonth Month, Money Granted, string? Claim);

/// <summary>The result of stacking for a household and month (叠加结果).</summary>
/// <param name="Items">Every item, in a fixed order.</param>
/// <param name="Counted">What of the granted aid counts as income.</param>
public sealed record StackResult(IReadOnlyList<StackedItem> Items, IReadOnlyList<CountedAid> Counted);

/// <summary>
/// Stacks the aids of all departments for one household and month (叠加计算). A pure function: the same sets and rules give the same
/// result, in whatever order they came. It serves one household at its desk, the whole district in a what-if, and audit's recomputation.
/// </summary>
public static class Stack
{
    /// <summary>Stacks with the rules of the book that hold in the month.</summary>
    public static StackResult Compute(
        IReadOnlyCollection<DepartmentSet> sets, RuleBook book, AidMonth month, IReadOnlyCollection<EarlierGrant> earlier)
    {
        var stacker = book.StackerOf(month);
        var items = (from set in sets.OrderBy(set => set.Department, StringComparer.Ordinal) from item in set.Items select (set.Department, Item: item)).ToList();
        var sheet = new StackSheet();
        foreach (var (place, (_, item)) in items.Index())
        {
            sheet.Add(new StackLine(stacker.NumberOf(item.Policy), item.MemberId, item.Period, item.Claim, item.ClaimTotal, item.Amount, place));
        }

        stacker.Stack(sheet, earlier);
        var reductions = sheet.Taken.ToArray().ToLookup(taken => taken.Line, taken => ReductionOf(taken, sheet, items, stacker, book));
        var results = sheet.Lines.ToArray().Select((line, index) => ResultOf(line, items[line.Place].Department, items[line.Place].Item, [.. reductions[index]]));
        return new StackResult([.. results], [.. Counted(sheet, stacker)]);
    }

    private static StackedItem ResultOf(StackLine line, string department, ProposedItem item, IReadOnlyList<Reduction> reductions) => new(
        item.ItemId, department, item.Policy, item.MemberId, item.Period, item.Nature, item.Claim, item.Amount, line.Left,
        reductions.Count == 0 ? StackedState.Granted : line.Left > Money.Zero ? StackedState.Reduced : StackedState.Refused,
        reductions);

    private static Reduction ReductionOf(TakenAway taken, StackSheet sheet, List<(string Department, ProposedItem Item)> items, Stacker stacker, RuleBook book)
    {
        var cause = taken.Cause is { } line ? items[sheet.Lines[line].Place].Item : null;
        var because = cause?.Policy ?? taken.EarlierPolicy;
        return new Reduction(taken.Rule.Code, taken.Amount, cause?.ItemId, because, book.SentenceOf(taken.Rule, stacker.CodeOf(sheet.Lines[taken.Line].Policy), because, taken.Amount));
    }

    private static IEnumerable<CountedAid> Counted(StackSheet sheet, Stacker stacker) =>
        from line in sheet.Lines.ToArray()
        where line.Left > Money.Zero
        from view in stacker.ViewsOf(line.Policy).ToArray()
        select new CountedAid(view, stacker.CodeOf(line.Policy), line.MemberId, line.Left);
}
