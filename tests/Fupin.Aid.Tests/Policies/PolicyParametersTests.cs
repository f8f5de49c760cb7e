using Fupin.Aid.Policies;
using Fupin.Aid.Tests.Desk;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;
using Fupin.PolicyCases;

namespace Fupin.Aid.Tests.Policies;

public sealed class PolicyParametersTests
{
    private static readonly Parameter[] Rows =
    [
        Row(1, "100", new DateOnly(2016, 1, 1), null),
        Row(2, "120", new DateOnly(2016, 7, 1), null),
        Row(3, "90", new DateOnly(2015, 1, 1), new DateOnly(2015, 6, 30)),
        Row(4, "130", new DateOnly(2016, 7, 1), null),
    ];

    [Theory]
    [InlineData("2015-06-30", "90")]
    [InlineData("2016-01-01", "100")]
    [InlineData("2016-06-30", "100")]
    [InlineData("2016-07-01", "130")]
    public void The_row_that_began_last_holds_and_of_two_the_one_entered_later(string day, string value) =>
        Assert.Equal(value, On(day)["X.amount"].Value);

    [Theory]
    [InlineData("2014-12-31")]
    [InlineData("2015-07-01")]
    [InlineData("2015-12-31")]
    public void A_day_without_a_row_is_a_fault_and_not_a_zero(string day)
    {
        Assert.Null(On(day).Find("X.amount"));
        Assert.Throws<MissingParameterException>(() => On(day).Money("X.amount"));
    }

    [Fact]
    public void A_decision_of_an_earlier_version_can_be_brought_back()
    {
        var before = PolicyParameters.Of([.. Rows.Where(row => row.Number <= 2)], [], new DateOnly(2016, 8, 1));
        Assert.Equal("v2", before.Version);
        Assert.Equal(Money.FromYuan(120), before.Money("X.amount"));
        Assert.Equal("v4", On("2016-08-01").Version);
    }

    [Fact]
    public void Values_are_read_in_the_units_they_are_written_in()
    {
        Parameter[] rows = [Row(1, "4.35", new DateOnly(2016, 1, 1), null), Row(2, "2,3,4", new DateOnly(2016, 1, 1), null) with { Name = "X.months" }];
        var parameters = PolicyParameters.Of(rows, [], new DateOnly(2016, 8, 1));
        Assert.Equal(435, parameters.Ratio("X.amount"));
        Assert.Equal(new Money(435), parameters.Money("X.amount"));
        Assert.Equal([2, 3, 4], parameters.Numbers("X.months"));
    }

    [Fact]
    public void The_same_aid_has_the_same_id_whenever_it_is_decided()
    {
        var aidCase = new AidCase(Guid.NewGuid(), new AidMonth(2016, 5), TestDesk.Facts(members: 2));
        var parameters = TestPolicies.Book.SeedOn(aidCase.Month.Last);
        var (first, again) = (TestPolicies.Book.Decide(aidCase, parameters), TestPolicies.Book.Decide(aidCase, parameters));
        Assert.Equal(first.Select(item => item.ItemId), again.Select(item => item.ItemId));
        Assert.Equal(first.Count, first.Select(item => item.ItemId).Distinct().Count());
        var next = TestPolicies.Book.Decide(new AidCase(aidCase.HouseholdId, new AidMonth(2016, 6), aidCase.Facts), parameters);
        Assert.Empty(first.Select(item => item.ItemId).Intersect(next.Select(item => item.ItemId)));
    }

    [Fact]
    public void A_policy_reads_counted_income_in_its_own_view_only()
    {
        var aidCase = new AidCase(Guid.NewGuid(), new AidMonth(2016, 5), TestDesk.Facts())
        {
            Counted = [new(IncomeView.MeansTest, "J6", null, Money.FromYuan(200)), new(IncomeView.Statistical, "B4", null, Money.FromYuan(50))],
        };
        var items = TestPolicies.Book.Decide(aidCase, TestPolicies.Book.SeedOn(aidCase.Month.Last));
        Assert.Equal(Money.FromYuan(500), items.Single(item => item.Policy == "T2").Amount);
    }

    [Fact]
    public void A_case_that_expects_something_else_is_found_out()
    {
        PolicyCase Case(int yuan) => new("一人户", new AidMonth(2016, 5), [new CaseMember("a", 45)], [new ExpectedItem(Money.FromYuan(yuan), Member: "a")]);
        var table = new CaseTable("T1", [Case(100), Case(101)]);
        Assert.Null(table.Check(table.Cases[0], TestPolicies.Book, typeof(TestPolicies).Assembly));
        Assert.Contains("missing", table.Check(table.Cases[1], TestPolicies.Book, typeof(TestPolicies).Assembly)!, StringComparison.Ordinal);
        var silent = new CaseTable("T1", [Case(100) with { Expect = [] }]);
        Assert.Contains("surplus", silent.Check(silent.Cases[0], TestPolicies.Book, typeof(TestPolicies).Assembly)!, StringComparison.Ordinal);
    }

    private static PolicyParameters On(string day) =>
        PolicyParameters.Of(Rows, [], DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    private static Parameter Row(int number, string value, DateOnly from, DateOnly? to) => new(number, "X.amount", "金额", value, "元", from, to, "试验");
}
