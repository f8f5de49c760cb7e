using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;
using Fupin.Testing.Register;

namespace Fupin.SocialAssistance.Tests.Service;

public abstract class KeepingRecords(SocialAssistancePlace place)
{
    [Fact]
    public async Task A_disabled_member_without_work_leaves_the_family_and_comes_back_with_another_certificate()
    {
        var service = await place.ServiceAsync();
        var household = new AHousehold(YearlyIncomeInYuan: 8_400, HasDisabledSon: true);
        var told = await service.RegisterAsync(household);
        // 700 × 2 − 700 for the parents, 700 for the son.
        (string, Guid?, long)[] apart = [("B1", null, 700), ("B2", household.Son, 700), ("B4", household.Son, 210), ("B5", household.Son, 90)];
        Assert.Equal(apart, told.Items.Select(Short));

        await service.KeepAsync("disability-certificates", new { householdId = household.Id, memberId = household.Son, tail = "63", validFrom = "2016-03-01" });
        // 700 × 3 − 700; level 3 is not severe.
        var again = await service.ProposedAsync(household, 2);
        (string, Guid?, long)[] together = [("B1", null, 1_400), ("B4", household.Son, 175), ("B5", household.Son, 60)];
        Assert.Equal(together, again.Items.Select(Short));
    }

    [Fact]
    public async Task Of_two_insurances_of_the_same_kind_the_government_pays_one_and_none_beside_the_households_own()
    {
        var service = await place.ServiceAsync();
        var household = new AHousehold(YearlyIncomeInYuan: 60_000);
        await service.RegisterAsync(household);
        await service.KeepAsync("person-insurances", Insurance(household, 1, "accident", "government"));
        var first = Assert.Single((await service.ProposedAsync(household, 2)).Items);
        Assert.Equal(("B10", (Guid?)household.Head, "2016", 100L), (first.Policy, first.MemberId, first.Period, first.Amount.Fen / 100));

        await service.KeepAsync("person-insurances", Insurance(household, 2, "accident", "government"));
        await service.KeepAsync("person-insurances", Insurance(household, 3, "health", "government"));
        var told = await service.ProposedAsync(household, 3);
        Assert.Equal([$"accident-{household.Head:N}", $"health-{household.Head:N}"], told.Items.Select(item => item.Claim).Order());

        await service.KeepAsync("person-insurances", Insurance(household, 4, "health", "household"));
        Assert.Equal($"accident-{household.Head:N}", Assert.Single((await service.ProposedAsync(household, 4)).Items).Claim);
    }

    [Fact]
    public async Task Temporary_relief_names_the_settlement_whose_payers_come_first_and_its_total()
    {
        var service = await place.ServiceAsync();
        var household = new AHousehold(YearlyIncomeInYuan: 60_000);
        await service.RegisterAsync(household);
        var (number, settlement) = (NewNumber("L"), NewNumber("JS"));
        var application = JsonNode.Parse("""{"on":"2016-03-20","cause":"medicalCost","cost":3000000}""")!.AsObject();
        (application["householdId"], application["number"], application["settlementNo"]) = (household.Id, number, settlement);
        await service.KeepAsync("relief-applications", application);
        application["verifiedOn"] = "2016-03-21";
        await service.KeepAsync("relief-applications", application);
        var item = Assert.Single((await service.ProposedAsync(household, 2)).Items);
        // Three times the standard for two.
        Assert.Equal(("B6", (string?)settlement, Money.FromYuan(4_200), (Money?)Money.FromYuan(30_000)), (item.Policy, item.Claim, item.Amount, item.ClaimTotal));
        Assert.Contains(item.Trace, line => line is { Label: "支付次序" });
        Assert.Contains(item.Trace, line => line is { Label: "审批", Value: "报区民政局审批" });
    }

    [Fact]
    public async Task What_other_offices_pay_is_imported_and_a_care_assessment_raises_the_support()
    {
        var service = await place.ServiceAsync();
        var household = new AHousehold(HouseholdAttribute.ExtremelyPoor, Age: 66);
        await service.RegisterAsync(household);
        await service.KeepAsync("other-allowances", new { householdId = household.Id, memberId = household.Head, kind = "pension", monthly = 11_500, from = "2014-01" });
        var imported = (await service.ProposedAsync(household, 2)).Items.Single(item => item.Policy == "B9");
        Assert.Equal((AidNature.Imported, Money.FromYuan(115)), (imported.Nature, imported.Amount));

        await service.KeepAsync("care-assessments", new { householdId = household.Id, memberId = household.Spouse, assessedOn = "2016-03-20", grade = "full", place = "atHome" });
        var told = await service.ProposedAsync(household, 3);
        Assert.Equal([910L, 1_510L], told.Items.Where(item => item.Policy == "B3").Select(item => item.Amount.Fen / 100).Order());
    }

    [Fact]
    public async Task What_another_office_pays_is_never_approved_here()
    {
        var service = await place.ServiceAsync();
        var household = new AHousehold(YearlyIncomeInYuan: 60_000);
        await service.RegisterAsync(household);
        await service.KeepAsync("other-allowances", new { householdId = household.Id, memberId = household.Head, kind = "orphan", monthly = 140_000, from = "2016-01" });
        var item = Assert.Single((await service.ProposedAsync(household, 2)).Items);

        var answer = await service.ApproveAsync(item.ItemId);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("这个项目由其他部门发放，不在这里审批", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("title").GetString());
    }

    [Fact]
    public async Task Electricity_is_waived_on_one_account_and_an_account_belongs_to_one_household()
    {
        var service = await place.ServiceAsync();
        var (household, other, account) = (new AHousehold(), new AHousehold(), NewNumber("D"));
        await service.RegisterAsync(household);
        await service.RegisterAsync(other);
        await service.KeepAsync("utility-accounts", new { householdId = household.Id, utility = "electricity", accountNo = account, from = "2010-01" });
        var waived = (await service.ProposedAsync(household, 2)).Items.Single(item => item.Policy == "B8");
        Assert.Equal((AidNature.Waiver, new Money(792), "electricity"), (waived.Nature, waived.Amount, waived.Claim));
        Assert.DoesNotContain(waived.Trace, line => line.Value.Contains(account, StringComparison.Ordinal));

        var refused = await service.EnterAsync("utility-accounts", new { householdId = other.Id, utility = "electricity", accountNo = account, from = "2010-01" });
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
    }

    [Theory]
    [InlineData("disability-certificates", """{"tail":"85","validFrom":"2016-03-01"}""", "证号后段应为残疾人证号第 19 位起的 2 位或 4 位：类别 1 至 7、等级 1 至 4，如 42")]
    [InlineData("disability-certificates", """{"tail":"42","validFrom":"2016-03-01","validTo":"2016-02-29"}""", "结束时间不能早于开始时间")]
    [InlineData("care-assessments", """{"assessedOn":"2016-03-22","grade":"full","place":"atHome"}""", "日期不能晚于今天")]
    [InlineData("relief-applications", """{"number":"L","on":"2016-03-01","cause":"medicalCost","settlementNo":"JS"}""", "填写了医疗结算单号的，请填写费用总额")]
    [InlineData("relief-applications", """{"number":"L","on":"2016-03-01","cause":"disaster","persons":3}""", "受困人数不能多于家庭人口")]
    [InlineData("person-insurances", """{"policyNo":"P","risk":"farming","payer":"government","insurer":"甲","from":"2016-03-01","to":"2017-02-28","sumInsured":100,"premium":100}""", "家庭财产、农业险种请登记在家庭保单")]
    [InlineData("household-insurances", """{"policyNo":"P","risk":"health","payer":"government","insurer":"甲","from":"2016-03-01","to":"2017-02-28","sumInsured":100,"premium":100}""", "人身意外、健康险种请登记在人身保单")]
    [InlineData("price-indices", """{"month":"2016-01","cpi":"3.555","food":"2","publishedOn":"2016-02-18"}""", "涨幅应为百分数，最多两位小数，如 3.5")]
    public async Task What_is_wrong_in_a_record_is_refused_with_its_sentence(string kind, string fields, string text)
    {
        var service = await place.ServiceAsync();
        var household = new AHousehold(YearlyIncomeInYuan: 60_000);
        await service.RegisterAsync(household);
        var body = JsonNode.Parse(fields)!.AsObject();
        (body["householdId"], body["memberId"]) = (household.Id, household.Head);
        var answer = await service.EnterAsync(kind, body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(text, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("title").GetString());
    }

    private static JsonObject Insurance(AHousehold household, int serial, string risk, string payer)
    {
        var policy = JsonNode.Parse("""{"insurer":"甲公司","from":"2016-03-01","to":"2017-02-28","sumInsured":5000000,"premium":10000}""")!.AsObject();
        (policy["householdId"], policy["memberId"], policy["policyNo"]) = (household.Id, household.Head, $"{household.Id:N}-{serial}");
        (policy["risk"], policy["payer"]) = (risk, payer);
        return policy;
    }

    private static (string Policy, Guid? Member, long Yuan) Short(ProposedItem item) => (item.Policy, item.MemberId, item.Amount.Fen / 100);

    private static string NewNumber(string prefix) => $"{prefix}-{Guid.NewGuid():N}"[..20];
}

public sealed class KeepingRecordsOnSqlite(OnSqlite place) : KeepingRecords(place);

public sealed class KeepingRecordsOnSqlServer(OnSqlServer place) : KeepingRecords(place);
