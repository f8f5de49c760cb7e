using System.Text.Json;
using Fupin.Contracts.Registration;
using Fupin.Registration.Tests.Accounts;
using Fupin.ServiceDefaults.Security;
using Fupin.Testing;

namespace Fupin.Registration.Tests.Dci;

/// <summary>A partner searches the register and the aid accounts in the form of the DCI specification.</summary>
public sealed class SearchingARegistry(PartnerService service) : IClassFixture<PartnerService>
{
    private static readonly object Stated = new { purpose = new { code = "verify-eligibility", text = "核对救助对象" } };

    [Theory]
    [InlineData("social")]
    [InlineData("ibr")]
    public async Task A_household_is_found_by_its_number_names_nobody_and_the_answer_is_signed(string registry)
    {
        var household = service.AHousehold();
        var text = service.Partner.Write("search", PartnerService.Search(PartnerService.ByNumber(household.Number!)));

        var answer = await service.PostTextAsync(service.Partner.Officer, $"{registry}/registry/sync/search", text);

        Assert.Equal(200, answer.Status);
        Schemas.Fits(registry, "sync/search.response", answer.Json);
        Assert.True(APartner.IsSignedBy(await service.KeysAsync(), answer.Json));
        Assert.Equal("succ", answer.Json.GetProperty("header").GetProperty("status").GetString());
        var written = answer.Json.GetProperty("message").ToString();
        Assert.Contains(household.Number!, written, StringComparison.Ordinal);
        Assert.DoesNotContain("王建国", written, StringComparison.Ordinal);
        Assert.DoesNotContain(service.IdNumberOf(household), written, StringComparison.Ordinal);
        Assert.DoesNotContain("birth_date", written, StringComparison.Ordinal);
        Assert.DoesNotContain("disab", written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stated_purpose_that_is_open_to_the_department_gives_its_fields_and_is_recorded()
    {
        var household = service.AHousehold();

        var found = await service.SearchAsync(service.Partner, "social", new { query_type = "idtype-value", query = new { type = "UIN", value = service.IdNumberOf(household) }, authorize = Stated });

        var head = Records(found)[0].GetProperty("group_head_info");
        Assert.Equal("王建国", head.GetProperty("demographic_info").GetProperty("name").GetProperty("given_name").GetString());
        Assert.Equal(service.IdNumberOf(household), head.GetProperty("demographic_info").GetProperty("identifier")[0].GetProperty("identifier_value").GetString());
        Assert.False(head.GetProperty("is_disabled").GetBoolean());
        var told = await service.Conversation.Published<PersonalDataRead>(read => read.HouseholdId == household.Id);
        Assert.Equal((service.Partner.Officer.Id, "verify-eligibility"), (told.OfficerId, told.Purpose));
        var line = Assert.Single((await service.GetAsync(Officers.Village, $"households/{household.Id}/data-use")).Json.GetProperty("items").EnumerateArray());
        Assert.Equal("核对救助对象", line.GetProperty("reason").GetString());
        Assert.StartsWith(service.Partner.SenderId, line.GetProperty("case").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("medical-aid", "pay", "", "未给出个人信息：经办人没有查看个人信息的权限", Permissions.RevealPersonal)]
    [InlineData("social-assistance", "settle-medical", "核对", "未给出个人信息：该用途不向您所在部门开放")]
    [InlineData("social-assistance", "curiosity", "核对", "未给出个人信息：用途不在用途目录中")]
    [InlineData("social-assistance", "pay", "", "未给出个人信息：请填写用途和理由，200 字以内")]
    public async Task Without_what_a_purpose_needs_the_answer_names_nobody_says_why_and_records_nothing(string department, string code, string reason, string why, params string[] without)
    {
        var household = service.AHousehold();
        var partner = await service.APartnerAsync(service.AMachine(department: department, without: without));
        var authorize = new { purpose = new { code, text = reason } };

        var found = await service.SearchAsync(partner, "social", new { query_type = "idtype-value", query = new { type = "HOUSEHOLD_NUMBER", value = household.Number }, authorize });

        Assert.Equal(("succ", why), (Text(found, "status"), Text(found, "status_reason_message")));
        Assert.DoesNotContain("王建国", found.ToString(), StringComparison.Ordinal);
        Assert.Empty((await service.GetAsync(Officers.Village, $"households/{household.Id}/data-use")).Json.GetProperty("items").EnumerateArray());

        var byPerson = await service.SearchAsync(partner, "social", new { query_type = "idtype-value", query = new { type = "UIN", value = service.IdNumberOf(household) }, authorize });
        Assert.Equal(("rjct", "rjct.search_criteria.invalid"), (Text(byPerson, "status"), Text(byPerson, "status_reason_code")));
    }

    [Fact]
    public async Task A_partner_of_another_region_finds_nothing_and_cannot_tell_it_from_what_is_not_there()
    {
        var household = service.AHousehold();
        var stranger = await service.APartnerAsync(service.AMachine(region: "320412114"));

        var foreign = await service.SearchAsync(stranger, "social", PartnerService.ByNumber(household.Number!));
        var missing = await service.SearchAsync(stranger, "social", PartnerService.ByNumber("3204121142009999"));
        var byPerson = await service.SearchAsync(stranger, "ibr", new { query_type = "idtype-value", query = new { type = "NID", value = service.IdNumberOf(household) }, authorize = Stated });

        Assert.All([foreign, missing, byPerson], found => Assert.Equal((0, "succ", 0), (Records(found).GetArrayLength(), Text(found, "status"), found.GetProperty("pagination").GetProperty("total_count").GetInt32())));
    }

    [Fact]
    public async Task An_account_is_told_as_programmes_with_what_was_granted_and_what_gave_way()
    {
        var household = service.AHousehold();
        var head = household.Head.Id;
        await service.StackAsync(household.Id, 1, AccountService.Item("B3", 1_200, head), AccountService.Item("B4", 80, head));

        var record = Records(await service.SearchAsync(service.Partner, "ibr", PartnerService.ByNumber(household.Number!)))[0];

        var programmes = record.GetProperty("programme_identifier").EnumerateArray().ToDictionary(one => Text(one, "programme_identifier")!);
        Assert.Equal(("1", "CNY 1200.00", "民政局"), (Text(programmes["B3"], "enrolment_status"), Text(programmes["B3"].GetProperty("benefits")[0], "benefit_value"), Text(programmes["B3"], "implementing_institution")));
        Assert.Equal(("4", "CNY 0.00"), (Text(programmes["B4"], "enrolment_status"), Text(programmes["B4"].GetProperty("benefits")[0], "benefit_value")));
        Assert.Contains("特困供养金", Text(programmes["B4"].GetProperty("benefits")[0], "benefit_description"), StringComparison.Ordinal);
        Assert.Equal(("2", "1", "2016-03-01T00:00:00+08:00"), (Text(record, "assistance_unit"), Text(record, "enrollment_status"), Text(record, "enrollment_date")));

        var mine = new { expression1 = new { attribute_name = "programme_identifier", @operator = "in", attribute_value = "B3, B9" }, condition = "and", expression2 = Is("benefit_month", "2016-03") };
        var enrolled = await service.SearchAsync(service.Partner, "ibr", new { query_type = "predicate", query = new[] { mine }, reg_event_type = "enrollement" });
        Assert.Contains(household.Number, Records(enrolled).EnumerateArray().Select(one => Text(one, "@id")));
        var later = await service.SearchAsync(service.Partner, "ibr", new
        {
            query_type = "predicate",
            query = new[] { new { expression1 = Is("group_identifier", household.Number!), condition = "and", expression2 = Is("benefit_month", "2016-05") } },
        });
        Assert.Equal("3", Text(Records(later)[0].GetProperty("programme_identifier")[0], "enrolment_status"));
    }

    [Fact]
    public async Task Predicates_and_expressions_select_sort_and_leaf()
    {
        var village = new { expression1 = Is("place", Officers.Village.Region), condition = "and", expression2 = new { attribute_name = "group_size", @operator = "lt", attribute_value = 5 } };
        var elsewhere = new Dictionary<string, object> { ["place"] = new Dictionary<string, object> { ["$in"] = new[] { "320412114", "320412115" } } };
        var since = new Dictionary<string, object> { ["registration_date"] = new Dictionary<string, string> { ["$gte"] = "2016-01-01" } };

        var up = await service.SearchAsync(service.Partner, "social", Leaf(1, "asc"));
        var down = await service.SearchAsync(service.Partner, "social", Leaf(8, "desc"));
        var expression = await service.SearchAsync(service.Partner, "social", NoSql(new Dictionary<string, object> { ["$or"] = new object[] { elsewhere, since } }));
        var none = await service.SearchAsync(service.Partner, "social", NoSql(new Dictionary<string, object> { ["$and"] = new object[] { elsewhere, since } }));

        Assert.Equal((40, 5), (up.GetProperty("pagination").GetProperty("total_count").GetInt32(), Records(up).GetArrayLength()));
        Assert.Equal(Enumerable.Reverse(Numbers(up)), Numbers(down));
        Assert.Equal(40, expression.GetProperty("pagination").GetProperty("total_count").GetInt32());
        Assert.Equal(0, Records(none).GetArrayLength());

        object Leaf(int page, string order) => new
        {
            query_type = "predicate",
            query = new[] { village },
            sort = new[] { new { attribute_name = "group_identifier", sort_order = order } },
            pagination = new { page_size = 5, page_number = page },
        };
        object NoSql(object query) => new { query_type = "expression", query = new { type = "ns:org:QueryType:NoSql", value = new { expression = new { collection = "Group", query } } } };
    }

    [Theory]
    [InlineData("rjct.search_criteria.invalid", """{"query_type":"idtype-value","query":{"type":"MOBILE","value":"13800000000"}}""")]
    [InlineData("rjct.search_criteria.invalid", """{"query_type":"idtype-value","query":{"type":"HOUSEHOLD_NUMBER","value":"17"}}""")]
    [InlineData("rjct.search_criteria.invalid", """{"query_type":"expression","query":{"type":"ns:org:QueryType:Sql","value":{"expression":"select 1"}}}""")]
    [InlineData("rjct.search_criteria.invalid", """{"query_type":"expression","query":{"type":"NoSql","value":{"expression":{"query":{"$where":"1"}}}}}""")]
    [InlineData("rjct.search_criteria.invalid", """{"query_type":"expression","query":{"type":"NoSql","value":{"expression":{"query":{}}}}}""")]
    [InlineData("rjct.search_criteria.invalid", """{"query_type":"predicate","query":[]}""")]
    [InlineData("rjct.search_criteria.invalid", """{"query_type":"predicate","query":{"type":"UIN","value":"1"}}""")]
    [InlineData("rjct.search_criteria.invalid", """{"query_type":"idtype-value","query":{"type":"HOUSEHOLD_NUMBER","value":"3204121102070001"},"reg_event_type":"NewHouseHoldMember"}""")]
    [InlineData("rjct.filter.invalid", """{"query_type":"predicate","query":[{"expression1":{"attribute_name":"name","operator":"eq","attribute_value":"王建国"}}]}""")]
    [InlineData("rjct.filter.invalid", """{"query_type":"predicate","query":[{"expression1":{"attribute_name":"group_size","operator":"in","attribute_value":3}}]}""")]
    [InlineData("rjct.filter.invalid", """{"query_type":"predicate","query":[{"expression1":{"attribute_name":"registration_date","operator":"gt","attribute_value":"yesterday"}}]}""")]
    [InlineData("rjct.filter.invalid", """{"query_type":"predicate","query":[{"expression1":{"attribute_name":"group_size","operator":"gt","attribute_value":0},"condition":"or","expression2":{"attribute_name":"benefit_month","operator":"eq","attribute_value":"2016-03"}}]}""")]
    [InlineData("rjct.sort.invalid", """{"query_type":"idtype-value","query":{"type":"HOUSEHOLD_NUMBER","value":"3204121102070001"},"sort":[{"attribute_name":"name","sort_order":"asc"}]}""")]
    [InlineData("rjct.pagination.invalid", """{"query_type":"idtype-value","query":{"type":"HOUSEHOLD_NUMBER","value":"3204121102070001"},"pagination":{"page_size":0}}""")]
    [InlineData("rjct.pagination.invalid", """{"query_type":"idtype-value","query":{"type":"HOUSEHOLD_NUMBER","value":"3204121102070001"},"pagination":{"page_size":2000}}""")]
    [InlineData("rjct.search.too_many_records_found", """{"query_type":"idtype-value","query":{"type":"HOUSEHOLD_NUMBER","value":"3204121102070001"},"pagination":{"page_size":100,"page_number":2000000000}}""")]
    public async Task What_cannot_be_searched_is_rejected_with_the_code_of_the_specification(string code, string criteria)
    {
        var found = await service.SearchAsync(service.Partner, "social", JsonElement.Parse(criteria));

        Assert.Equal(("rjct", code), (Text(found, "status"), Text(found, "status_reason_code")));
        Assert.False(found.TryGetProperty("data", out _));
    }

    [Fact]
    public async Task Requests_of_a_batch_are_answered_one_by_one()
    {
        var household = service.AHousehold();
        var (good, bad) = (PartnerService.ByNumber(household.Number!), new { query_type = "predicate", query = Array.Empty<object>() });
        object Item(string reference, object criteria, string time = "2026-03-21T09:00:00Z") => new { reference_id = reference, timestamp = time, search_criteria = criteria };

        var answer = await service.SendAsync(service.Partner, "social", "sync/search", "search", new
        {
            transaction_id = "t-1",
            search_request = new[] { Item("a", good), Item("b", bad), Item("a", good), Item("c", good, "2026-03-21T09:00:00+08:00") },
        }, total: 4);

        Schemas.Fits("social", "sync/search.response", answer.Json);
        Assert.Equal(
            [("a", "succ", null), ("b", "rjct", "rjct.search_criteria.invalid"), ("a", "rjct", "rjct.reference_id.duplicate"), ("c", "succ", null)],
            answer.Json.GetProperty("message").GetProperty("search_response").EnumerateArray().Select(one => (Text(one, "reference_id"), Text(one, "status"), Text(one, "status_reason_code"))));
    }

    [Fact]
    public async Task The_public_keys_and_the_places_are_there_for_everybody()
    {
        Schemas.Fits("well-known", "jwks.response", await service.KeysAsync());
        Assert.DoesNotContain("\"d\"", (await service.KeysAsync()).ToString(), StringComparison.Ordinal);
        var places = (await service.GetAsync(null, "dci/social/.well-known/locations.json")).Json;
        Schemas.Fits("well-known", "locations.response", places);
        var village = places.GetProperty("locations").EnumerateArray().Single(place => Text(place, "id") == Officers.Village.Region);
        Assert.Equal(("谢家村村委会", "320412110000"), (Text(village, "name"), Text(village, "contained_in_place")));
    }

    private static object Is(string attribute, string value) => new { attribute_name = attribute, @operator = "eq", attribute_value = value };

    private static JsonElement Records(JsonElement found) => found.GetProperty("data").GetProperty("reg_records");

    private static List<string?> Numbers(JsonElement found) => [.. Records(found).EnumerateArray().Select(record => Text(record, "@id"))];

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
