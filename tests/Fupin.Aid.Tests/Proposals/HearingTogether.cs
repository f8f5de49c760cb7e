using Fupin.Aid.Tests.Desk;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;

namespace Fupin.Aid.Tests.Proposals;

/// <summary>What arrives together comes to the same as what arrives one after the other.</summary>
public sealed class HearingTogether : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2016, 3, 21);
    private readonly TestDesk desk = new();
    private readonly Guid household = Guid.NewGuid();

    public async ValueTask InitializeAsync() => await desk.SeedAsync();

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task Every_household_of_a_batch_gets_its_set()
    {
        var households = Enumerable.Range(0, 30).Select(_ => Guid.NewGuid()).ToList();
        await desk.HearAsync([.. households.Select(one => new HouseholdRegistered(one, 1, Day, TestDesk.Facts(members: 2)))]);

        var told = await desk.ToldAsync<AidProposed>();
        Assert.Equal(households.Order(), told.Select(set => set.HouseholdId).Order());
        Assert.All(told, set => Assert.Equal(["T1", "T1", "T2", "T4"], set.Items.Select(item => item.Policy)));
    }

    [Theory]
    [InlineData(1, 2, 3)]
    [InlineData(3, 2, 1)]
    [InlineData(2, 3, 1)]
    public async Task Of_several_messages_about_one_household_the_newest_counts_and_the_set_is_told_once(params int[] revisions)
    {
        await desk.HearAsync([.. revisions.Select(revision => new HouseholdRegistered(household, revision, Day, TestDesk.Facts(members: revision)))]);

        var told = Assert.Single(await desk.ToldAsync<AidProposed>());
        Assert.Equal((1, 3), (told.Revision, told.Items.Count(item => item.Policy == "T1")));
    }

    [Fact]
    public async Task A_household_that_moves_twice_in_a_batch_takes_its_rows_to_where_it_ends()
    {
        await desk.RegisterAsync(household);
        var neighbour = Guid.NewGuid();
        await desk.RegisterAsync(neighbour);

        await desk.HearAsync(
            new HouseholdChanged(household, 2, Day, TestDesk.Facts(village: TestDesk.OtherVillage)),
            new HouseholdChanged(neighbour, 2, Day, TestDesk.Facts(village: TestDesk.OtherVillage)),
            new HouseholdChanged(neighbour, 3, Day, TestDesk.Facts()));

        Assert.All(await desk.ItemsAsync(household), item => Assert.Equal(TestDesk.OtherVillage, item.Village));
        Assert.All(await desk.ItemsAsync(neighbour), item => Assert.Equal(TestDesk.Village, item.Village));
    }

    [Fact]
    public async Task Of_several_accounts_of_one_household_the_newest_counts()
    {
        await desk.RegisterAsync(household);
        AidStacked Account(int revision, int counted) => new(
            household, new AidMonth(2016, 3), revision, [], [new CountedAid(IncomeView.MeansTest, "J6", null, Money.FromYuan(counted))], new Dictionary<string, int>());

        await desk.HearAsync(Account(2, 100), Account(4, 300), Account(3, 200));

        Assert.Equal(Money.FromYuan(400), (await desk.ToldAsync<AidProposed>())[^1].Items.Single(item => item.Policy == "T2").Amount);
    }

    [Fact]
    public async Task An_account_of_an_earlier_month_counts_for_a_later_one_in_the_same_batch()
    {
        await desk.RegisterAsync(household);
        var march = Assert.Single(await desk.ToldAsync<AidProposed>());
        desk.Clock.SetUtcNow(new DateTimeOffset(2016, 4, 1, 1, 0, 0, TimeSpan.Zero));
        await desk.OpenMonthAsync(1, async () => (await desk.ToldAsync<AidProposed>()).Count == 2);

        // What is given once a year came to nothing in March; April is decided on again for another reason.
        var refused = march.Items.Where(item => item.Policy == "T4").Select(item => new StackedItem(
            item.ItemId, "test-aid", item.Policy, item.MemberId, item.Period, item.Nature, item.Claim, item.Amount, Money.Zero, StackedState.Refused,
            [new Reduction("R1", item.Amount, null, null, "因另一项救助核减。")]));
        await desk.HearAsync(
            new AidStacked(household, new AidMonth(2016, 4), 1, [], [new CountedAid(IncomeView.MeansTest, "J6", null, Money.FromYuan(300))], new Dictionary<string, int>()),
            new AidStacked(household, new AidMonth(2016, 3), 1, [.. refused], [], new Dictionary<string, int>()));

        var april = (await desk.ToldAsync<AidProposed>())[^1];
        Assert.Equal("2016-04", april.Month.ToString());
        Assert.Contains("T4", april.Items.Select(item => item.Policy));
    }
}
