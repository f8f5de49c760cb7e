using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;
using Fupin.Registration.Data;
using Fupin.Registration.Incomes;

namespace Fupin.Registration.Tests.Incomes;

/// <summary>The same sheet counts differently in each view.</summary>
public sealed class IncomeTotalsTests
{
    private static readonly DateOnly Day = new(2015, 12, 31);

    private static readonly IncomeSheet Sheet = new()
    {
        Year = 2015,
        Persons = 3,
        Wages = [new Wage(Guid.NewGuid(), 6, Money.FromYuan(9_000))],
        Operating = Money.FromYuan(3_000),
        OperatingCost = Money.FromYuan(1_200),
        Property = Money.FromYuan(500),
        Transfers = new Dictionary<TransferItem, Money>
        {
            [TransferItem.MinimumLivingAllowance] = Money.FromYuan(7_200),
            [TransferItem.DisabilityAllowances] = Money.FromYuan(1_000),
            [TransferItem.Pension] = Money.FromYuan(1_560),
        },
        TransferExpense = Money.FromYuan(360),
    };

    [Theory]
    [InlineData(IncomeView.Statistical, 20_700)]
    [InlineData(IncomeView.Identification, 20_700)]
    [InlineData(IncomeView.MeansTest, 12_500)] // without the allowance itself and the two disability allowances
    public void Each_view_counts_what_its_rules_say(IncomeView view, long yuan) =>
        Assert.Equal(Money.FromYuan(yuan), IncomeTotals.In(view, Sheet, SeedRegistration.IncomeRules, Day));

    [Fact]
    public void A_head_gets_its_share_down_to_the_fen() =>
        Assert.Equal(new Money(690_000), IncomeTotals.PerCapita(Sheet, SeedRegistration.IncomeRules, Day));

    [Fact]
    public void A_rule_counts_from_its_day_to_its_last()
    {
        IncomeItemRule[] rules = [new() { Item = IncomeItemRule.Property, View = IncomeView.Identification, Counts = true, From = new(2015, 1, 1), To = new(2015, 12, 30) }];

        Assert.Equal(Money.FromYuan(500), IncomeTotals.In(IncomeView.Identification, Sheet, rules, new(2015, 12, 30)));
        Assert.Equal(Money.Zero, IncomeTotals.In(IncomeView.Identification, Sheet, rules, Day));
    }
}
