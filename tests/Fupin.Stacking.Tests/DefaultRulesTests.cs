using Fupin.Contracts.Codes;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using static Fupin.Stacking.Tests.AHousehold;

namespace Fupin.Stacking.Tests;

/// <summary>The stacking matrix of facts §3.7, pair by pair, as the default rules carry it.</summary>
public sealed class DefaultRulesTests
{
    [Theory]
    [InlineData("X01", "B3", "B1")]
    public void A_household_has_one_identity(string rule, string kept, string refused)
    {
        var result = Stacked(Item(kept, 910, Father), Item(refused, 1_400));

        Assert.Equal(910, result.Granted(kept));
        var item = result.Items.Single(item => item.Policy == refused);
        Assert.Equal(Contracts.Aid.StackedState.Refused, item.State);
        var reduction = Assert.Single(item.Reductions);
        Assert.Equal((rule, Money.FromYuan(1_400), kept), (reduction.Rule, reduction.Amount, reduction.BecausePolicy));
        Assert.Equal("本户已核定特困供养金，一户只能有一种基本生活救助身份，不再发放最低生活保障金。", reduction.Text);
    }

    [Theory]
    [InlineData("B3", "B2")]
    [InlineData("B2", "B1")]
    [InlineData("B3", "B4")]
    [InlineData("B3", "B5")]
    public void A_person_has_only_the_better_one_of_an_exclusive_pair_and_a_relative_keeps_the_other(string kept, string refused)
    {
        var result = Stacked(Item(kept, 910, Father), Item(refused, 700, Father), Item(refused, 300, Mother));

        Assert.Equal(910, result.Granted(kept));
        Assert.Equal(0, result.Granted(refused, Father));
        // B1 of the whole household is kept apart by X01; every other pair is the person's own matter.
        if (refused != "B1" || kept != "B3") Assert.Equal(300, result.Granted(refused, Mother));
    }

    [Theory]
    [InlineData("B4", "B5")]
    [InlineData("E8", "E6")]
    [InlineData("E8", "E7")]
    [InlineData("E4", "E5")]
    [InlineData("E2", "E3")]
    [InlineData("B7", "B1")]
    [InlineData("B5", "B9")]
    [InlineData("B1", "B4")]
    public void What_no_rule_forbids_adds_up(string one, string other)
    {
        var result = Stacked(Item(one, 200, Father), Item(other, 300, Father));

        Assert.Equal((200, 300), (result.Granted(one), result.Granted(other)));
        Assert.All(result.Items, item => Assert.Empty(item.Reductions));
    }

    [Fact]
    public void One_loan_has_one_interest_subsidy_a_period_also_over_months()
    {
        var earlier = new EarlierGrant("J4", Father, "2016-Q2", new AidMonth(2016, 4), Money.FromYuan(100), "loan-1");

        var result = Stacked([earlier], Item("J4", 100, Father, "2016-Q2", "loan-1"), Item("J4", 80, Father, "2016-Q2", "loan-2"));

        Assert.Equal(80, result.Granted("J4"));
    }

    [Theory]
    [InlineData("J5")]
    [InlineData("J7")]
    public void A_person_month_has_one_employment_aid(string other)
    {
        var result = Stacked(Item("J6", 2_000, Father), Item(other, 500, Father), Item(other, 500, Mother));

        Assert.Equal(2_000, result.Granted("J6"));
        Assert.Equal(0, result.Granted(other, Father));
        Assert.Equal(500, result.Granted(other, Mother));
    }

    [Fact]
    public void One_certificate_is_paid_once_for_ever()
    {
        var earlier = new EarlierGrant("J1", Father, "2015", new AidMonth(2015, 9), Money.FromYuan(600), "certificate-1");

        var refused = Assert.Single(Stacked([earlier], Item("J2", 800, Father, "2016", "certificate-1")).Items);

        Assert.Equal(Money.Zero, refused.Granted);
        Assert.Equal("同一证书只补贴一次，已核定职业技能培训补贴，不再发放订单式培训补贴。", Assert.Single(refused.Reductions).Text);
    }

    [Fact]
    public void Same_kind_insurance_is_paid_once_a_period() =>
        Assert.Equal(50, Stacked(Item("B10", 50, period: "2016", claim: "accident"), Item("B10", 50, Father, "2016", "accident")).Granted("B10"));

    [Fact]
    public void Payers_of_a_claim_never_pay_more_than_remains_of_it()
    {
        var result = Stacked(
            Item("M1", 600, Father, claim: "bill", claimTotal: 1_000),
            Item("M2", 300, Father, claim: "bill", claimTotal: 1_000),
            Item("M4", 200, Father, claim: "bill", claimTotal: 1_000),
            Item("B6", 50, Father, claim: "bill", claimTotal: 1_000));

        Assert.Equal((600, 300, 100, 0), (result.Granted("M1"), result.Granted("M2"), result.Granted("M4"), result.Granted("B6")));
        Assert.Equal("M2", Assert.Single(result.Items.Single(item => item.Policy == "M4").Reductions).BecausePolicy);
    }

    [Fact]
    public void Payers_of_a_claim_also_count_what_was_paid_of_it_in_earlier_months()
    {
        var earlier = new EarlierGrant("M1", Father, "2016-04", new AidMonth(2016, 4), Money.FromYuan(900), "bill");

        Assert.Equal(100, Stacked([earlier], Item("B6", 500, Father, claim: "bill", claimTotal: 1_000)).Granted("B6"));
    }

    [Fact]
    public void Only_what_is_granted_counts_as_income_and_only_where_a_rule_says_so()
    {
        var result = Stacked(Item("J6", 2_000, Father), Item("B5", 120, Father), Item("E5", 1_000, Mother), Item("B3", 910, Mother), Item("B1", 700));

        Assert.Equal([("J6", Money.FromYuan(2_000))], result.Counted.Where(aid => aid.View == IncomeView.MeansTest).Select(aid => (aid.Policy, aid.Amount)));
        Assert.Equal(["B3", "J6"], result.Counted.Where(aid => aid.View == IncomeView.Identification).Select(aid => aid.Policy).Order());
        Assert.Equal(["B3", "B5", "J6"], result.Counted.Where(aid => aid.View == IncomeView.Statistical).Select(aid => aid.Policy).Order());
    }

    [Fact]
    public void A_rule_that_does_not_hold_yet_does_nothing()
    {
        var sets = new[] { new DepartmentSet("department", 1, [Item("B3", 910, Father), Item("B1", 1_400)]) };

        var before = Stack.Compute(sets, RuleBook.Default, new AidMonth(2016, 2), []);

        Assert.All(before.Items, item => Assert.Empty(item.Reductions));
    }
}
