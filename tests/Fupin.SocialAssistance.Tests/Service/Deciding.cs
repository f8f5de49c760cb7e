using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;
using Fupin.Testing.Register;

namespace Fupin.SocialAssistance.Tests.Service;

public abstract class Deciding(SocialAssistancePlace place)
{
    [Fact]
    public async Task A_registered_household_below_the_standard_is_proposed_the_difference()
    {
        var service = await place.ServiceAsync();
        var told = await service.RegisterAsync(new AHousehold(YearlyIncomeInYuan: 2400));
        var item = Assert.Single(told.Items);
        Assert.Equal((SocialAssistance.Department, "B1", Money.FromYuan(1200)), (told.Department, item.Policy, item.Amount));
        Assert.Equal("每月低保金", item.Trace[^1].Label);
    }

    [Fact]
    public async Task The_allowance_falls_by_the_pay_of_a_public_post_once_that_is_granted()
    {
        var service = await place.ServiceAsync();
        var household = new AHousehold(YearlyIncomeInYuan: 2400);
        await service.RegisterAsync(household);

        await service.TellAsync(service.Stacked(household, revision: 1, publicPostInYuan: 900));
        var lowered = Assert.Single((await service.ProposedAsync(household, 2)).Items);
        Assert.Equal(Money.FromYuan(300), lowered.Amount);
        Assert.Contains(lowered.Trace, line => line.Label == "本月计入收入的救助" && line.Value == "900.00 元");

        await service.TellAsync(service.Stacked(household, revision: 2, publicPostInYuan: 1200));
        Assert.Empty((await service.ProposedAsync(household, 3)).Items);
    }

    [Fact]
    public async Task What_comes_twice_or_late_changes_nothing()
    {
        var service = await place.ServiceAsync();
        var household = new AHousehold(YearlyIncomeInYuan: 2400);
        await service.RegisterAsync(household);
        var message = Guid.NewGuid();
        var stacked = service.Stacked(household, revision: 5, publicPostInYuan: 900);
        await service.TellAsync(stacked, message);
        await service.ProposedAsync(household, 2);

        await service.TellAsync(stacked, message); // the same message again
        await service.TellAsync(stacked); // the same result in another message
        await service.TellAsync(service.Stacked(household, revision: 4, publicPostInYuan: 100)); // an older result
        await service.TellAsync(service.Stacked(household, revision: 6, publicPostInYuan: 1000));
        Assert.Equal(Money.FromYuan(200), (await service.ProposedAsync(household, 3)).Items[0].Amount);
        Assert.Equal([1, 2, 3], service.AllProposed(household).Select(told => told.Revision));
    }

    [Fact]
    public async Task Changed_income_is_decided_on_again_together_with_what_was_granted()
    {
        var service = await place.ServiceAsync();
        var household = new AHousehold();
        await service.RegisterAsync(household);
        await service.TellAsync(service.Stacked(household, revision: 1, publicPostInYuan: 500));
        await service.ProposedAsync(household, 2);
        await service.TellAsync(service.Changed(household, revision: 2, yearlyIncomeInYuan: 4800));
        Assert.Equal(Money.FromYuan(1400 - 500 - 400), (await service.ProposedAsync(household, 3)).Items[0].Amount);
    }

    [Fact]
    public async Task An_extremely_poor_household_is_proposed_both_so_that_stacking_chooses()
    {
        var service = await place.ServiceAsync();
        var told = await service.RegisterAsync(new AHousehold(HouseholdAttribute.ExtremelyPoor, Age: 66));
        Assert.Equal(["B1", "B3", "B3"], told.Items.Select(item => item.Policy));
        Assert.All(told.Items, item => Assert.Equal(AidNature.Cash, item.Nature));
    }
}

public sealed class DecidingOnSqlite(OnSqlite place) : Deciding(place);

public sealed class DecidingOnSqlServer(OnSqlServer place) : Deciding(place);
