using System.Text.Json;
using Fupin.Contracts.Registration;
using Fupin.Testing;
using Grpc.Core;

namespace Fupin.Registration.Tests.Accounts;

/// <summary>What the departments told of a household becomes one account, each figure explained.</summary>
public sealed class ReadingAnAccount(AccountService registration) : IClassFixture<AccountService>
{
    [Fact]
    public async Task The_sets_of_all_departments_become_one_account_with_a_sentence_for_each_reduction()
    {
        var household = registration.AHousehold();
        var head = household.Head.Id;
        var certificate = AccountService.Item("B4", 80, head);
        await registration.ProposeAsync("education-aid", household.Id, 1, AccountService.Item("E4", 850, head));
        await registration.ProposeAsync("social-assistance", household.Id, 1, AccountService.Item("B3", 1_200, head), certificate);

        var account = await registration.AccountAsync(household.Id);

        Assert.Equal(household.Id, account.GetProperty("household").GetGuid());
        Assert.Equal(registration.Month.ToString(), account.GetProperty("month").GetString());
        Assert.Equal((2, "registered"), (account.GetProperty("revision").GetInt32(), account.GetProperty("state").GetString()));
        Assert.Equal(JsonValueKind.Null, account.GetProperty("text").ValueKind);
        Assert.Equal(["B3", "B4", "E4"], account.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("policy").GetString()).Order());
        var refused = account.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("policy").GetString() == "B4");
        Assert.Equal((head.ToString(), 8_000L, 0L, "refused"), (Text(refused, "beneficiary"), Fen(refused, "proposed"), Fen(refused, "granted"), Text(refused, "state")));
        var reduction = Assert.Single(refused.GetProperty("reductions").EnumerateArray());
        Assert.Equal(("X04", 8_000L, "B3"), (Text(reduction, "rule"), Fen(reduction, "amount"), Text(reduction, "because")));
        Assert.Equal("本人已核定特困供养金，按规定不再发放困难残疾人生活补贴。", Text(reduction, "text"));
        Assert.Equal("测试", Text(refused.GetProperty("trace")[0], "value"));
    }

    [Fact]
    public async Task A_newer_set_takes_the_place_of_the_older_and_an_older_one_changes_nothing()
    {
        var household = registration.AHousehold();
        await registration.ProposeAsync("social-assistance", household.Id, 2, AccountService.Item("B1", 500));
        await registration.TellAsync("social-assistance", household.Id, 1, AccountService.Item("B1", 999));
        await registration.ProposeAsync("social-assistance", household.Id, 3, AccountService.Item("B1", 300));

        var item = Assert.Single((await registration.AccountAsync(household.Id)).GetProperty("items").EnumerateArray());
        Assert.Equal(30_000, Fen(item, "granted"));
        Assert.Equal([2, 3], registration.Conversation.Heard<AidStacked>(told => told.HouseholdId == household.Id).Select(told => told.Sets["social-assistance"]));
    }

    [Fact]
    public async Task A_department_that_has_not_told_anything_or_does_not_answer_is_named()
    {
        var household = registration.AHousehold();
        await registration.ProposeAsync("employment", household.Id, 1, AccountService.Item("J6", 800, household.Head.Id));

        var departments = (await registration.AccountAsync(household.Id)).GetProperty("departments").EnumerateArray().ToDictionary(one => Text(one, "name")!);

        // Nobody but registration runs here.
        Assert.Equal("该部门服务暂时联系不上，显示的是最近一次报送的内容", Text(departments["employment"], "text"));
        Assert.Equal(("unreachable", "该部门服务暂时联系不上，恢复后自动补报"), (Text(departments["medical-aid"], "state"), Text(departments["medical-aid"], "text")));
        Assert.Equal(4, departments.Count);
    }

    [Fact]
    public async Task A_household_that_has_left_says_so_above_its_account()
    {
        var household = registration.AHousehold();
        Assert.Equal(200, (await registration.PostAsync(Officers.District, $"households/{household.Id}/exit")).Status);

        var account = await registration.AccountAsync(household.Id);

        Assert.Equal(("exited", "该户已退出，政策保留期内的救助照常计算"), (Text(account, "state"), Text(account, "text")));
    }

    [Fact]
    public async Task Whoever_may_not_see_the_household_sees_no_account_and_cannot_tell_it_from_a_missing_one()
    {
        var household = registration.AHousehold();

        var foreign = await registration.GetAsync(Officers.VillageOther, $"households/{household.Id}/account");
        var missing = await registration.GetAsync(Officers.VillageOther, $"households/{Guid.NewGuid()}/account");
        Assert.Equal((404, "REG-0001"), (foreign.Status, foreign.Code));
        Assert.Equal((missing.Status, missing.Code, missing.Text), (foreign.Status, foreign.Code, foreign.Text));
        Assert.Equal(401, (await registration.GetAsync(null, $"households/{household.Id}/account")).Status);
        Assert.Equal("REG-0311", (await registration.GetAsync(Officers.Village, $"households/{household.Id}/account?month=2016-13")).Code);
    }

    [Fact]
    public async Task Whoever_looks_for_households_reads_those_of_the_region_and_not_the_whole_table() =>
        Assert.Matches("SEARCH .* USING .*INDEX .*Village>. AND Village<", await registration.PlanOfASearchAsync("320412110"));

    [Fact]
    public async Task Other_departments_ask_for_it_with_the_rights_of_their_officer()
    {
        var household = registration.AHousehold();
        await registration.ProposeAsync("social-assistance", household.Id, 1, AccountService.Item("B1", 500));

        var reply = await registration.AskAsync(Officers.Of("medical-aid"), household.Id, registration.Month.ToString());
        var item = Assert.Single(reply.Items);
        Assert.Equal(("B1", 50_000L, "social-assistance"), (item.Policy, item.GrantedFen, item.Department));

        await Assert.ThrowsAsync<RpcException>(() => registration.AskAsync(Officers.VillageOther, household.Id, registration.Month.ToString()));
        await Assert.ThrowsAsync<RpcException>(() => registration.AskAsync(Officers.Village, household.Id, "May"));
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static long Fen(JsonElement element, string name) => element.GetProperty(name).GetInt64();
}
