using Fupin.Contracts.Aid;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Fupin.Registration.Tests.Accounts;
using Fupin.Registration.Tests.Households;
using Fupin.Registration.Tests.Identification;
using Fupin.Testing;

namespace Fupin.Registration.Tests.Changes;

/// <summary>A household moves, splits, merges, loses a member, is removed or comes back: two officers, an event, and an account that is right before and after.</summary>
public sealed class LifeOfAHousehold(AccountService registration) : IClassFixture<AccountService>
{
    private static readonly AidMonth March = new(2016, 3);
    private static readonly AidMonth April = new(2016, 4);
    private readonly SomePeople people = new(400);

    [Fact]
    public async Task It_moves_when_another_officer_approves_and_is_seen_from_the_new_village_only()
    {
        var id = registration.AHousehold().Id;
        Assert.Equal("REG-0407", (await EnterAsync(id, "move", new { village = "320412110999", reason = "投亲" })).Code);
        Assert.Equal("REG-0408", (await EnterAsync(id, "move", new { village = Officers.Village.Region, reason = "投亲" })).Code);
        Assert.Equal("REG-0406", (await EnterAsync(id, "move", new { village = Officers.VillageOther.Region, reason = " " })).Code);

        var change = await EnteredAsync(id, "move", new { village = Officers.VillageOther.Region, group = "五组", reason = "投亲" }, Officers.Town);
        Assert.Equal("REG-0404", (await EnterAsync(id, "removal", new { reason = "重复" })).Code);
        Assert.Equal("REG-0403", (await DecideAsync(change, Officers.Town)).Code);
        Assert.Equal("REG-0415", (await DecideAsync(change, Officers.Village)).Code);
        Assert.Equal(404, (await DecideAsync(change, Officers.Town2)).Status); // the village lies in another town: out of a town officer's hands
        Assert.Equal(200, (await DecideAsync(change, Officers.District)).Status);
        Assert.Equal("REG-0402", (await DecideAsync(change, Officers.District2)).Code);

        var told = await registration.Conversation.Published<HouseholdChanged>(told => told.HouseholdId == id);
        Assert.Equal(Officers.VillageOther.Region, told.Facts.Village.ToString());
        Assert.Equal("REG-0001", (await registration.GetAsync(Officers.Village, $"households/{id}")).Code);
        Assert.Equal("五组", (await registration.GetAsync(Officers.VillageOther, $"households/{id}")).Json.GetProperty("group").GetString());
    }

    [Fact]
    public async Task Who_splits_off_is_stacked_with_what_was_granted_before_and_months_before_stay_as_they_were()
    {
        var id = registration.AHousehold().Id;
        var (son, daughter) = (await JoinAsync(id, "之子", "19900101"), await JoinAsync(id, "之女", "20060101"));
        var aid = await StackedAsync(id, "social-assistance", March, 1, Item("B6", 15_000, March));
        await StackedAsync(id, "education-aid", March, 1, Item("E3", 625, March, daughter, "2016-S1"));

        Assert.Equal("REG-0411", (await EnterAsync(id, "split", new { relations = new Dictionary<Guid, string> { [son] = "之子" }, reason = "分家" })).Code);
        var change = await EnteredAsync(id, "split", new { relations = new Dictionary<Guid, string> { [son] = "户主", [daughter] = "之兄弟姐妹" }, reason = "分家" });
        var approved = await DecideAsync(change, Officers.Town);
        Assert.Equal("2016-04-01", approved.Json.GetProperty("holdsFrom").GetString());

        var moved = await registration.Conversation.Published<MembersMoved>(told => told.FromHouseholdId == id);
        Assert.Equal((MovedBy.Split, new DateOnly(2016, 4, 1), 2), (moved.By, moved.On, moved.Members.Count));
        var registered = await registration.Conversation.Published<HouseholdRegistered>(told => told.HouseholdId == moved.ToHouseholdId);
        Assert.Equal((new DateOnly(2016, 4, 1), son), (registered.On, registered.Facts.Members.Single(member => member.IsHead).MemberId));
        var stayed = await registration.Conversation.Published<HouseholdChanged>(told => told.HouseholdId == id && told.Facts.Members.Count == 1);
        Assert.Equal(new DateOnly(2016, 4, 1), stayed.On);

        var cap = await StackedAsync(moved.ToHouseholdId, "social-assistance", April, 1, Item("B6", 15_000, April));
        Assert.Equal(Money.FromYuan(5_000), cap.Items.Single().Granted); // 20,000 a household and year, of which the old one had 15,000
        var once = await StackedAsync(moved.ToHouseholdId, "education-aid", April, 1, Item("E3", 625, April, daughter, "2016-S1"));
        Assert.Equal((Money.Zero, "O01"), (once.Items.Single(item => item.Policy == "E3").Granted, once.Items.Single(item => item.Policy == "E3").Reductions.Single().Rule));
        Assert.Equal(Money.FromYuan(15_000), aid.Items.Single().Granted);
        Assert.Empty(registration.Conversation.Heard<AidStacked>(told => told.HouseholdId == id && told.Month == March && told.Revision > 2));

        // What the old household is granted less of in March after all, the new one has room for.
        await StackedAsync(id, "social-assistance", March, 2, Item("B6", 6_000, March));
        var more = await registration.Conversation.Published<AidStacked>(told => told.HouseholdId == moved.ToHouseholdId && told.Items.Any(item => item.Policy == "B6" && item.Granted == Money.FromYuan(14_000)));
        Assert.Equal(April, more.Month);
    }

    [Fact]
    public async Task A_household_that_goes_over_into_another_ends_without_retention_and_brings_what_it_had()
    {
        var (id, into) = (registration.AHousehold(), registration.AHousehold().Id);
        await StackedAsync(id.Id, "social-assistance", March, 1, Item("B6", 18_000, March));
        var change = await EnteredAsync(id.Id, "merge", new { into, relations = new Dictionary<Guid, string> { [id.Head.Id] = "之父" }, reason = "赡养" });
        Assert.Equal(200, (await DecideAsync(change, Officers.Town)).Status);

        var exited = await registration.Conversation.Published<HouseholdExited>(told => told.HouseholdId == id.Id);
        Assert.Equal((new DateOnly(2016, 4, 1), new DateOnly(2016, 3, 31)), (exited.On, exited.RetainedUntil));
        var grown = await registration.Conversation.Published<HouseholdChanged>(told => told.HouseholdId == into && told.Facts.Members.Count == 2);
        Assert.Equal((new DateOnly(2016, 4, 1), id.Head.Id), (grown.On, grown.Facts.Members.Single(member => !member.IsHead).MemberId));
        Assert.Equal(Money.FromYuan(10_000), Money.Sum(grown.Facts.Members.Select(member => member.Wage)));
        Assert.Equal(Money.FromYuan(2_000), (await StackedAsync(into, "social-assistance", April, 1, Item("B6", 5_000, April))).Items.Single().Granted);
        Assert.Equal("REG-0420", (await registration.PostAsync(Officers.Village, $"households/{id.Id}/apply-again")).Code);
    }

    [Fact]
    public async Task One_that_should_not_have_been_registered_leaves_without_retention_by_the_districts_word()
    {
        var id = registration.AHousehold().Id;
        var change = await EnteredAsync(id, "removal", new { reason = "有商品房" });
        Assert.Equal("REG-0415", (await DecideAsync(change, Officers.Town)).Code);
        Assert.Equal(200, (await DecideAsync(change, Officers.District)).Status);
        var exited = await registration.Conversation.Published<HouseholdExited>(told => told.HouseholdId == id);
        Assert.Equal(exited.On.AddDays(-1), exited.RetainedUntil);

        Assert.Equal(200, (await registration.PostAsync(Officers.Village, $"households/{id}/apply-again")).Status);
        Assert.Equal("REG-0419", (await registration.PostAsync(Officers.Village, $"households/{id}/apply-again")).Code);
    }

    [Fact]
    public async Task A_change_that_is_refused_changes_nothing()
    {
        var id = registration.AHousehold().Id;
        var change = await EnteredAsync(id, "removal", new { reason = "有商品房" });
        Assert.Equal("REG-0406", (await registration.PostAsync(Officers.District, $"register-changes/{change}/refuse", new { reason = "" })).Code);
        Assert.Equal(200, (await registration.PostAsync(Officers.District, $"register-changes/{change}/refuse", new { reason = "查无此事" })).Status);
        Assert.Equal("REG-0402", (await DecideAsync(change, Officers.District2)).Code);
        var row = (await registration.GetAsync(Officers.Village, $"register-changes?household={id}")).Json[0];
        Assert.Equal(("refused", "查无此事"), (row.GetProperty("state").GetString(), row.GetProperty("note").GetString()));
        Assert.Empty(registration.Conversation.Heard<HouseholdExited>(told => told.HouseholdId == id));
    }

    [Fact]
    public async Task A_death_holds_from_its_day_and_is_told_as_a_state_of_the_person()
    {
        var id = registration.AHousehold().Id;
        var mother = await JoinAsync(id, "之母", "19400101");
        Assert.Equal("REG-0418", (await LeaveAsync(id, mother, "死亡", registration.Today.AddDays(1))).Code);
        Assert.Equal("REG-0417", (await LeaveAsync(id, mother, "新生儿", registration.Today)).Code);
        Assert.Equal(204, (await LeaveAsync(id, mother, "死亡", registration.Today)).Status);
        var state = await registration.Conversation.Published<PersonStateTold>(told => told.MemberId == mother);
        Assert.Equal((PersonState.Dead, registration.Today, (DateOnly?)null), (state.State, state.From, state.To));
    }

    [Fact]
    public async Task Who_marries_into_another_household_is_the_same_person_there()
    {
        var (id, other) = (registration.AHousehold().Id, registration.AHousehold().Id);
        var person = Person("之女", "19930101");
        var daughter = await JoinAsync(id, person);
        await StackedAsync(id, "education-aid", March, 1, Item("E3", 625, March, daughter, "2016-S1"));
        Assert.Equal(204, (await LeaveAsync(id, daughter, "嫁出", registration.Today)).Status);
        person["relation"] = "配偶";
        Assert.Equal(daughter, await JoinAsync(other, person));

        var moved = await registration.Conversation.Published<MembersMoved>(told => told.ToHouseholdId == other);
        Assert.Equal((MovedBy.Transfer, new DateOnly(2016, 4, 1)), (moved.By, moved.On)); // the month in which she left is the old household's
        var once = await StackedAsync(other, "education-aid", April, 1, Item("E3", 625, April, daughter, "2016-S1"));
        Assert.Equal(Money.Zero, once.Items.Single().Granted);
    }

    [Fact]
    public async Task A_retention_that_ends_within_the_days_of_notice_is_on_the_list()
    {
        var id = registration.AHousehold().Id;
        await registration.PostAsync(Officers.District, $"households/{id}/exit");
        Assert.DoesNotContain((await registration.GetAsync(Officers.Village, "retentions")).Json.GetProperty("items").EnumerateArray(), row => row.GetProperty("id").GetGuid() == id);
        await registration.SetAsync("RetentionNoticeDays", "731");
        var row = (await registration.GetAsync(Officers.Village, "retentions")).Json.GetProperty("items").EnumerateArray().Single(row => row.GetProperty("id").GetGuid() == id);
        Assert.Equal("2018-03-20", row.GetProperty("retainedUntil").GetString());
    }

    private Dictionary<string, object?> Person(string relation, string born) => new()
    {
        ["relation"] = relation,
        ["name"] = "王小明",
        ["idNumber"] = people.AnIdNumber(born),
        ["health"] = new[] { "healthy" },
    };

    private Task<Guid> JoinAsync(Guid id, string relation, string born) => JoinAsync(id, Person(relation, born));

    private async Task<Guid> JoinAsync(Guid id, object person)
    {
        var answer = await registration.PostAsync(Officers.Village, $"households/{id}/members", person);
        Assert.True(answer.Status == 200, answer.Json.ToString());
        return answer.Json.GetProperty("id").GetGuid();
    }

    private Task<Answer> LeaveAsync(Guid id, Guid member, string reason, DateOnly on) =>
        registration.PostAsync(Officers.Village, $"households/{id}/members/{member}/remove", new { reason, on });

    private Task<Answer> EnterAsync(Guid id, string what, object body, TestOfficer? officer = null) =>
        registration.PostAsync(officer ?? Officers.Village, $"households/{id}/{what}", body);

    private async Task<Guid> EnteredAsync(Guid id, string what, object body, TestOfficer? officer = null)
    {
        var answer = await EnterAsync(id, what, body, officer);
        Assert.True(answer.Status == 201, answer.Json.ToString());
        return answer.Json.GetProperty("id").GetGuid();
    }

    private Task<Answer> DecideAsync(Guid change, TestOfficer officer) => registration.PostAsync(officer, $"register-changes/{change}/approve");

    private static ProposedItem Item(string policy, long yuan, AidMonth month, Guid? member = null, string? period = null) => new(
        Guid.NewGuid(), policy, member, period ?? month.ToString(), AidNature.Cash, Money.FromYuan(yuan), null, "1", [new TraceLine("依据", "测试")]);

    private async Task<AidStacked> StackedAsync(Guid household, string department, AidMonth month, int revision, params ProposedItem[] items)
    {
        await registration.Conversation.TellAsync(new AidProposed(household, department, month, revision, items));
        return await registration.Conversation.Published<AidStacked>(
            told => told.HouseholdId == household && told.Month == month && told.Sets.GetValueOrDefault(department) == revision, TimeSpan.FromSeconds(60));
    }
}
