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
    // Who may have the aid at all comes first, how often next, then who pays what of a bill, and last what it may come to.
    private static readonly Type[] Order = [typeof(Exclusive), typeof(OncePer), typeof(NetOff), typeof(Cap)];

    /// <summary>Stacks with the rules of the book that hold in the month.</summary>
    public static StackResult Compute(
        IReadOnlyCollection<DepartmentSet> sets, RuleBook book, AidMonth month, IReadOnlyCollection<EarlierGrant> earlier)
    {
        var items = sets
            .SelectMany(set => set.Items.Select(item => new Row(set.Department, item)))
            .OrderBy(row => row.Item.Policy, StringComparer.Ordinal)
            .ThenBy(row => row.Item.MemberId)
            .ThenBy(row => row.Item.Period, StringComparer.Ordinal)
            .ThenBy(row => row.Item.ItemId)
            .ThenBy(row => row.Department, StringComparer.Ordinal)
            .ToList();
        var rules = book.In(month);
        foreach (var kind in Order)
        {
            foreach (var rule in rules.Where(rule => rule.GetType() == kind)) Apply(rule, items, book, month, earlier);
        }

        return new StackResult([.. items.Select(row => row.Result())], [.. Counted(rules, items)]);
    }

    private static void Apply(StackingRule rule, List<Row> items, RuleBook book, AidMonth month, IReadOnlyCollection<EarlierGrant> earlier)
    {
        switch (rule)
        {
            case Exclusive exclusive:
                foreach (var group in Subjects(items, exclusive.Policies, exclusive.Per)) KeepOne(exclusive, [.. group], book);
                break;
            case OncePer once:
                foreach (var group in Subjects(items, once.Policies, once.Per)) KeepFirst(once, [.. group], book, month, earlier);
                break;
            case NetOff netOff:
                foreach (var group in Subjects(items, netOff.Chain, Per.Claim)) PayInTurn(netOff, [.. group], book, earlier);
                break;
            case Cap cap:
                foreach (var group in Subjects(items, cap.Policies, cap.Per).SelectMany(group => group.GroupBy(row => SpanOf(cap.Span, row.Item.Period, month))))
                {
                    HoldUnder(cap, [.. group], book, month, earlier);
                }

                break;
        }
    }

    /// <summary>The items a rule compares with each other, in the rule's rank; what is for no person is compared within the household only.</summary>
    private static IEnumerable<IGrouping<object, Row>> Subjects(List<Row> items, IReadOnlyList<string> policies, Per per) => items
        .Where(row => row.Left > Money.Zero && Rank(policies, row) >= 0)
        .Select(row => (Row: row, Subject: SubjectOf(row.Item.MemberId, row.Item.Claim, per)))
        .Where(pair => pair.Subject is not null)
        .OrderBy(pair => Rank(policies, pair.Row)) // stable: equal ranks keep the fixed order
        .GroupBy(pair => pair.Subject!, pair => pair.Row);

    private static object? SubjectOf(Guid? member, string? claim, Per per) => per switch
    {
        Per.Person => member,
        Per.Household => "",
        _ => claim,
    };

    private static void KeepOne(Exclusive rule, List<Row> group, RuleBook book)
    {
        var policies = group.GroupBy(row => row.Item.Policy).ToList(); // in rank
        if (policies.Count < 2) return;
        var kept = rule.Keep == Keep.Rank ? policies[0] : policies.MaxBy(policy => policy.Sum(row => row.Left.Fen))!; // the first of equal ones
        foreach (var row in policies.Where(policy => policy != kept).SelectMany(policy => policy)) row.TakeAway(rule, row.Left, kept.First(), book);
    }

    private static void KeepFirst(OncePer rule, List<Row> group, RuleBook book, AidMonth month, IReadOnlyCollection<EarlierGrant> earlier)
    {
        var given = new Dictionary<string, (string Policy, Row? Row)>(StringComparer.Ordinal);
        foreach (var grant in earlier.OrderBy(grant => grant.Month).ThenBy(grant => grant.Policy, StringComparer.Ordinal))
        {
            if (grant.Granted > Money.Zero && rule.Policies.Contains(grant.Policy)
                && Equals(SubjectOf(grant.MemberId, grant.Claim, rule.Per), SubjectOf(group[0].Item.MemberId, group[0].Item.Claim, rule.Per)))
            {
                given.TryAdd(SpanOf(rule.Span, grant.Period, grant.Month), (grant.Policy, null));
            }
        }

        foreach (var row in group)
        {
            var span = SpanOf(rule.Span, row.Item.Period, month);
            if (given.TryGetValue(span, out var cause)) row.TakeAway(rule, row.Left, cause.Row, book, cause.Policy);
            else given[span] = (row.Item.Policy, row);
        }
    }

    private static string SpanOf(Span span, string period, AidMonth month) => span switch
    {
        Span.Period => period,
        Span.Year => month.First.Year.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => "",
    };

    private static void PayInTurn(NetOff rule, List<Row> group, RuleBook book, IReadOnlyCollection<EarlierGrant> earlier)
    {
        if (group.Max(row => row.Item.ClaimTotal?.Fen) is not { } total) return; // nobody said what the claim comes to
        var paid = earlier.Where(grant => grant.Claim == group[0].Item.Claim && rule.Chain.Contains(grant.Policy)).Sum(grant => grant.Granted.Fen);
        var left = new Money(Math.Max(0, total - paid));
        Row? payer = null;
        foreach (var row in group)
        {
            if (row.Left > left) row.TakeAway(rule, row.Left - left, payer, book);
            left -= row.Left;
            if (row.Left > Money.Zero) payer = row;
        }
    }

    private static void HoldUnder(Cap rule, List<Row> group, RuleBook book, AidMonth month, IReadOnlyCollection<EarlierGrant> earlier)
    {
        var subject = SubjectOf(group[0].Item.MemberId, group[0].Item.Claim, rule.Per);
        var spent = earlier.Where(grant => rule.Policies.Contains(grant.Policy)
                && Equals(SubjectOf(grant.MemberId, grant.Claim, rule.Per), subject)
                && SpanOf(rule.Span, grant.Period, grant.Month) == SpanOf(rule.Span, group[0].Item.Period, month))
            .Sum(grant => grant.Granted.Fen);
        var left = new Money(Math.Max(0, rule.Amount.Fen - spent));
        Row? before = null;
        foreach (var row in group)
        {
            if (row.Left > left) row.TakeAway(rule, row.Left - left, before, book);
            left -= row.Left;
            if (row.Left > Money.Zero) before = row;
        }
    }

    private static IEnumerable<CountedAid> Counted(IReadOnlyList<StackingRule> rules, List<Row> items) =>
        from row in items
        where row.Left > Money.Zero
        from view in rules.OfType<CountsAsIncome>().Where(rule => rule.Policies.Contains(row.Item.Policy)).SelectMany(rule => rule.Views).Distinct().Order()
        select new CountedAid(view, row.Item.Policy, row.Item.MemberId, row.Left);

    private static int Rank(IReadOnlyList<string> policies, Row row)
    {
        for (var index = 0; index < policies.Count; index++)
        {
            if (policies[index] == row.Item.Policy) return index;
        }

        return -1;
    }

    private sealed class Row(string department, ProposedItem item)
    {
        private List<Reduction>? reductions;

        public string Department { get; } = department;

        public ProposedItem Item { get; } = item;

        public Money Left { get; private set; } = item.Amount;

        /// <summary>Takes away by a rule; the cause is an item of this month, or only a policy where it was granted earlier.</summary>
        public void TakeAway(StackingRule rule, Money amount, Row? cause, RuleBook book, string? earlierPolicy = null)
        {
            Left -= amount;
            var because = cause?.Item.Policy ?? earlierPolicy;
            var text = rule.Text
                .Replace("{policy}", book.NameOf(Item.Policy), StringComparison.Ordinal)
                .Replace("{because}", book.NameOf(because ?? Item.Policy), StringComparison.Ordinal)
                .Replace("{amount}", amount.ToString(), StringComparison.Ordinal);
            (reductions ??= []).Add(new Reduction(rule.Code, amount, cause?.Item.ItemId, because, text));
        }

        public StackedItem Result() => new(
            Item.ItemId, Department, Item.Policy, Item.MemberId, Item.Period, Item.Nature, Item.Claim, Item.Amount, Left,
            reductions is null ? StackedState.Granted : Left > Money.Zero ? StackedState.Reduced : StackedState.Refused,
            reductions ?? (IReadOnlyList<Reduction>)[]);
    }
}
