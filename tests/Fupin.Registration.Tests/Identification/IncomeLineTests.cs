using Fupin.Contracts.Values;
using Fupin.Registration.Identification;

namespace Fupin.Registration.Tests.Identification;

public sealed class IncomeLineTests
{
    [Fact]
    public void A_household_one_fen_below_the_line_is_registered()
    {
        var village = new AVillage(1).WalkedTo(CaseState.Announced);
        var outcome = village.Batch.Register(
            new Dictionary<Guid, Money> { [village[1].HouseholdId] = new(999_999) }, AVillage.Line, village.By(AVillage.DistrictClerk));
        Assert.Null(outcome.Refusal);
        Assert.Equal(CaseState.Registered, village[1].State);
    }

    [Fact]
    public void A_household_at_the_line_is_not_registered()
    {
        var village = new AVillage(1).WalkedTo(CaseState.Announced);
        Assert.Equal("人均可支配收入 10,000.00 元，不低于 10,000.00 元，不能登记", village.Register(10_000).Refusal?.Text);
        Assert.Equal(CaseState.Announced, village[1].State);
    }

    [Fact]
    public void The_others_are_registered_all_the_same()
    {
        var village = new AVillage(2).WalkedTo(CaseState.Announced);
        var outcome = village.Batch.Register(
            new Dictionary<Guid, Money> { [village[1].HouseholdId] = Money.FromYuan(6_000), [village[2].HouseholdId] = Money.FromYuan(12_000) },
            AVillage.Line, village.By(AVillage.DistrictClerk));
        Assert.Equal(1, Assert.Single(outcome.Moved).Number);
        Assert.Equal("REG-0217", Assert.Single(outcome.Held).Why.Code);
    }

    [Fact]
    public void Without_an_income_sheet_nobody_is_registered()
    {
        var village = new AVillage(1).WalkedTo(CaseState.Announced);
        var outcome = village.Batch.Register(new Dictionary<Guid, Money>(), AVillage.Line, village.By(AVillage.DistrictClerk));
        Assert.Equal("没有该户的收入测算表，不能登记", outcome.Refusal?.Text);
    }
}
