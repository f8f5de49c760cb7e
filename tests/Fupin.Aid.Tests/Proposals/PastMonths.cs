using Fupin.Aid.Parameters;
using Fupin.Aid.Tests.Desk;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Fupin.Aid.Tests.Proposals;

/// <summary>A month that is over, computed again, gives what it gave; and what becomes known late is put right in every month it touches.</summary>
public sealed class PastMonths : IAsyncLifetime
{
    private readonly TestDesk desk = new();
    private readonly Guid household = Guid.NewGuid();

    public async ValueTask InitializeAsync()
    {
        await desk.SeedAsync();
        await desk.RegisterAsync(household, members: 2);
        await desk.OpenAsync("2016-03");
    }

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task A_month_computed_again_gives_what_it_gave_whatever_changed_since()
    {
        await desk.StackAsync(household, 1, counted: new CountedAid(IncomeView.MeansTest, "J6", null, Money.FromYuan(300)));
        await desk.OpenAsync("2016-04");
        await desk.HearAsync(new HouseholdChanged(household, 2, new DateOnly(2016, 4, 10), TestDesk.Facts(members: 5)));
        await ConfirmAsync("T1.amount", "150", new DateOnly(2016, 5, 1));
        await desk.OpenAsync("2016-05");
        await desk.HearAsync(new HouseholdExited(household, 3, new DateOnly(2016, 5, 20), new DateOnly(2016, 4, 30)));

        foreach (var month in new[] { "2016-03", "2016-04", "2016-05" })
        {
            var answer = await desk.CheckAsync(month);
            Assert.Equal(1, answer.Sets);
            Assert.Empty(answer.Differences);
        }

        Assert.Equal([2, 5, 0], new[] { "2016-03", "2016-04", "2016-05" }.Select(month => LastOf(month).Result.Items.Count(item => item.Policy == "T1")));
    }

    [Fact]
    public async Task A_parameter_of_a_future_day_changes_nothing_before_it()
    {
        await ConfirmAsync("T1.amount", "150", new DateOnly(2016, 5, 1));
        await desk.OpenAsync("2016-04");
        Assert.All((await LastOf("2016-04")).Items.Where(item => item.Policy == "T1"), item => Assert.Equal(Money.FromYuan(100), item.Amount));
        await desk.OpenAsync("2016-05");
        Assert.All((await LastOf("2016-05")).Items.Where(item => item.Policy == "T1"), item => Assert.Equal(Money.FromYuan(150), item.Amount));
        Assert.Single(await desk.ToldAsync<AidProposed>(), set => set.Month == new AidMonth(2016, 3));
    }

    [Fact]
    public async Task A_past_month_that_is_decided_again_keeps_its_parameters()
    {
        await desk.OpenAsync("2016-04");
        await ConfirmAsync("T2.standard", "900", new DateOnly(2016, 1, 1)); // back-dated: it holds for months that are still open
        await desk.OpenAsync("2016-04");
        Assert.Equal(Money.FromYuan(900), (await LastOf("2016-04")).Items.Single(item => item.Policy == "T2").Amount);

        var march = await LastOf("2016-03");
        await desk.HearAsync(new AidStacked(
            household, march.Month, 1, [], [new CountedAid(IncomeView.MeansTest, "J6", null, Money.FromYuan(300))], new Dictionary<string, int>()));
        Assert.Equal(Money.FromYuan(400), (await LastOf("2016-03")).Items.Single(item => item.Policy == "T2").Amount);
        Assert.Empty((await desk.CheckAsync("2016-03")).Differences);
    }

    [Fact]
    public async Task What_is_told_late_is_put_right_in_its_month_and_those_after_it()
    {
        await desk.OpenAsync("2016-04");
        await desk.HearAsync(new HouseholdChanged(household, 3, new DateOnly(2016, 4, 2), TestDesk.Facts(members: 4)));
        await desk.HearAsync(new HouseholdChanged(household, 2, new DateOnly(2016, 3, 28), TestDesk.Facts(members: 3)));
        await desk.OpenAsync("2016-04");
        Assert.Equal((3, 4), ((await LastOf("2016-03")).Items.Count(item => item.Policy == "T1"), (await LastOf("2016-04")).Items.Count(item => item.Policy == "T1")));
        Assert.Empty((await desk.CheckAsync("2016-03")).Differences);

        // A household registered in March of which this department hears in April only: the yearly aid belongs to March and is not given twice.
        var late = Guid.NewGuid();
        await desk.HearAsync(new HouseholdRegistered(late, 1, new DateOnly(2016, 3, 30), TestDesk.Facts()));
        await desk.OpenAsync("2016-04");
        var told = (await desk.ToldAsync<AidProposed>()).Where(set => set.HouseholdId == late).ToLookup(set => set.Month.ToString());
        Assert.Contains("T4", told["2016-03"].Last().Items.Select(item => item.Policy));
        Assert.DoesNotContain("T4", told["2016-04"].Last().Items.Select(item => item.Policy));
    }

    [Fact]
    public async Task Months_the_clock_jumped_over_are_opened_in_order_once_however_many_replicas_there_are()
    {
        await desk.OpenAsync("2016-07", replicas: 2);
        var told = await desk.ToldAsync<AidProposed>();
        Assert.Equal(["2016-03", "2016-04", "2016-05", "2016-06", "2016-07"], told.Select(set => set.Month.ToString()));
        Assert.Equal(1, told.Count(set => set.Items.Any(item => item.Policy == "T4"))); // March gave it, so none of the others did

        await desk.OpenAsync("2016-07", replicas: 2);
        Assert.Equal(5, (await desk.ToldAsync<AidProposed>()).Count);
    }

    [Fact]
    public async Task Nothing_is_given_for_a_month_before_the_household_was_registered()
    {
        desk.GoTo("2016-05");
        var newcomer = Guid.NewGuid();
        await desk.RegisterAsync(newcomer);
        await desk.OpenAsync("2016-05");
        Assert.Equal(["2016-05"], (await desk.ToldAsync<AidProposed>()).Where(set => set.HouseholdId == newcomer).Select(set => set.Month.ToString()));
    }

    private async Task<AidProposed> LastOf(string month) =>
        (await desk.ToldAsync<AidProposed>()).Last(set => set.HouseholdId == household && set.Month == AidMonth.Parse(month));

    private async Task ConfirmAsync(string name, string value, DateOnly from)
    {
        var draft = (Created<DraftParameter.Response>)await desk.DraftAsync(TestOfficer.First, new DraftParameter.Request(name, value, from, null, "武民[2016]1号"));
        Assert.IsType<NoContent>(await desk.ConfirmParameterAsync(TestOfficer.Second, draft.Value!.Id));
    }
}
