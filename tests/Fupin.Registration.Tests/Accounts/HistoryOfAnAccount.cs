using System.Text.Json;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Fupin.Testing;

namespace Fupin.Registration.Tests.Accounts;

/// <summary>Each item's whole story: proposed, stacked, reduced and why, approved, given too much, decided on, withdrawn.</summary>
public sealed class HistoryOfAnAccount(AccountService registration) : IClassFixture<AccountService>
{
    [Fact]
    public async Task An_items_story_is_told_from_the_first_proposal_to_the_decision_on_what_was_too_much()
    {
        var id = registration.AHousehold().Id;
        var allowance = AccountService.Item("B1", 700);
        await registration.ProposeAsync("social-assistance", id, 1, allowance);
        var approval = new AidApproved(
            Guid.NewGuid(), id, "social-assistance", registration.Month,
            [new ApprovedItem(allowance.ItemId, "B1", null, "2016-03", AidNature.Cash, Money.FromYuan(640), [new Reduction("offset", Money.FromYuan(60), Guid.NewGuid(), "B1", "此前多发，从本项中抵扣 60.00 元。")])],
            Guid.NewGuid(), Guid.NewGuid(), DateTime.UtcNow);
        await registration.Conversation.TellAsync(approval);
        await registration.Conversation.TellAsync(approval); // told twice, entered once
        await StepsAsync(id, allowance.ItemId, "proposed", "stacked", "approved");

        await registration.ProposeAsync("social-assistance", id, 2, allowance, AccountService.Item("B3", 900));
        await registration.Conversation.TellAsync(new OverpaymentDecided(
            Guid.NewGuid(), id, "social-assistance", registration.Month, allowance.ItemId, "B1", null, Money.FromYuan(700), OverpaymentDecision.Offset, Guid.NewGuid(), DateTime.UtcNow));
        await StepsAsync(id, allowance.ItemId, "proposed", "stacked", "approved", "stacked", "overpaid", "offset");
        await registration.ProposeAsync("social-assistance", id, 3, AccountService.Item("B3", 900));
        var steps = await StepsAsync(id, allowance.ItemId, "proposed", "stacked", "approved", "stacked", "overpaid", "offset", "withdrawn");
        Assert.Equal("经两人审批，发放 640.00 元。此前多发，从本项中抵扣 60.00 元。", steps[2].GetProperty("text").GetString());
        Assert.NotEqual("叠加后核定 0.00 元。", steps[3].GetProperty("text").GetString()); // and why
        Assert.Equal(70_000, steps[4].GetProperty("amount").GetInt64());
        Assert.Equal("REG-0001", (await registration.GetAsync(Officers.VillageOther, $"households/{id}/account/history")).Code);
        Assert.Equal("REG-0311", (await registration.GetAsync(Officers.Village, $"households/{id}/account/history?month=March")).Code);
    }

    private async Task<IReadOnlyList<JsonElement>> StepsAsync(Guid id, Guid item, params string[] expected)
    {
        List<JsonElement> steps = [];
        await Eventually.IsTrue(async () =>
        {
            var items = (await registration.GetAsync(Officers.Village, $"households/{id}/account/history?item={item}")).Json.GetProperty("items");
            steps = items.GetArrayLength() == 0 ? [] : [.. items[0].GetProperty("steps").EnumerateArray()];
            return steps.Count == expected.Length;
        });
        Assert.Equal(expected, steps.Select(step => step.GetProperty("what").GetString()));
        return steps;
    }
}
