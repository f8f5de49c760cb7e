using System.Text.Json;
using Fupin.Contracts.Registration;
using Fupin.Registration.Tests.Accounts;
using Fupin.Registration.Tests.Households;
using Fupin.Testing;

namespace Fupin.Registration.Tests.Dci;

/// <summary>Partners subscribe, and are told by callback what became of households and accounts; two replicas share the telling.</summary>
public sealed class Subscribing(PartnerService service) : IClassFixture<PartnerService>
{
    private const string Group = "spdci-extensions-social:Group";
    private const string Beneficiary = "spdci-extensions-ibr:Beneficiary";

    [Fact]
    public async Task Whoever_subscribed_is_told_of_a_change_once_signed_and_without_names()
    {
        var household = service.AHousehold();
        var partner = await service.APartnerAsync();
        var code = await SubscribeAsync(partner, "social", Criteria("spdci-common:RegistryEventType:NewHouseHoldMember", household.Number!, Group));

        var added = await service.PostAsync(Officers.Village, $"households/{household.Id}/members", new
        {
            relation = "02",
            name = "李秀英",
            idNumber = new SomePeople().AnIdNumber("19650101"),
            health = new[] { "healthy" },
        });
        Assert.True(added.Status == 200, added.Json.ToString());

        var told = await partner.Hears("notify");
        Schemas.Fits("core", "notify.request", told.Text);
        Assert.Equal("/dci/registry/notify", told.Path);
        Assert.True(APartner.IsSignedBy(await service.KeysAsync(), told.Json));
        var news = Assert.Single(told.Message.GetProperty("notify_event").EnumerateArray());
        Assert.Equal(code, news.GetProperty("reference_id").GetString());
        Assert.Equal(("NewHouseHoldMember", 2), (news.GetProperty("data").GetProperty("reg_event_type").GetString(), news.GetProperty("data").GetProperty("reg_records").GetProperty("group_size").GetInt32()));
        Assert.DoesNotContain("李秀英", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("王建国", told.Text, StringComparison.Ordinal);
        await NothingWaitsAsync();
        Assert.Single(partner.Heard, one => one.Action == "notify");
    }

    [Fact]
    public async Task An_account_is_told_as_enrolment_first_and_as_its_change_afterwards()
    {
        var household = service.AHousehold();
        var partner = await service.APartnerAsync();
        await SubscribeAsync(partner, "ibr", Criteria("enrollement", household.Number!, Beneficiary));
        await SubscribeAsync(partner, "ibr", Criteria("enrollement_status_change", household.Number!, Beneficiary));

        await service.StackAsync(household.Id, 1, AccountService.Item("B1", 500));
        var enrolled = await partner.Hears("notify");
        await service.StackAsync(household.Id, 2, AccountService.Item("B1", 300));
        var changed = await partner.Hears("notify", told => told.MessageId != enrolled.MessageId);

        Schemas.Fits("core", "notify.request", enrolled.Text);
        Assert.Equal(("enrollement", "CNY 500.00"), News(enrolled));
        Assert.Equal(("enrollement_status_change", "CNY 300.00"), News(changed));
    }

    [Fact]
    public async Task A_household_that_leaves_the_register_is_told_in_both_registries()
    {
        var household = service.AHousehold();
        var partner = await service.APartnerAsync();
        await SubscribeAsync(partner, "ibr", Criteria("deregister", household.Number!, Beneficiary));
        await SubscribeAsync(partner, "social", Criteria("DEREGISTER", household.Number!, Group));

        Assert.Equal(200, (await service.PostAsync(Officers.District, $"households/{household.Id}/exit")).Status);

        await Eventually.IsTrue(() => Task.FromResult(partner.Heard.Count(told => told.Action == "notify") == 2));
    }

    [Fact]
    public async Task A_partner_that_was_away_is_told_later_under_the_same_message_id()
    {
        var household = service.AHousehold();
        var partner = await service.APartnerAsync();
        await SubscribeAsync(partner, "ibr", Criteria("enrollement", household.Number!, Beneficiary));
        foreach (var status in new[] { 503, 302 }) partner.Answers.Enqueue(status); // a redirect is no answer, and not followed

        await service.StackAsync(household.Id, 1, AccountService.Item("B1", 500));

        await Eventually.IsTrue(() => Task.FromResult(partner.Heard.Count(told => told.Action == "notify") == 3));
        var tries = partner.Heard.Where(told => told.Action == "notify").ToList();
        Assert.Single(tries.Select(one => one.MessageId).Distinct());
        Assert.Single(tries.Select(one => one.Message.ToString()).Distinct());
        Assert.All(tries, one => Assert.Equal("/dci/registry/notify", one.Path));
    }

    [Fact]
    public async Task What_one_replica_is_sending_the_other_leaves_alone()
    {
        var (slow, other) = (service.AHousehold(), service.AHousehold());
        var (partner, listener) = (await service.APartnerAsync(), await service.APartnerAsync());
        await SubscribeAsync(partner, "ibr", Criteria("enrollement", slow.Number!, Beneficiary));
        await SubscribeAsync(listener, "ibr", Criteria("enrollement", other.Number!, Beneficiary));
        partner.Pause = new TaskCompletionSource();

        try
        {
            await service.StackAsync(slow.Id, 1, AccountService.Item("B1", 500));
            await partner.Hears("notify");
            await service.StackAsync(other.Id, 1, AccountService.Item("B1", 500));
            await listener.Hears("notify"); // by the replica that does not wait for the first partner, and that has looked at what is due

            Assert.Single(partner.Heard, told => told.Action == "notify");
        }
        finally
        {
            partner.Pause.SetResult();
        }
    }

    [Fact]
    public async Task What_is_wanted_at_a_time_waits_for_it()
    {
        var household = service.AHousehold();
        var (yearly, listener) = (await service.APartnerAsync(), await service.APartnerAsync());
        await SubscribeAsync(yearly, "ibr", new
        {
            reg_event_type = "enrollement",
            filter = new { type = "HOUSEHOLD_NUMBER", value = household.Number },
            notify_record_type = Beneficiary,
            frequency = new { start_time = "2026-01-01T00:00:00Z", end_time = TimeProvider.System.GetUtcNow().AddDays(365).ToString("O"), frequency = "0 0 0 1 1 ? *" },
        });
        await SubscribeAsync(listener, "ibr", Criteria("enrollement", household.Number!, Beneficiary));

        await service.StackAsync(household.Id, 1, AccountService.Item("B1", 500));

        await listener.Hears("notify");
        await NothingWaitsAsync();
        Assert.DoesNotContain(yearly.Heard, told => told.Action == "notify");
        Assert.Equal(1, await service.HeldBackAsync(yearly));
    }

    [Fact]
    public async Task What_lies_outside_the_region_or_the_filter_is_not_told()
    {
        var household = service.AHousehold();
        var (stranger, other, listener) = (await service.APartnerAsync(service.AMachine(region: "320412114")), await service.APartnerAsync(), await service.APartnerAsync());
        await SubscribeAsync(stranger, "ibr", Criteria("enrollement", household.Number!, Beneficiary));
        await SubscribeAsync(other, "ibr", Criteria("enrollement", service.AHousehold().Number!, Beneficiary));
        await SubscribeAsync(listener, "ibr", Criteria("enrollement", household.Number!, Beneficiary));

        await service.StackAsync(household.Id, 1, AccountService.Item("B1", 500));

        await listener.Hears("notify");
        await NothingWaitsAsync();
        Assert.DoesNotContain(stranger.Heard.Concat(other.Heard), told => told.Action == "notify");
    }

    [Fact]
    public async Task Who_unsubscribed_is_told_nothing_more_and_nobody_ends_anothers_subscription()
    {
        var household = service.AHousehold();
        var (partner, listener) = (await service.APartnerAsync(), await service.APartnerAsync());
        var code = await SubscribeAsync(partner, "ibr", Criteria("enrollement", household.Number!, Beneficiary));
        await SubscribeAsync(listener, "ibr", Criteria("enrollement", household.Number!, Beneficiary));

        Assert.Equal("rjct.subscription_code.invalid", await UnsubscribeAsync(listener, code));
        Assert.Null(await UnsubscribeAsync(partner, code));
        Assert.Equal("rjct.event.already_unsubscribed", await UnsubscribeAsync(partner, code));

        await service.StackAsync(household.Id, 1, AccountService.Item("B1", 500));
        await listener.Hears("notify");
        await NothingWaitsAsync();
        Assert.DoesNotContain(partner.Heard, told => told.Action == "notify");
    }

    [Fact]
    public async Task A_partner_that_was_put_out_is_told_nothing_more()
    {
        var household = service.AHousehold();
        var partner = await service.APartnerAsync();
        await SubscribeAsync(partner, "ibr", Criteria("enrollement", household.Number!, Beneficiary));
        var id = (await service.GetAsync(Officers.District, "dci/partners")).Json.EnumerateArray().Single(one => one.GetProperty("senderId").GetString() == partner.SenderId).GetProperty("id").GetGuid();
        Assert.Equal(204, (await service.PostAsync(Officers.District, $"dci/partners/{id}/end")).Status);

        await service.StackAsync(household.Id, 1, AccountService.Item("B1", 500));

        await Eventually.IsTrue(async () => await service.WaitingAsync() is (0, > 0));
        Assert.DoesNotContain(partner.Heard, told => told.Action == "notify");
    }

    [Fact]
    public async Task The_same_wish_is_held_once_and_one_that_cannot_be_kept_is_rejected_with_its_code()
    {
        var partner = await service.APartnerAsync();
        var wish = Criteria("enrollement", service.AHousehold().Number!, Beneficiary);
        await SubscribeAsync(partner, "ibr", wish);

        Assert.Equal("rjct.event.already_subscribed", await RejectedAsync(partner, wish));
        Assert.Equal("rjct.notify_types.invalid", await RejectedAsync(partner, Criteria("birth", "3204121102070001", Beneficiary)));
        Assert.Equal("rjct.notify_details.invalid", await RejectedAsync(partner, Criteria("enrollement", "3204121102070001", Group)));
        Assert.Equal("rjct.person_id.invalid", await RejectedAsync(partner, Criteria("enrollement", "320412196001010011", Beneficiary, "UIN")));
        Assert.Equal("rjct.notify_details.invalid", await RejectedAsync(partner, Criteria("enrollement", "17", Beneficiary)));
        Assert.Equal("rjct.notify_details.invalid", await RejectedAsync(partner, With("* * *", 30)));
        Assert.Equal("rjct.notify_details.invalid", await RejectedAsync(partner, With("0 0 6 * * ?", -1)));
        Assert.Equal("rjct.notify_details.invalid", await RejectedAsync(partner, With("0 0 6 * * ?", 4_000)));

        static object With(string cron, int days) => new
        {
            reg_event_type = "enrollement",
            filter_type = "idtype-value",
            filter = new { type = "HOUSEHOLD_NUMBER", value = "3204121102070009" },
            notify_record_type = Beneficiary,
            frequency = new { start_time = "2026-01-01T00:00:00Z", end_time = TimeProvider.System.GetUtcNow().AddDays(days).ToString("O"), frequency = cron },
        };
    }

    [Fact]
    public async Task Without_any_subscription_nothing_is_noted()
    {
        await using var alone = new Alone();
        await alone.Service.InitializeAsync();

        await alone.Service.StackAsync(alone.Service.AHousehold().Id, 1, AccountService.Item("B1", 500));

        Assert.Equal((0, 0), await alone.Service.WaitingAsync());
    }

    private static object Criteria(string what, string value, string record, string type = "HOUSEHOLD_NUMBER") =>
        new { reg_event_type = what, filter_type = "idtype-value", filter = new { type, value }, notify_record_type = record };

    private async Task<string> SubscribeAsync(APartner partner, string registry, object criteria)
    {
        var outcome = await OutcomeAsync(partner, registry, criteria);
        Assert.True(outcome.GetProperty("status").GetString() == "succ", outcome.ToString());
        return outcome.GetProperty("subscriptions")[0].GetProperty("code").GetString()!;
    }

    private async Task<string?> RejectedAsync(APartner partner, object criteria)
    {
        var outcome = await OutcomeAsync(partner, "ibr", criteria);
        Assert.Equal("rjct", outcome.GetProperty("status").GetString());
        return outcome.GetProperty("status_reason_code").GetString();
    }

    private async Task<JsonElement> OutcomeAsync(APartner partner, string registry, object criteria)
    {
        var transaction = Guid.NewGuid().ToString("N");
        var answer = await service.SendAsync(partner, registry, "subscribe", "subscribe", new
        {
            transaction_id = transaction,
            subscribe_request = new[] { new { reference_id = "r", timestamp = "2026-03-21T09:00:00Z", subscribe_criteria = criteria } },
        }, specification: "core");
        Assert.True(answer.Status == 200, answer.Json.ToString());
        Schemas.Fits("core", "subscribe.response", answer.Json);
        var told = await partner.Hears("on-subscribe", one => one.Message.GetProperty("transaction_id").GetString() == transaction);
        Schemas.Fits("core", "on-subscribe.request", told.Text);
        return told.Message.GetProperty("subscribe_response")[0];
    }

    private async Task<string?> UnsubscribeAsync(APartner partner, string code)
    {
        var transaction = Guid.NewGuid().ToString("N");
        string[] codes = [code];
        var answer = await service.SendAsync(partner, "ibr", "unsubscribe", "unsubscribe", new
        {
            transaction_id = transaction,
            timestamp = "2026-03-21T09:00:00Z",
            subscription_codes = codes,
            sunscription_codes = codes,
        }, specification: "core");
        Assert.True(answer.Status == 200, answer.Json.ToString());
        var told = await partner.Hears("on-unsubscribe", one => one.Message.GetProperty("transaction_id").GetString() == transaction);
        Schemas.Fits("core", "on-unsubscribe.request", told.Text);
        return told.Message.TryGetProperty("status_reason_code", out var reason) ? reason.GetString() : null;
    }

    private static (string?, string?) News(APartner.Told told)
    {
        var data = told.Message.GetProperty("notify_event")[0].GetProperty("data");
        return (data.GetProperty("reg_event_type").GetString(), data.GetProperty("reg_records").GetProperty("benefits")[0].GetProperty("benefit_value").GetString());
    }

    private Task NothingWaitsAsync() => Eventually.IsTrue(async () => (await service.WaitingAsync()).Noted == 0);

    private sealed class Alone : IAsyncDisposable
    {
        public PartnerService Service { get; } = new();

        public ValueTask DisposeAsync() => Service.DisposeAsync();
    }
}
