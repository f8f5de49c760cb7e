using System.Net;
using System.Text.Json;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;
using Fupin.Testing;

namespace Fupin.MedicalAid.Tests.Service;

public abstract class Settling(MedicalAidPlace place)
{
    [Fact]
    public async Task A_bill_goes_through_all_layers_and_each_becomes_an_aid_of_the_claim()
    {
        var service = await place.ServiceAsync();
        var household = await service.RegisterAsync();
        // Discharged before 2016-03-19: 26,000 basic, nothing serious below 15,000, 30 % above 1,000 supplementary, 70 % of the rest.
        var settled = await service.SettledAsync(service.Bill(household, 40_800));
        Assert.Equal([2_600_000, 0, 414_000, 746_200], AmountsOf(settled));
        Assert.Equal(319_800, settled.GetProperty("selfPaid").GetInt64());

        var told = (await service.ProposedAsync(household, 2)).Items;
        Assert.Equal(["M1", "M3", "M4"], told.Select(item => item.Policy));
        Assert.All(told, item => Assert.Equal(
            (settled.GetProperty("number").GetString(), Money.FromYuan(40_800), AidNature.Reimbursement, household.Head),
            (item.Claim, item.ClaimTotal!.Value, item.Nature, item.MemberId!.Value)));

        var closed = await service.ClosedAsync(settled.GetProperty("id").GetGuid());
        Assert.Equal((Money.FromYuan(26_000), Money.FromYuan(7_462), Money.FromYuan(3_198)), (closed.Basic, closed.MedicalAid, closed.SelfPaid));
        Assert.Equal(closed.Total, closed.Basic + closed.Serious + closed.Supplementary + closed.MedicalAid + closed.Charity + closed.SelfPaid);
    }

    [Fact]
    public async Task The_year_goes_on_counting_from_bill_to_bill()
    {
        var service = await place.ServiceAsync();
        var household = await service.RegisterAsync();
        await service.SettledAsync(service.Bill(household, 40_800)); // leaves 14,800
        var second = await service.SettledAsync(service.Bill(household, 40_400)); // half a deductible: 26,000 basic, leaves 14,400
        Assert.Equal(2, second.GetProperty("visitNo").GetInt32());
        Assert.Equal([2_600_000, 710_000, 189_000, 378_700], AmountsOf(second)); // serious: (14,800 + 14,400 − 15,000) × 50 %
    }

    [Fact]
    public async Task Bills_of_one_person_entered_at_once_each_count_once()
    {
        var service = await place.ServiceAsync();
        var household = await service.RegisterAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => service.SettleAsync(service.Bill(household, 1000), MedicalAid.Officer)));
        var entered = answers.Count(answer => answer.StatusCode == HttpStatusCode.Created);
        Assert.All(answers, answer => Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.Created, HttpStatusCode.Conflict }));
        var visits = (await SettlementsOfAsync(service, household.Id)).Select(row => row.GetProperty("visitNo").GetInt32());
        Assert.Equal(Enumerable.Range(1, entered), visits);
    }

    [Fact]
    public async Task The_same_invoice_is_settled_once()
    {
        var service = await place.ServiceAsync();
        var household = await service.RegisterAsync();
        var bill = service.Bill(household, 9000);
        await service.SettledAsync(bill);
        await MedicalAid.RefusesAsync(
            await service.SettleAsync(bill, Officers.SecondOf(MedicalAid.Department)), HttpStatusCode.Conflict, "MED-0020", "这张发票已经结算过，同一张发票只能结算一次");
        await service.SettledAsync(service.Bill(household, 100));
        await service.ProposedAsync(household, 3);
        Assert.Equal(2, service.AllClosed(household).Count);
    }

    [Theory]
    [InlineData("total", 0, "MED-0012")]
    [InlineData("total", 500_000_001, "MED-0012")]
    [InlineData("outOfScope", -1, "MED-0013")]
    [InlineData("outOfScope", 900_001, "MED-0013")]
    [InlineData("admittedOn", "2016-03-02", "MED-0010")]
    [InlineData("dischargedOn", "2016-03-22", "MED-0010")]
    [InlineData("invoiceNo", " ", "MED-0014")]
    [InlineData("visitNo", 0, "MED-0015")]
    [InlineData("hospitalLevel", 7, "MED-0016")]
    [InlineData("idNumber", "320400197001010011", "MED-0004")]
    [InlineData("memberId", null, "MED-0004")]
    public async Task What_is_wrong_is_refused_by_its_number_and_nothing_is_kept(string field, object? value, string code)
    {
        var service = await place.ServiceAsync();
        var household = await service.RegisterAsync();
        var answer = await service.SettleAsync(service.Bill(household, 9000, ("dischargedOn", "2016-03-01"), (field, value)), MedicalAid.Officer);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains($"\"{code}\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(await SettlementsOfAsync(service, household.Id));
    }

    [Fact]
    public async Task A_bill_of_more_than_a_year_ago_is_too_late()
    {
        var service = await place.ServiceAsync();
        var household = await service.RegisterAsync();
        var late = service.Bill(household, 9000, ("admittedOn", "2015-03-01"), ("dischargedOn", "2015-03-20"));
        await MedicalAid.RefusesAsync(await service.SettleAsync(late, MedicalAid.Officer), HttpStatusCode.Conflict, "MED-0011", "出院已超过 12 个月，不能再结算");
        late["dischargedOn"] = "2015-03-21";
        await service.SettledAsync(late);
    }

    [Fact]
    public async Task A_person_of_another_household_is_not_taken()
    {
        var service = await place.ServiceAsync();
        var (household, other) = (await service.RegisterAsync(), await service.RegisterAsync());
        var answer = await service.SettleAsync(service.Bill(household, 9000, ("memberId", other.Head)), MedicalAid.Officer);
        await MedicalAid.RefusesAsync(answer, HttpStatusCode.NotFound, "MED-0002", "本户没有这个成员");
    }

    [Fact]
    public async Task Only_the_departments_officers_settle_and_a_foreign_settlement_is_as_if_missing()
    {
        var service = await place.ServiceAsync();
        var household = await service.RegisterAsync();
        var bill = service.Bill(household, 9000);
        await MedicalAid.RefusesAsync(await service.SettleAsync(bill, null), HttpStatusCode.Unauthorized, "SYS-0401", "请先登录");
        foreach (var other in new[] { Officers.Village, Officers.Of("social-assistance") })
            await MedicalAid.RefusesAsync(await service.SettleAsync(bill, other), HttpStatusCode.Forbidden, "SYS-0403", "您没有办理此项业务的权限");

        var settled = await service.SettledAsync(bill);
        var path = $"settlements/{settled.GetProperty("id").GetGuid()}";
        Assert.Equal(settled.GetRawText(), (await service.GetAsync(Officers.Village, path)).GetRawText());
        await MedicalAid.RefusesAsync(await service.TryGetAsync(Officers.VillageOther, path), HttpStatusCode.NotFound, "MED-0001", "没有这张结算单");
        await MedicalAid.RefusesAsync(
            await service.TryGetAsync(Officers.Village, $"settlements/{Guid.NewGuid()}"), HttpStatusCode.NotFound, "MED-0001", "没有这张结算单");
        Assert.Empty((await service.GetAsync(Officers.VillageOther, $"settlements?household={household.Id}")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task The_list_is_paged_by_key()
    {
        var service = await place.ServiceAsync();
        var household = await service.RegisterAsync();
        for (var bill = 1; bill <= 3; bill++) await service.SettledAsync(service.Bill(household, bill * 1000));
        var first = await service.GetAsync(MedicalAid.Officer, $"settlements?household={household.Id}&month=2016-03&size=2");
        var second = await service.GetAsync(MedicalAid.Officer, $"settlements?household={household.Id}&month=2016-03&size=2&after={first.GetProperty("next").GetInt64()}");
        Assert.Equal([100_000, 200_000], first.GetProperty("items").EnumerateArray().Select(row => row.GetProperty("total").GetInt64()));
        Assert.Equal([300_000], second.GetProperty("items").EnumerateArray().Select(row => row.GetProperty("total").GetInt64()));
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
    }

    private static IEnumerable<long> AmountsOf(JsonElement settled) =>
        settled.GetProperty("layers").EnumerateArray().Select(layer => layer.GetProperty("amount").GetInt64());

    private static async Task<IReadOnlyList<JsonElement>> SettlementsOfAsync(MedicalAid service, Guid household) =>
        [.. (await service.GetAsync(MedicalAid.Officer, $"settlements?household={household}")).GetProperty("items").EnumerateArray()];
}

public sealed class SettlingOnSqlite(OnSqlite place) : Settling(place);

public sealed class SettlingOnSqlServer(OnSqlServer place) : Settling(place);
