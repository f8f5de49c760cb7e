using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Fupin.Contracts.Values;
using Fupin.Testing;
using Fupin.Testing.Register;

namespace Fupin.MedicalAid.Tests.Service;

public abstract class SettlingAgain(MedicalAidPlace place)
{
    [Fact]
    public async Task A_bill_that_comes_late_settles_the_later_ones_of_the_year_again()
    {
        var service = await place.ServiceAsync();
        var household = await service.RegisterAsync();
        var later = IdOf(await service.SettledAsync(service.Bill(household, 40_800)));
        var late = await service.SettledAsync(January(service, household, 10_800));
        Assert.Equal((1, 650_000), (late.GetProperty("visitNo").GetInt32(), AmountOf(late, "M1")));

        var again = await service.GetAsync(MedicalAid.Officer, $"settlements/{later}");
        Assert.Equal((2, 2_626_000), (again.GetProperty("visitNo").GetInt32(), AmountOf(again, "M1")));
        var told = await service.ClosedAsync(later, 2);
        Assert.Equal((Money.FromYuan(26_260), Money.FromYuan(40_800)), (told.Basic, told.Total));
        Assert.Equal(2, Assert.Single((await service.ProposedAsync(household, 3)).Items.GroupBy(item => item.Policy), same => same.Key == "M1").Count());
    }

    [Fact]
    public async Task A_reversed_settlement_pays_nothing_counts_nowhere_and_frees_its_invoice()
    {
        var service = await place.ServiceAsync();
        var household = await service.RegisterAsync();
        var bill = January(service, household, 10_800);
        var first = IdOf(await service.SettledAsync(bill));
        var second = IdOf(await service.SettledAsync(service.Bill(household, 40_800)));

        await MedicalAid.RefusesAsync(await CancelAsync(service, first, " "), HttpStatusCode.BadRequest, "AID-0024", "请写明理由（500 字以内）");
        Assert.Equal(HttpStatusCode.OK, (await CancelAsync(service, first, "重复登记")).StatusCode);
        var told = await service.ClosedAsync(first, 2);
        Assert.Equal((true, Money.Zero, Money.Zero), (told.IsCancelled, told.Total, told.SelfPaid));
        Assert.Equal(Money.FromYuan(26_000), (await service.ClosedAsync(second, 2)).Basic);
        Assert.All((await service.ProposedAsync(household, 4)).Items, item => Assert.Equal(Money.FromYuan(40_800), item.ClaimTotal));
        await MedicalAid.RefusesAsync(await CancelAsync(service, first, "重复登记"), HttpStatusCode.Conflict, "MED-0022", "这张结算单已经冲销，不能再更正或冲销");

        var change = Assert.Single((await service.GetAsync(MedicalAid.Officer, $"settlements/{first}/changes")).EnumerateArray());
        Assert.Equal(("cancelled", "重复登记"), (change.GetProperty("kind").GetString(), change.GetProperty("reason").GetString()));
        await service.SettledAsync(bill);
    }

    [Fact]
    public async Task A_corrected_settlement_stays_the_same_claim()
    {
        var service = await place.ServiceAsync();
        var household = await service.RegisterAsync();
        var (bill, other) = (service.Bill(household, 40_800), service.Bill(household, 1_000));
        var settled = await service.SettledAsync(bill);
        await service.SettledAsync(other);

        bill["reason"] = "总费用录错";
        bill["total"] = 1_080_000;
        var corrected = await service.PostAsync(MedicalAid.Officer, $"settlements/{IdOf(settled)}/correct", bill);
        Assert.Equal(HttpStatusCode.OK, corrected.StatusCode);
        var now = await corrected.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(
            (settled.GetProperty("number").GetString(), 650_000L, 2),
            (now.GetProperty("number").GetString(), AmountOf(now, "M1"), now.GetProperty("revision").GetInt32()));
        Assert.Equal(Money.FromYuan(6_500), (await service.ClosedAsync(IdOf(settled), 2)).Basic);

        bill["invoiceNo"] = other["invoiceNo"];
        await MedicalAid.RefusesAsync(
            await service.PostAsync(MedicalAid.Officer, $"settlements/{IdOf(settled)}/correct", bill),
            HttpStatusCode.Conflict, "MED-0020", "这张发票已经结算过，同一张发票只能结算一次");
        await MedicalAid.RefusesAsync(
            await service.PostAsync(Officers.Village, $"settlements/{IdOf(settled)}/correct", bill), HttpStatusCode.Forbidden, "SYS-0403", "您没有办理此项业务的权限");
    }

    [Fact]
    public async Task What_was_confirmed_becomes_an_overpayment_and_is_never_changed()
    {
        var service = await place.ServiceAsync();
        var household = await service.RegisterAsync();
        var settled = IdOf(await service.SettledAsync(service.Bill(household, 10_800)));
        await service.ConfirmAsync(await service.ProposedAsync(household, 2));
        await CancelAsync(service, settled, "发票作废");

        var items = await service.ItemsAsync(household.Id);
        Assert.Equal(["M1", "M3", "M4"], items.Select(item => item.GetProperty("policy").GetString()).Order());
        Assert.All(items, item => Assert.Equal(
            ("confirmed", "open", item.GetProperty("proposed").GetInt64(), 0L),
            (item.GetProperty("state").GetString(), item.GetProperty("overpayment").GetString(), item.GetProperty("overpaid").GetInt64(), item.GetProperty("granted").GetInt64())));
        Assert.Empty((await service.ProposedAsync(household, 3)).Items);
    }

    [Fact]
    public async Task A_child_is_treated_by_a_programme_in_one_of_its_hospitals()
    {
        var service = await place.ServiceAsync();
        var household = await service.RegisterAsync(new AHousehold(Age: 8));
        (string, object?)[] treated = [("disease", "congenitalHeart"), ("admittedOn", "2016-03-01"), ("dischargedOn", "2016-03-20")];
        var settled = await service.SettledAsync(service.Bill(household, 30_000, [.. treated, ("hospitalCode", "CZ01")]));
        Assert.Equal((2_250_000L, 0L, 250_000L), (AmountOf(settled, "M5"), AmountOf(settled, "M1"), settled.GetProperty("selfPaid").GetInt64()));
        var told = await service.ClosedAsync(IdOf(settled));
        Assert.Equal((Money.FromYuan(25_000), Money.FromYuan(17_500), Money.FromYuan(5_000)), (told.Total, told.Basic, told.MedicalAid));
        Assert.Equal("M5", Assert.Single((await service.ProposedAsync(household, 2)).Items).Policy);

        var elsewhere = await service.SettledAsync(service.Bill(household, 30_000, [.. treated, ("hospitalCode", "XX99")]));
        Assert.True(AmountOf(elsewhere, "M1") > 0);
    }

    [Fact]
    public async Task Outpatient_treatment_is_settled_for_a_disease_only()
    {
        var service = await place.ServiceAsync();
        var household = await service.RegisterAsync();
        await MedicalAid.RefusesAsync(
            await service.SettleAsync(service.Bill(household, 1_000, ("care", "outpatient")), MedicalAid.Officer),
            HttpStatusCode.BadRequest, "MED-0017", "门诊结算须选择门诊特殊病种；就医类别和病种应从选项中选择");
        var settled = await service.SettledAsync(service.Bill(household, 1_000, ("care", "outpatient"), ("disease", "uraemia")));
        Assert.Equal(80_000, AmountOf(settled, "M1"));
        Assert.Equal(1, (await service.SettledAsync(service.Bill(household, 1_000))).GetProperty("visitNo").GetInt32());
    }

    private static Dictionary<string, object?> January(MedicalAid service, AHousehold household, long total) =>
        service.Bill(household, total, ("admittedOn", "2016-01-05"), ("dischargedOn", "2016-01-20"));

    private static Task<HttpResponseMessage> CancelAsync(MedicalAid service, Guid settlement, string reason) =>
        service.PostAsync(MedicalAid.Officer, $"settlements/{settlement}/cancel", new { reason });

    private static Guid IdOf(JsonElement settled) => settled.GetProperty("id").GetGuid();

    private static long AmountOf(JsonElement settled, string policy) =>
        settled.GetProperty("layers").EnumerateArray().Single(layer => layer.GetProperty("policy").GetString() == policy).GetProperty("amount").GetInt64();
}

public sealed class SettlingAgainOnSqlite(OnSqlite place) : SettlingAgain(place);

public sealed class SettlingAgainOnSqlServer(OnSqlServer place) : SettlingAgain(place);
