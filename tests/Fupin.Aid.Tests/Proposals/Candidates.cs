using Fupin.Aid.Approvals;
using Fupin.Aid.Proposals.Candidates;
using Fupin.Aid.Tests.Desk;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;

namespace Fupin.Aid.Tests.Proposals;

/// <summary>The work lists "who": newly qualified, about to leave, entitled and waiting.</summary>
public sealed class Candidates : IAsyncLifetime
{
    private static readonly DateOnly FirstOfApril = new(2016, 4, 1);

    private readonly TestDesk desk = new();
    private readonly Guid household = Guid.NewGuid();

    public async ValueTask InitializeAsync() => await desk.SeedAsync();

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task Who_is_found_for_the_first_time_is_new_and_who_had_it_the_month_before_is_not()
    {
        await desk.RegisterAsync(household);
        Assert.Equal(["T1", "T2", "T4"], Policies(await ListAsync("new")));
        await desk.OpenOnAsync(FirstOfApril, household);
        Assert.Empty((await ListAsync("new")).Items);

        await desk.HearAsync(new HouseholdChanged(household, 2, FirstOfApril, TestDesk.Facts(members: 2)));
        var joined = Assert.Single((await ListAsync("new")).Items);
        Assert.Equal(("T1", new Guid(2, 0, 0, new byte[8])), (joined.Policy, joined.MemberId!.Value));
        Assert.Equal(["第一次符合条件", "100 元"], joined.Reasons.Select(line => line.Value));
    }

    [Fact]
    public async Task Who_comes_back_after_a_month_without_is_new_again()
    {
        await RegisterAsync(Member(15));
        desk.Clock.SetUtcNow(new DateTimeOffset(FirstOfApril, new TimeOnly(1, 0), TimeSpan.Zero));
        await desk.HearAsync(new HouseholdChanged(household, 2, FirstOfApril, Facts()));
        Assert.Empty((await ListAsync("new", "T5")).Items);
        await desk.OpenOnAsync(new DateOnly(2016, 5, 1), household);
        await desk.HearAsync(new HouseholdChanged(household, 3, new DateOnly(2016, 5, 2), Facts(Member(15))));
        Assert.Equal("上一期（2016-04）没有，本期符合条件", (await ListAsync("new", "T5")).Items.Single().Reasons[0].Value);
    }

    [Fact]
    public async Task Who_qualifies_and_waits_longer_than_the_days_is_listed_until_somebody_approves()
    {
        await desk.RegisterAsync(household);
        await desk.StackAsync(household, 1);
        desk.Clock.SetUtcNow(new DateTimeOffset(2016, 4, 20, 1, 0, 0, TimeSpan.Zero));
        Assert.Empty((await ListAsync("waiting")).Items); // thirty days, not more
        desk.Clock.SetUtcNow(new DateTimeOffset(2016, 4, 21, 1, 0, 0, TimeSpan.Zero));
        var waiting = (await ListAsync("waiting")).Items;
        Assert.Equal(3, waiting.Count);
        Assert.All(waiting, one => Assert.Equal("2016-03-21 起符合条件，已 31 天，尚未审批", one.Reasons[0].Value));

        await desk.ApproveAsync(TestOfficer.First, new ApproveItems.Request(new AidMonth(2016, 3), null, All: true));
        Assert.Empty((await ListAsync("waiting")).Items);
    }

    [Fact]
    public async Task What_stacking_refused_waits_for_nothing()
    {
        await desk.RegisterAsync(household);
        await desk.StackAsync(household, 1, new Dictionary<string, Money> { ["T1"] = Money.Zero });
        desk.Clock.SetUtcNow(new DateTimeOffset(2016, 5, 21, 1, 0, 0, TimeSpan.Zero));
        Assert.Equal(["T2", "T4"], Policies(await ListAsync("waiting")));
    }

    [Fact]
    public async Task An_aid_whose_policy_ends_within_the_days_is_about_to_leave_with_the_reason_of_then()
    {
        await RegisterAsync(Member(7));
        desk.Clock.SetUtcNow(new DateTimeOffset(2016, 3, 31, 1, 0, 0, TimeSpan.Zero));
        Assert.Empty((await ListAsync("leaving")).Items); // sixty days reach to 30 May
        await desk.OpenOnAsync(FirstOfApril, household);
        var leaving = Assert.Single((await ListAsync("leaving")).Items);
        Assert.Equal(("T5", new DateOnly(2016, 5, 31), true), (leaving.Policy, leaving.Day!.Value, leaving.IsCertain));
        Assert.Equal(["享受到 2016-05-31 止，以后不再符合条件", "政策已经停止"], leaving.Reasons.Select(line => line.Value));
    }

    [Fact]
    public async Task A_birthday_is_announced_only_out_of_a_band_of_one_year_and_never_with_a_day()
    {
        await RegisterAsync(Member(15), Member(12));
        var page = await ListAsync("leaving");
        var leaving = Assert.Single(page.Items);
        Assert.Equal(("T5", Member(15).MemberId, null, false), (leaving.Policy, leaving.MemberId!.Value, leaving.Day, leaving.IsCertain));
        Assert.Equal(["有成员现为 15 岁，满 16 岁后不再符合条件", "已满十六岁"], leaving.Reasons.Select(line => line.Value));
        Assert.Contains(page.Notes, note => note.Value.Contains("不知道出生日期", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_household_whose_retention_ends_leaves_with_its_day_and_what_comes_back_each_year_does_not_leave()
    {
        await desk.RegisterAsync(household);
        Assert.Empty((await ListAsync("leaving")).Items);
        await desk.HearAsync(new HouseholdExited(household, 2, new DateOnly(2016, 3, 25), new DateOnly(2016, 4, 24)));
        var leaving = (await ListAsync("leaving")).Items;
        Assert.Equal(["T1", "T2"], leaving.Select(one => one.Policy).Order());
        Assert.All(leaving, one => Assert.Equal("退出后的政策保留期到 2016-04-24 止", one.Reasons[1].Value));
    }

    [Fact]
    public async Task Lists_end_at_the_region_and_at_the_village_asked_for()
    {
        await desk.RegisterAsync(household);
        await desk.RegisterAsync(Guid.NewGuid(), village: TestDesk.OtherVillage);
        Assert.Equal(6, (await ListAsync("new")).Items.Count);
        Assert.All((await desk.CandidatesAsync(TestOfficer.OfOtherVillage, "new")).Items, one => Assert.Equal(TestDesk.OtherVillage, one.Village));
        Assert.Equal(3, (await desk.CandidatesAsync(TestOfficer.First, "new", village: TestDesk.Village)).Items.Count);
        Assert.Empty((await desk.CandidatesAsync(TestOfficer.OfOtherVillage, "new", village: TestDesk.Village)).Items);
    }

    [Theory]
    [InlineData("new", 15)] // T1, T2 and T4, and for the child T1 and T5
    [InlineData("leaving", 3)]
    public async Task Pages_by_key_hold_everybody_once(string kind, int count)
    {
        for (var index = 0; index < 3; index++) await desk.HearAsync(new HouseholdRegistered(Guid.NewGuid(), 1, new DateOnly(2016, 3, 21), Facts(Member(15))));
        var listed = new List<Guid>();
        string? after = null;
        do
        {
            var page = await desk.CandidatesAsync(TestOfficer.First, kind, after: after, size: 1);
            listed.AddRange(page.Items.Select(one => one.ItemId));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(listed.Distinct(), listed);
        Assert.Equal(count, listed.Count);
    }

    private Task RegisterAsync(params MemberFacts[] young) => desk.HearAsync(new HouseholdRegistered(household, 1, new DateOnly(2016, 3, 21), Facts(young)));

    private Task<ListCandidates.Page> ListAsync(string kind, string? policy = null) => desk.CandidatesAsync(TestOfficer.First, kind, policy);

    private static IEnumerable<string> Policies(ListCandidates.Page page) => page.Items.Select(one => one.Policy).Order();

    private static HouseholdFacts Facts(params MemberFacts[] young)
    {
        var facts = TestDesk.Facts();
        return facts with { Members = [.. facts.Members, .. young] };
    }

    private static MemberFacts Member(int age) => new(
        new Guid(age, 1, 0, new byte[8]), false, AgeBand.Of(age), Sex.Female, [HealthStatus.Healthy], null, null, null, null, null, null, 0, Money.Zero);
}
