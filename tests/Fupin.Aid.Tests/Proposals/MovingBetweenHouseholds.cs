using Fupin.Aid.Tests.Desk;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;

namespace Fupin.Aid.Tests.Proposals;

/// <summary>What a person was given, and what is recorded of a person, follows the person into another household; no month is given twice.</summary>
public sealed class MovingBetweenHouseholds : IAsyncLifetime
{
    private readonly TestDesk desk = new();
    private readonly Guid old = Guid.NewGuid();
    private readonly Guid other = Guid.NewGuid();

    public async ValueTask InitializeAsync()
    {
        await desk.SeedAsync();
        await desk.RegisterAsync(old, members: 3);
        await desk.OpenAsync("2016-03");
    }

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task Who_splits_off_is_given_from_the_next_month_and_nothing_once_more()
    {
        await SplitAsync();
        Assert.DoesNotContain(await desk.ToldAsync<AidProposed>(), set => set.HouseholdId == other); // March is the old household's
        Assert.Equal(3, (await LastAsync(old, "2016-03")).Items.Count(item => item.Policy == "T1"));

        await desk.OpenAsync("2016-04");
        var people = (await LastAsync(old, "2016-04")).Items.Concat((await LastAsync(other, "2016-04")).Items).Where(item => item.Policy == "T1").Select(item => item.MemberId);
        Assert.Equal(3, people.Distinct().Count());
        Assert.Equal(3, people.Count());
        Assert.DoesNotContain("T4", (await LastAsync(other, "2016-04")).Items.Select(item => item.Policy)); // the yearly aid was the old household's, they lived in it
        Assert.Empty((await desk.CheckAsync("2016-03")).Differences);
        Assert.Empty((await desk.CheckAsync("2016-04")).Differences);
    }

    [Fact]
    public async Task A_record_of_a_person_counts_where_the_person_belongs_in_the_month()
    {
        await desk.EnterAsync(new TestMemberRecord { HouseholdId = old, Village = TestDesk.Village, MemberId = TestDesk.Member(3), ClaimNo = "C1", Amount = Money.FromYuan(80) });
        await SplitAsync();
        await desk.OpenAsync("2016-04");
        Assert.Contains("T3", (await LastAsync(old, "2016-03")).Items.Select(item => item.Policy));
        Assert.DoesNotContain("T3", (await LastAsync(old, "2016-04")).Items.Select(item => item.Policy));
        Assert.Contains("T3", (await LastAsync(other, "2016-04")).Items.Select(item => item.Policy));
        Assert.Empty((await desk.CheckAsync("2016-03")).Differences);
    }

    [Fact]
    public async Task A_household_that_took_another_in_is_not_given_what_that_one_had()
    {
        await desk.HearAsync(new HouseholdRegistered(other, 1, new DateOnly(2016, 4, 2), TestDesk.Facts(from: 4)));
        await desk.OpenAsync("2016-04");
        Assert.Contains("T4", (await LastAsync(other, "2016-04")).Items.Select(item => item.Policy)); // its own of the year

        var third = Guid.NewGuid();
        await desk.HearAsync(new MembersMoved(old, third, new DateOnly(2016, 5, 1), [TestDesk.Member(1), TestDesk.Member(2), TestDesk.Member(3)], MovedBy.Merger));
        await desk.HearAsync(new HouseholdExited(old, 2, new DateOnly(2016, 5, 1), new DateOnly(2016, 4, 30)));
        await desk.HearAsync(new HouseholdRegistered(third, 1, new DateOnly(2016, 5, 1), TestDesk.Facts(members: 4)));
        await desk.OpenAsync("2016-05");
        Assert.Empty((await LastAsync(old, "2016-05")).Items);
        Assert.Equal(4, (await LastAsync(third, "2016-05")).Items.Count(item => item.Policy == "T1"));
        Assert.DoesNotContain("T4", (await LastAsync(third, "2016-05")).Items.Select(item => item.Policy));
        Assert.NotEmpty((await LastAsync(old, "2016-04")).Items);
    }

    // Told on the day of the decision, in any order; it holds from the first of the next month.
    private async Task SplitAsync()
    {
        var on = new DateOnly(2016, 4, 1);
        await desk.HearAsync(new HouseholdRegistered(other, 1, on, TestDesk.Facts(members: 1, from: 3)));
        await desk.HearAsync(new HouseholdChanged(old, 2, on, TestDesk.Facts(members: 2)));
        await desk.HearAsync(new MembersMoved(old, other, on, [TestDesk.Member(3)], MovedBy.Split));
    }

    private async Task<AidProposed> LastAsync(Guid household, string month) =>
        (await desk.ToldAsync<AidProposed>()).Last(set => set.HouseholdId == household && set.Month == AidMonth.Parse(month));
}
