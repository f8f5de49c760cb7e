using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;
using static Fupin.Stacking.Tests.AHousehold;

namespace Fupin.Stacking.Tests;

/// <summary>What the kinds of rules can say beyond the default ones, and which sets of rules are refused.</summary>
public sealed class RuleKindsTests
{
    private static readonly DateOnly Start = new(2016, 1, 1);
    private static readonly Dictionary<string, string> Names = new() { ["A"] = "甲", ["B"] = "乙", ["C"] = "丙" };

    [Fact]
    public void Of_an_exclusive_pair_the_highest_stays_and_of_equal_ones_the_first_named()
    {
        var rule = new Exclusive("X", Start, null, "依据", false, "{policy}不与{because}同享", ["A", "B"], Per.Person, Keep.Highest);

        Assert.Equal((0, 300), Of(rule, Item("A", 200, Father), Item("B", 300, Father)));
        Assert.Equal((300, 0), Of(rule, Item("A", 300, Father), Item("B", 300, Father)));
    }

    [Fact]
    public void A_cap_counts_what_the_year_already_gave()
    {
        var rule = new Cap("K", Start, null, "依据", false, "{policy}超过封顶 {amount} 元", ["A", "B"], Per.Person, Span.Year, Money.FromYuan(1_000));
        EarlierGrant[] earlier =
        [
            new("A", Father, "2016-02", new AidMonth(2016, 2), Money.FromYuan(600), null),
            new("A", Father, "2015-12", new AidMonth(2015, 12), Money.FromYuan(900), null),
            new("A", Mother, "2016-02", new AidMonth(2016, 2), Money.FromYuan(900), null),
        ];

        Assert.Equal((300, 100), Of(rule, earlier, Item("A", 300, Father), Item("B", 300, Father)));
    }

    [Fact]
    public void A_cap_of_a_period_is_counted_for_each_period_apart()
    {
        var rule = new Cap("K", Start, null, "依据", false, "{policy}超过封顶", ["A", "B"], Per.Person, Span.Period, Money.FromYuan(100));

        Assert.Equal((200, 0), Of(rule, Item("A", 100, Father, "2016-04"), Item("A", 100, Father), Item("B", 100, Father)));
    }

    [Theory]
    [InlineData(Keep.Rank, "B", "A")]
    [InlineData(Keep.Highest, "A", "B")]
    public void An_aid_that_decides_on_income_it_reads_itself_is_a_cycle(Keep keep, string first, string second)
    {
        var fault = Assert.Single(RuleBook.Check(
        [
            new CountsAsIncome("C1", Start, null, "依据", false, "", ["A"], [IncomeView.MeansTest]),
            new DependsOnIncome("D1", Start, null, "依据", false, "", "B", IncomeView.MeansTest),
            new Exclusive("X", Start, null, "依据", false, "{policy}不与{because}同享", [first, second], Per.Person, keep),
        ],
        Names));

        Assert.Equal(("cycle", "规则互相依赖成环：B → A → meansTest → B（自 2016-01-01 起）"), (fault.Code, fault.Text));
    }

    [Fact]
    public void An_exclusive_pair_of_which_none_counts_as_income_is_no_cycle() =>
        Assert.Empty(RuleBook.Check(
        [
            new DependsOnIncome("D1", Start, null, "依据", false, "", "B", IncomeView.MeansTest),
            new Exclusive("X", Start, null, "依据", false, "{policy}不与{because}同享", ["A", "B"], Per.Person, Keep.Highest),
        ],
        Names));

    [Theory]
    [InlineData(@"{""kind"":""exclusive"",""code"":""X"",""from"":""2016-05-01"",""basis"":""b"",""text"":""t""}")]
    [InlineData(@"{""kind"":""exclusive"",""code"":""X"",""from"":""2016-05-01"",""basis"":""b"",""text"":""t"",""policies"":[""A"",null],""per"":""person"",""keep"":""rank""}")]
    [InlineData(@"{""kind"":""oncePer"",""from"":""2016-05-01"",""basis"":""b"",""text"":""t"",""policies"":[""A""],""per"":""person"",""span"":""year""}")]
    [InlineData(@"{""kind"":""oncePer"",""code"":""O"",""from"":""2016-05-01"",""basis"":""b"",""text"":""t"",""policies"":[""A""],""per"":99,""span"":""year""}")]
    [InlineData("null")]
    public void What_is_no_whole_rule_is_not_read(string json) => Assert.ThrowsAny<System.Text.Json.JsonException>(() => RuleBook.Parse(json));

    [Fact]
    public void A_cycle_is_refused_and_named()
    {
        StackingRule[] rules =
        [
            new CountsAsIncome("C1", Start, null, "依据", false, "", ["A"], [IncomeView.MeansTest]),
            new DependsOnIncome("D1", Start, null, "依据", false, "", "B", IncomeView.MeansTest),
            new CountsAsIncome("C2", Start, null, "依据", false, "", ["B"], [IncomeView.Identification]),
            new DependsOnIncome("D2", Start, null, "依据", false, "", "A", IncomeView.Identification),
        ];

        var fault = Assert.Single(RuleBook.Check(rules, Names));

        Assert.Equal(("cycle", 4), (fault.Code, fault.Line));
        Assert.Equal("规则互相依赖成环：A → meansTest → B → identification → A（自 2016-01-01 起）", fault.Text);
        Assert.Throws<ArgumentException>(() => new RuleBook(rules, Names));
        Assert.Empty(RuleBook.Check(rules[..3], Names));
    }

    [Fact]
    public void A_policy_that_counts_in_the_view_it_reads_is_a_cycle() =>
        Assert.Equal("cycle", Assert.Single(RuleBook.Check(
        [
            new CountsAsIncome("C1", Start, null, "依据", false, "", ["A"], [IncomeView.MeansTest]),
            new DependsOnIncome("D1", Start, null, "依据", false, "", "A", IncomeView.MeansTest),
        ],
        Names)).Code);

    [Fact]
    public void A_rule_without_basis_a_backward_date_an_unknown_policy_and_overlapping_dates_are_refused_by_line()
    {
        var good = new OncePer("O", Start, null, "依据", false, "{policy}只发一次", ["A"], Per.Person, Span.Year);

        Assert.Equal([("no-basis", 1)], Faults(good with { Basis = " " }));
        Assert.Equal([("bounds", 1)], Faults(good with { To = Start.AddDays(-1) }));
        Assert.Equal([("bounds", 1)], Faults(good with { Text = "" }));
        Assert.Equal([("bounds", 1)], Faults(good with { Code = new string('O', 21) }));
        Assert.Equal([("unknown-policy", 2)], Faults(good, good with { Code = "P", Policies = ["Z"] }));
        Assert.Equal([("overlap", 2)], Faults(good, good with { From = Start.AddYears(1) }));
        Assert.Empty(Faults(good with { To = Start.AddYears(1).AddDays(-1) }, good with { From = Start.AddYears(1) }));
    }

    [Fact]
    public void A_rule_reads_back_as_it_was_written()
    {
        foreach (var rule in RuleBook.Default.Rules) Assert.Equal(RuleBook.Write(rule), RuleBook.Write(RuleBook.Parse(RuleBook.Write(rule))));
        Assert.All(RuleBook.Default.Rules, rule => Assert.NotEmpty(rule.Basis));
    }

    private static IEnumerable<(string, int)> Faults(params StackingRule[] rules) => RuleBook.Check(rules, Names).Select(fault => (fault.Code, fault.Line));

    private static (long, long) Of(StackingRule rule, params Contracts.Aid.ProposedItem[] items) => Of(rule, [], items);

    private static (long, long) Of(StackingRule rule, IReadOnlyCollection<EarlierGrant> earlier, params Contracts.Aid.ProposedItem[] items)
    {
        var result = Stack.Compute([new DepartmentSet("department", 1, items)], new RuleBook([rule], Names), May, earlier);
        return (result.Granted("A"), result.Granted("B"));
    }
}
