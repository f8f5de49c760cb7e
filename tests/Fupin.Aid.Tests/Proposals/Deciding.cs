using Fupin.Aid.Proposals;
using Fupin.Aid.Tests.Desk;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;

namespace Fupin.Aid.Tests.Proposals;

public sealed class Deciding : IAsyncLifetime
{
    private readonly TestDesk desk = new();
    private readonly Guid household = Guid.NewGuid();

    public async ValueTask InitializeAsync() => await desk.SeedAsync();

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task A_registered_household_gets_its_whole_set_told_once()
    {
        await desk.RegisterAsync(household, members: 2);
        var told = Assert.Single(await desk.ToldAsync<AidProposed>());
        Assert.Equal(("test-aid", "2016-03", 1), (told.Department, told.Month.ToString(), told.Revision));
        Assert.Equal(["T1", "T1", "T2", "T4"], told.Items.Select(item => item.Policy));
        Assert.All(told.Items, item => Assert.NotEmpty(item.Trace));
    }

    [Fact]
    public async Task What_was_heard_before_tells_nothing_new()
    {
        await desk.RegisterAsync(household, revision: 3);
        await desk.RegisterAsync(household, revision: 3, members: 2);
        await desk.HearAsync(new HouseholdChanged(household, 2, new DateOnly(2016, 3, 1), TestDesk.Facts(members: 4)));
        await desk.HearAsync(new HouseholdChanged(household, 4, new DateOnly(2016, 3, 1), TestDesk.Facts())); // newer, but nothing in it differs
        Assert.Single(await desk.ToldAsync<AidProposed>());
    }

    [Fact]
    public async Task Changed_facts_replace_the_set_at_the_next_revision()
    {
        await desk.RegisterAsync(household);
        await desk.HearAsync(new HouseholdChanged(household, 2, new DateOnly(2016, 3, 25), TestDesk.Facts(members: 3)));
        var told = await desk.ToldAsync<AidProposed>();
        Assert.Equal([1, 2], told.Select(set => set.Revision));
        Assert.Equal(3, told[1].Items.Count(item => item.Policy == "T1"));
        // Who stayed keeps the item that was there.
        Assert.Equal(told[0].Items[0].ItemId, told[1].Items[0].ItemId);
    }

    [Fact]
    public async Task A_change_of_income_that_counts_is_decided_on_again_and_any_other_is_not()
    {
        await desk.RegisterAsync(household);
        await desk.StackAsync(household, 1, counted: new CountedAid(IncomeView.Statistical, "B4", null, Money.FromYuan(60)));
        Assert.Single(await desk.ToldAsync<AidProposed>());

        await desk.StackAsync(household, 2, counted: new CountedAid(IncomeView.MeansTest, "J6", null, Money.FromYuan(300)));
        var told = await desk.ToldAsync<AidProposed>();
        Assert.Equal(2, told.Count);
        Assert.Equal(Money.FromYuan(400), told[1].Items.Single(item => item.Policy == "T2").Amount);

        await desk.StackAsync(household, 3, counted: new CountedAid(IncomeView.MeansTest, "J6", null, Money.FromYuan(300)));
        Assert.Equal(2, (await desk.ToldAsync<AidProposed>()).Count);
    }

    [Fact]
    public async Task An_older_result_of_stacking_is_ignored()
    {
        await desk.RegisterAsync(household);
        await desk.StackAsync(household, 5);
        await desk.StackAsync(household, 4, new Dictionary<string, Money> { ["T1"] = Money.Zero });
        Assert.All(await desk.ItemsAsync(household), item => Assert.Equal((AidItemState.Stacked, item.Proposed), (item.State, item.Granted)));
    }

    [Fact]
    public async Task The_account_may_be_known_before_the_household_is()
    {
        CountedAid[] counted = [new(IncomeView.MeansTest, "J6", null, Money.FromYuan(300))];
        await desk.HearAsync(new AidStacked(household, new AidMonth(2016, 3), 7, [], counted, new Dictionary<string, int>()));
        await desk.RegisterAsync(household);
        var told = Assert.Single(await desk.ToldAsync<AidProposed>());
        Assert.Equal(Money.FromYuan(400), told.Items.Single(item => item.Policy == "T2").Amount);
    }

    [Fact]
    public async Task A_record_counts_in_the_decision_it_is_entered_with()
    {
        await desk.RegisterAsync(household);
        await desk.EnterAsync(new TestRecord { HouseholdId = household, Village = TestDesk.Village, ClaimNo = "C1", Amount = Money.FromYuan(80) });
        var claim = (await desk.ToldAsync<AidProposed>())[^1].Items.Single(item => item.Policy == "T3");
        Assert.Equal(("C1", Money.FromYuan(80), Money.FromYuan(80)), (claim.Claim, claim.Amount, claim.ClaimTotal!.Value));
    }

    [Fact]
    public async Task A_household_that_left_keeps_its_aids_until_the_retention_ends_and_then_has_an_empty_set()
    {
        await desk.RegisterAsync(household);
        await desk.HearAsync(new HouseholdExited(household, 2, new DateOnly(2016, 3, 25), new DateOnly(2016, 4, 24)));
        Assert.Single(await desk.ToldAsync<AidProposed>());

        foreach (var month in new[] { "2016-04", "2016-05" })
        {
            desk.Clock.SetUtcNow(new DateTimeOffset(AidMonth.Parse(month).First, new TimeOnly(1, 0), TimeSpan.Zero));
            await desk.OpenMonthAsync(1, async () => (await desk.ToldAsync<AidProposed>())[^1].Month.ToString() == month);
        }

        var told = await desk.ToldAsync<AidProposed>();
        Assert.NotEmpty(told[1].Items);
        Assert.Empty(told[2].Items);
    }

    [Fact]
    public async Task What_is_given_once_a_year_is_not_given_again_next_month()
    {
        await desk.RegisterAsync(household);
        desk.Clock.SetUtcNow(new DateTimeOffset(2016, 4, 1, 1, 0, 0, TimeSpan.Zero));
        await desk.OpenMonthAsync(1, async () => (await desk.ToldAsync<AidProposed>()).Count == 2);
        Assert.DoesNotContain("T4", (await desk.ToldAsync<AidProposed>())[1].Items.Select(item => item.Policy));
    }

    [Fact]
    public async Task Rows_follow_a_household_to_its_new_village_and_out_of_sight_of_the_old_one()
    {
        await desk.RegisterAsync(household);
        await desk.EnterAsync(new TestRecord { HouseholdId = household, Village = TestDesk.Village, ClaimNo = "C1", Amount = Money.FromYuan(80) });
        Assert.Empty((await desk.ListAsync(TestOfficer.OfOtherVillage)).Items);

        await desk.HearAsync(new HouseholdChanged(household, 2, new DateOnly(2016, 3, 25), TestDesk.Facts(village: TestDesk.OtherVillage)));
        Assert.All(await desk.ItemsAsync(household), item => Assert.Equal(TestDesk.OtherVillage, item.Village));
        Assert.NotEmpty((await desk.ListAsync(TestOfficer.OfOtherVillage)).Items);
    }
}
