using System.Globalization;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;
using Fupin.Stacking;

namespace Fupin.Registration.WhatIf;

/// <summary>A household as a trial groups it (试算分组): its division, class, and the age band of its head.</summary>
internal sealed record TrialHousehold(Guid Id, string? Number, DivisionCode Village, HouseholdAttribute Attribute, string ToldAges)
{
    /// <summary>The lowest age of the head's band: the head stands first in what was told.</summary>
    public string HeadAge => ToldAges.Split(' ')[0] is { Length: > 0 } head && head.Contains(':', StringComparison.Ordinal)
        ? string.Create(CultureInfo.InvariantCulture, $"{int.Parse(head.Split(':')[1], CultureInfo.InvariantCulture) / 10 * 10}")
        : "";
}

/// <summary>An aid as a trial counts it (试算核定项).</summary>
internal readonly record struct TrialGrant(string Department, string Policy, Money Granted);

/// <summary>Adds up a trial household by household (试算汇总); it keeps sums, never households, so that a province fits as well as a village.</summary>
internal sealed class Tally(RuleBook book, int smallestGroup, int mostLosers)
{
    private readonly Dictionary<(string Department, string Policy), (int CountNow, int CountThen, long Now, long Then)> policies = [];
    private readonly SortedDictionary<AidMonth, (long Now, long Then)> months = [];
    private readonly Dictionary<string, Group> towns = [];
    private readonly Dictionary<string, Group> ages = [];
    private readonly Dictionary<string, Group> classes = [];
    private readonly PriorityQueue<Loser, long> losers = new();
    private int households;
    private int winners;
    private int losing;

    /// <summary>Adds a household's month: what it has now and what it would have.</summary>
    public (Money Now, Money Then) AddMonth(AidMonth month, IReadOnlyCollection<TrialGrant> now, IReadOnlyCollection<TrialGrant> then)
    {
        foreach (var grant in now.Where(grant => grant.Granted > Money.Zero))
        {
            var sum = policies.GetValueOrDefault((grant.Department, grant.Policy));
            policies[(grant.Department, grant.Policy)] = (sum.CountNow + 1, sum.CountThen, sum.Now + grant.Granted.Fen, sum.Then);
        }

        foreach (var grant in then.Where(grant => grant.Granted > Money.Zero))
        {
            var sum = policies.GetValueOrDefault((grant.Department, grant.Policy));
            policies[(grant.Department, grant.Policy)] = (sum.CountNow, sum.CountThen + 1, sum.Now, sum.Then + grant.Granted.Fen);
        }

        var (sumNow, sumThen) = (Money.Sum(now.Select(grant => grant.Granted)), Money.Sum(then.Select(grant => grant.Granted)));
        var before = months.GetValueOrDefault(month);
        months[month] = (before.Now + sumNow.Fen, before.Then + sumThen.Fen);
        return (sumNow, sumThen);
    }

    /// <summary>Adds a household with its sums over all months.</summary>
    public void AddHousehold(TrialHousehold household, Money now, Money then)
    {
        households++;
        var difference = then - now;
        if (difference > Money.Zero) winners++;
        if (difference < Money.Zero)
        {
            losing++;
            // The queue gives up its smallest loss first: what stays are the largest.
            losers.Enqueue(new Loser(household.Id, household.Number, household.Village, household.Attribute, now, then), -difference.Fen);
            if (losers.Count > mostLosers) losers.Dequeue();
        }

        GroupOf(towns, household.Village.Town.Digits).Add(difference);
        GroupOf(ages, household.HeadAge).Add(difference);
        GroupOf(classes, household.Attribute.ToString()).Add(difference);
    }

    public WhatIfResult Result() => new(
        households,
        new Money(months.Values.Sum(month => month.Now)),
        new Money(months.Values.Sum(month => month.Then)),
        [
            .. policies.OrderBy(sum => sum.Key.Department, StringComparer.Ordinal).ThenBy(sum => sum.Key.Policy, StringComparer.Ordinal).Select(sum => new PolicyChange(
                sum.Key.Department, sum.Key.Policy, book.NameOf(sum.Key.Policy), sum.Value.CountNow, sum.Value.CountThen, new Money(sum.Value.Now), new Money(sum.Value.Then))),
        ],
        [.. months.Select(month => new MonthChange(month.Key, new Money(month.Value.Now), new Money(month.Value.Then)))],
        Shown(towns),
        Shown(ages),
        Shown(classes),
        winners,
        losing,
        [.. losers.UnorderedItems.OrderByDescending(loser => loser.Priority).ThenBy(loser => loser.Element.HouseholdId).Select(loser => loser.Element)]);

    private static Group GroupOf(Dictionary<string, Group> groups, string key) => groups.TryGetValue(key, out var group) ? group : groups[key] = new Group();

    // A cell with few households would tell about each of them.
    private IReadOnlyList<GroupChange> Shown(Dictionary<string, Group> groups) =>
    [
        .. groups.OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => group.Value.Households < smallestGroup
            ? new GroupChange(group.Key, null, null, null, null)
            : new GroupChange(group.Key, group.Value.Households, Cell(group.Value.Winners), Cell(group.Value.Losers), group.Value.Difference)),
    ];

    private int? Cell(int count) => count > 0 && count < smallestGroup ? null : count;

    private sealed class Group
    {
        public int Households { get; private set; }

        public int Winners { get; private set; }

        public int Losers { get; private set; }

        public Money Difference { get; private set; }

        public void Add(Money difference)
        {
            Households++;
            if (difference > Money.Zero) Winners++;
            if (difference < Money.Zero) Losers++;
            Difference += difference;
        }
    }
}
