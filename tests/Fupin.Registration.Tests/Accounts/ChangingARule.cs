using System.Text.Json;
using System.Text.Json.Nodes;
using Fupin.Contracts.Registration;
using Fupin.Testing;

namespace Fupin.Registration.Tests.Accounts;

/// <summary>A rule of stacking is drafted by one officer and confirmed by another; what it touches is stacked again, once, by one of two replicas.</summary>
public sealed class ChangingARule(AccountService registration) : IClassFixture<AccountService>
{
    private const string Rules = "stacking-rules";

    [Fact]
    public async Task A_confirmed_rule_stacks_again_what_it_touches_and_tells_nothing_else()
    {
        var (touched, untouched) = (registration.AHousehold(), registration.AHousehold());
        await registration.ProposeAsync("social-assistance", touched.Id, 1, AccountService.Item("B6", 900), AccountService.Item("B11", 400));
        await registration.ProposeAsync("social-assistance", untouched.Id, 1, AccountService.Item("B6", 900));
        Assert.All((await registration.AccountAsync(touched.Id)).GetProperty("items").EnumerateArray(), item => Assert.Equal("granted", item.GetProperty("state").GetString()));

        await ConfirmAsync(Exclusive("X90", "B6", "B11"));

        var told = await registration.Conversation.Published<AidStacked>(told => told.HouseholdId == touched.Id && told.Revision == 2);
        Assert.Equal("X90", Assert.Single(told.Items.Single(item => item.Policy == "B11").Reductions).Rule);
        await registration.RestackedAsync();
        Assert.Equal([1, 2], registration.Conversation.Heard<AidStacked>(one => one.HouseholdId == touched.Id).Select(one => one.Revision));
        Assert.Single(registration.Conversation.Heard<AidStacked>(one => one.HouseholdId == untouched.Id));
    }

    [Fact]
    public async Task Whoever_drafted_a_rule_does_not_confirm_it_and_nobody_does_twice()
    {
        var draft = await DraftAsync(Officers.District, Exclusive("X91", "B7", "B8"));

        Assert.Equal("REG-0305", (await registration.PostAsync(Officers.District, $"{Rules}/{draft}/confirm")).Code);
        Assert.Equal(403, (await registration.PostAsync(Officers.Town, $"{Rules}/{draft}/confirm")).Status);
        Assert.Equal("REG-0303", (await registration.PostAsync(Officers.District2, $"{Rules}/{Guid.NewGuid()}/confirm")).Code);
        Assert.Equal(204, (await registration.PostAsync(Officers.District2, $"{Rules}/{draft}/confirm")).Status);
        Assert.Equal("REG-0304", (await registration.PostAsync(Officers.District2, $"{Rules}/{draft}/confirm")).Code);
    }

    [Fact]
    public async Task A_rule_that_cannot_be_read_starts_in_the_past_or_closes_a_circle_is_refused_with_the_reason()
    {
        Assert.Equal("REG-0301", (await registration.PostAsync(Officers.District, Rules, new { kind = "exclusive" })).Code);
        Assert.Equal("REG-0306", (await registration.PostAsync(Officers.District, Rules, Exclusive("X92", "B7", "B9", from: "2016-03-01"))).Code);

        // The minimum living allowance is computed from the view in which it would count itself.
        var circle = await registration.PostAsync(Officers.District, Rules, new
        {
            kind = "countsAsIncome",
            code = "C90",
            from = registration.Today,
            basis = "测试",
            policies = new[] { "B1" },
            views = new[] { "meansTest" },
            text = "",
        });
        Assert.Equal((400, "REG-0302"), (circle.Status, circle.Code));
        Assert.Contains("B1", circle.Text, StringComparison.Ordinal);
    }

    private JsonObject Exclusive(string code, string stays, string yields, string? from = null) => new()
    {
        ["kind"] = "exclusive",
        ["code"] = code,
        ["from"] = from ?? registration.Today.ToString("O"),
        ["basis"] = "测试",
        ["isUnconfirmed"] = false,
        ["policies"] = new JsonArray(stays, yields),
        ["per"] = "household",
        ["keep"] = "rank",
        ["text"] = "已核定{because}，不再发放{policy}。",
    };

    private async Task<Guid> DraftAsync(TestOfficer officer, JsonObject rule)
    {
        var drafted = await registration.PostAsync(officer, Rules, rule);
        Assert.True(drafted.Status == 201, drafted.Json.ToString());
        return drafted.Json.GetProperty("id").GetGuid();
    }

    private async Task ConfirmAsync(JsonObject rule)
    {
        var draft = await DraftAsync(Officers.District, rule);
        Assert.Equal(204, (await registration.PostAsync(Officers.District2, $"{Rules}/{draft}/confirm")).Status);
    }
}
