using System.Text.Json;
using System.Text.Json.Nodes;
using Fupin.Testing;

namespace Fupin.Registration.Tests.Dci;

/// <summary>Only genuine messages of partners that two officers let in are taken; everything else is refused in the words of the specification.</summary>
public sealed class SendingMessages(PartnerService service) : IClassFixture<PartnerService>
{
    private const string Sync = "social/registry/sync/search";
    private const string Later = "social/registry/search";

    [Fact]
    public async Task An_unsigned_or_wrongly_signed_message_of_a_partner_with_a_key_is_refused()
    {
        var partner = service.Partner;
        var message = PartnerService.Search(PartnerService.ByNumber("3204121102070001"));
        var other = await service.APartnerAsync();
        var good = partner.Write("search", message);

        await Refused(401, "err.signature.missing", partner.Write("search", message, sign: false));
        await Refused(401, "err.signature.invalid", good.Replace("3204121102070001", "3204121102070002", StringComparison.Ordinal));
        await Refused(401, "err.signature.invalid", good.Replace("\"total_count\":1", "\"total_count\":1,\"meta\":{}", StringComparison.Ordinal));
        await Refused(401, "err.signature.invalid", other.Write("search", message, change: header => header["sender_id"] = partner.SenderId));
        await Refused(401, "err.signature.invalid", good.Replace("..", ".e30.", StringComparison.Ordinal));
        await Refused(401, "err.signature.invalid", good.Replace(Signature(good), "eyJhbGciOiJub25lIn0..", StringComparison.Ordinal));
        await Refused(401, "err.signature.invalid", good.Replace(Signature(good), "x", StringComparison.Ordinal));
        Assert.Equal(200, (await service.PostTextAsync(partner.Officer, Sync, good)).Status);
    }

    [Fact]
    public async Task A_sender_is_known_only_confirmed_and_under_its_own_machine_officer()
    {
        var message = PartnerService.Search(PartnerService.ByNumber("3204121102070001"));
        var waiting = await service.APartnerAsync(confirmed: false);

        await Refused(403, "err.sender_id.invalid", waiting.Write("search", message), waiting.Officer);
        await Refused(403, "err.sender_id.invalid", service.Partner.Write("search", message), waiting.Officer);
        await Refused(403, "err.sender_id.invalid", service.Partner.Write("search", message, change: header => header["sender_id"] = "nobody"));
        Assert.Equal(401, (await service.PostTextAsync(null, Sync, service.Partner.Write("search", message))).Status);
        var blind = service.AMachine(without: ["register.read"]);
        Assert.Equal(403, (await service.PostTextAsync(blind, Sync, service.Partner.Write("search", message))).Status);
    }

    [Fact]
    public async Task A_partner_without_a_key_need_not_sign()
    {
        var partner = await service.APartnerAsync(signs: false);

        var answer = await service.PostTextAsync(partner.Officer, Sync, partner.Write("search", PartnerService.Search(PartnerService.ByNumber("3204121102070001")), sign: false));

        Assert.Equal(200, answer.Status);
    }

    [Theory]
    [InlineData("version", "\"2.0.0\"", "rjct.version.invalid")]
    [InlineData("message_ts", "\"2026-11-27 09:00:00\"", "rjct.message_ts.invalid")]
    [InlineData("message_ts", "\"2016-03-21T09:00:00+08:00\"", "rjct.message_ts.invalid")]
    [InlineData("message_ts", "\"now\"", "rjct.message_ts.invalid")]
    [InlineData("action", "\"subscribe\"", "rjct.action.invalid")]
    [InlineData("total_count", "2", "rjct.total_count.invalid")]
    [InlineData("receiver_id", "\"somebody.else\"", "err.receiver_id.invalid")]
    [InlineData("is_msg_encrypted", "true", "err.encryption.invalid")]
    [InlineData("message_id", "\"\"", "err.request.bad")]
    [InlineData("total_count", "\"one\"", "err.request.bad")]
    public async Task A_header_that_does_not_fit_is_refused_with_its_code(string member, string value, string code) =>
        await Refused(400, code, service.Partner.Write("search", PartnerService.Search(PartnerService.ByNumber("3204121102070001")), change: header => header[member] = JsonNode.Parse(value)));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"header\"")]
    [InlineData("""{"header":{},"message":{}}""")]
    [InlineData("""{"header":1,"message":{}}""")]
    [InlineData("""{"header":{"sender_id":{}},"message":{}}""")]
    [InlineData("""{"header":{"sender_id":"x"}}""")]
    [InlineData("""{"header":{"sender_id":"x"},"header":{"sender_id":"y"},"message":{}}""")]
    [InlineData("""{"header":{"sender_id":"x"},"message":"search"}""")]
    [InlineData("""{"header":{"sender_id":"x"},"message":{"transaction_id":"\ud800"}}""")]
    [InlineData("""{"message":{"a":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]},"header":{}}""")]
    public async Task A_broken_body_is_refused_and_never_a_fault(string body)
    {
        foreach (var path in new[] { Sync, Later, "ibr/registry/subscribe", "ibr/registry/unsubscribe", "ibr/registry/sync/txn/status", "ibr/registry/txn/status" })
        {
            var answer = await service.PostTextAsync(service.Partner.Officer, path, body);
            Assert.InRange(answer.Status, 400, 403);
            var code = answer.Json.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("code") : answer.Json.GetProperty("message").GetProperty("error").GetProperty("code");
            Assert.StartsWith("err.", code.GetString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("""{"transaction_id":"t"}""", 0)]
    [InlineData("""{"transaction_id":"t","search_request":{}}""", 0)]
    [InlineData("""{"search_request":[{}]}""", 1)]
    [InlineData("""{"transaction_id":7,"search_request":[{}]}""", 1)]
    public async Task A_message_without_a_transaction_or_requests_is_refused(string message, int total) =>
        await Refused(400, "err.request.bad", service.Partner.Write("search", JsonElement.Parse(message), total));

    [Fact]
    public async Task Requests_of_any_shape_are_rejected_one_by_one()
    {
        object[] items = [1, "x", new { }, new { reference_id = 7 }, new { reference_id = "r", timestamp = "t", search_criteria = new { } }, Array.Empty<int>()];

        var answer = await service.PostTextAsync(service.Partner.Officer, Sync, service.Partner.Write("search", new { transaction_id = "t", search_request = items }, items.Length));

        Assert.Equal(200, answer.Status);
        Schemas.Fits("social", "sync/search.response", answer.Json);
        Assert.All(answer.Json.GetProperty("message").GetProperty("search_response").EnumerateArray(), one => Assert.Equal("rjct", one.GetProperty("status").GetString()));
    }

    [Fact]
    public async Task An_asynchronous_search_is_acknowledged_answered_by_callback_and_can_be_asked_for_later()
    {
        var household = service.AHousehold();
        var partner = await service.APartnerAsync();
        var search = PartnerService.Search(PartnerService.ByNumber(household.Number!), "r-7");

        var acknowledged = await service.SendAsync(partner, "social", "search", "search", search);

        Assert.Equal(200, acknowledged.Status);
        Schemas.Fits("social", "search.response", acknowledged.Json);
        Assert.Equal("ACK", acknowledged.Json.GetProperty("message").GetProperty("ack_status").GetString());
        var told = await partner.Hears("on-search");
        Schemas.Fits("social", "on-search.request", told.Text);
        Assert.Equal("/dci/registry/on-search", told.Path);
        Assert.True(APartner.IsSignedBy(await service.KeysAsync(), told.Json));
        Assert.Contains(household.Number!, told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(household.Number!, await service.StoredAsync(), StringComparison.Ordinal);

        var correlation = acknowledged.Json.GetProperty("message").GetProperty("correlation_id").GetString();
        foreach (var (type, value) in new (string, object)[] { ("correlation_id", correlation!), ("reference_id_list", new[] { "r-7" }) })
        {
            var status = await service.SendAsync(partner, "social", "sync/txn/status", "txn-status", StatusOf(type, value));
            Schemas.Fits("social", "sync/txn/status.response", status.Json);
            Assert.Equal(told.Message.ToString(), status.Json.GetProperty("message").GetProperty("txnstatus_response").GetProperty("txn_status").ToString());
        }

        Assert.Equal(200, (await service.SendAsync(partner, "social", "txn/status", "txn-status", StatusOf("correlation_id", correlation!))).Status);
        var later = await partner.Hears("txn-on-status");
        Schemas.Fits("social", "txn/on-status.request", later.Text);
        Assert.Equal("/dci/registry/txn/on-status", later.Path);

        var foreign = await service.SendAsync(service.Partner, "social", "sync/txn/status", "txn-status", StatusOf("correlation_id", correlation!));
        Assert.Equal((404, "err.request.not_found"), (foreign.Status, foreign.Json.GetProperty("errors")[0].GetProperty("code").GetString()));
    }

    [Fact]
    public async Task A_message_has_its_effect_once()
    {
        var partner = await service.APartnerAsync();
        var text = partner.Write("search", PartnerService.Search(PartnerService.ByNumber("3204121102070001")));

        var once = await service.PostTextAsync(partner.Officer, Later, text);
        var twice = await service.PostTextAsync(partner.Officer, Later, text);

        Assert.Equal((200, 400), (once.Status, twice.Status));
        Schemas.Fits("social", "search.response", twice.Json);
        Assert.StartsWith("rjct.message_id.duplicate", twice.Json.GetProperty("message").GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_callback_to_an_address_that_is_not_listed_is_refused()
    {
        var partner = await service.APartnerAsync();
        string[] addresses = ["http://127.0.0.1:9/dci/on-search", $"{partner.Address}-else/on-search", "http://localhost/dci", $"{partner.Address}/on-search?to=else", "file:///etc/passwd", "on-search"];

        foreach (var address in addresses)
        {
            var answer = await service.PostTextAsync(
                partner.Officer, Later, partner.Write("search", PartnerService.Search(PartnerService.ByNumber("3204121102070001")), change: header => header["sender_uri"] = address));
            Assert.Equal((403, "err.sender_uri.invalid"), (answer.Status, answer.Json.GetProperty("message").GetProperty("error").GetProperty("code").GetString()));
        }

        Assert.Empty(partner.Heard);
    }

    [Fact]
    public async Task A_partner_is_let_in_by_two_officers_of_the_district_and_put_out_by_one()
    {
        var partner = await service.APartnerAsync(confirmed: false);
        var line = (await service.GetAsync(Officers.District, "dci/partners")).Json.EnumerateArray().Single(one => one.GetProperty("senderId").GetString() == partner.SenderId);
        var id = line.GetProperty("id").GetGuid();

        Assert.Equal(403, (await service.PostAsync(Officers.Town, $"dci/partners/{id}/confirm")).Status);
        Assert.Equal("REG-0614", (await service.PostAsync(Officers.District, $"dci/partners/{id}/confirm")).Code);
        Assert.Equal(204, (await service.PostAsync(Officers.District2, $"dci/partners/{id}/confirm")).Status);
        Assert.Equal("REG-0613", (await service.PostAsync(Officers.District2, $"dci/partners/{id}/confirm")).Code);
        Assert.Equal(204, (await service.PostAsync(Officers.District, $"dci/partners/{id}/end")).Status);
        Assert.Equal("REG-0615", (await service.PostAsync(Officers.District, $"dci/partners/{id}/end")).Code);
        Assert.Equal("REG-0611", (await service.PostAsync(Officers.District, $"dci/partners/{Guid.NewGuid()}/end")).Code);
        await Refused(403, "err.sender_id.invalid", partner.Write("search", PartnerService.Search(PartnerService.ByNumber("3204121102070001"))), partner.Officer);
    }

    [Theory]
    [InlineData("""{"senderId":"","name":"n","officerId":"10000000-0000-0000-0000-000000000001"}""")]
    [InlineData("""{"senderId":"s","name":"n"}""")]
    [InlineData("""{"senderId":"s","name":"n","officerId":"10000000-0000-0000-0000-000000000001","callbacks":["http://intranet/dci"]}""")]
    [InlineData("""{"senderId":"s","name":"n","officerId":"10000000-0000-0000-0000-000000000001","callbacks":["https://a@b.example/dci"]}""")]
    [InlineData("""{"senderId":"s","name":"n","officerId":"10000000-0000-0000-0000-000000000001","keys":{"keys":[]}}""")]
    [InlineData("""{"senderId":"s","name":"n","officerId":"10000000-0000-0000-0000-000000000001","keys":"none"}""")]
    [InlineData("""{"senderId":"s","name":"n","officerId":"10000000-0000-0000-0000-000000000001","keys":{"keys":[{"kty":"oct","k":"AAAA","kid":"k"}]}}""")]
    [InlineData("""{"senderId":"s","name":"n","officerId":"10000000-0000-0000-0000-000000000001","keys":{"keys":[{"kty":"RSA","n":"AQAB","e":"AQAB","kid":"k"}]}}""")]
    [InlineData("""{"senderId":"s","name":"n","officerId":"10000000-0000-0000-0000-000000000001","keys":{"keys":[{"kty":"EC","crv":"P-256","x":"AA","y":"AA","d":"AA","kid":"k"}]}}""")]
    public async Task A_partner_with_weak_or_private_keys_or_an_unsafe_address_is_not_entered(string request) =>
        Assert.Equal((400, "REG-0612"), await service.PostAsync(Officers.District, "dci/partners", JsonElement.Parse(request)) is var answer ? (answer.Status, answer.Code) : default);

    private async Task Refused(int status, string code, string text, TestOfficer? officer = null)
    {
        var answer = await service.PostTextAsync(officer ?? service.Partner.Officer, Sync, text);
        Assert.True(status == answer.Status && code == answer.Json.GetProperty("errors")[0].GetProperty("code").GetString(), $"{answer.Status} {answer.Json}");
        Schemas.Fits("social", "error.response", answer.Json);
        Schemas.Fits("social", "sync/search.response", answer.Json);
        Assert.Equal("rjct", answer.Json.GetProperty("header").GetProperty("status").GetString());

        var later = await service.PostTextAsync(officer ?? service.Partner.Officer, Later, text);
        Assert.Equal((status, "ERR"), (later.Status, later.Json.GetProperty("message").GetProperty("ack_status").GetString()));
        Schemas.Fits("social", "search.response", later.Json);
    }

    private static object StatusOf(string type, object value) =>
        new { transaction_id = "t-status", txnstatus_request = new { reference_id = "s-1", txn_type = "search", attribute_type = type, attribute_value = value } };

    private static string Signature(string text) => JsonElement.Parse(text).GetProperty("signature").GetString()!;
}
