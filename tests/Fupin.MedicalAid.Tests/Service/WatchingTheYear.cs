using System.Net;
using System.Text.Json;
using Fupin.Contracts.Codes;
using Fupin.Testing;
using Fupin.Testing.Register;

namespace Fupin.MedicalAid.Tests.Service;

public abstract class WatchingTheYear(MedicalAidPlace place)
{
    [Fact]
    public async Task What_was_really_reimbursed_is_told_by_layer_place_and_class()
    {
        var service = await place.ServiceAsync();
        var household = await service.RegisterAsync(new AHousehold(HouseholdAttribute.ExtremelyPoor)); // no other test settles for one
        await service.SettledAsync(service.Bill(household, 10_800, ("admittedOn", "2015-06-01"), ("dischargedOn", "2015-06-20"), ("outOfScope", 100_000)));
        var cancelled = await service.SettledAsync(service.Bill(household, 5_000, ("admittedOn", "2015-07-01"), ("dischargedOn", "2015-07-20")));
        await service.PostAsync(MedicalAid.Officer, $"settlements/{cancelled.GetProperty("id").GetGuid()}/cancel", new { reason = "重复" });

        var report = await service.GetAsync(MedicalAid.Officer, "reimbursement?year=2015");
        var poor = report.GetProperty("classes").EnumerateArray().Single(row => row.GetProperty("key").GetString() == "extremelyPoor");
        Assert.Equal(
            [1, 1, 1_080_000, 980_000, 585_000, 0, 88_500, 306_500, 100_000, 9_074, 10_000],
            FieldsOf(poor, "bills", "persons", "total", "inScope", "basic", "serious", "supplementary", "medicalAid", "selfPaid", "paidBasisPoints", "inScopeBasisPoints"));
        Assert.Contains(report.GetProperty("villages").EnumerateArray(), row => row.GetProperty("key").GetString() == "320412110207");
        Assert.Contains(report.GetProperty("towns").EnumerateArray(), row => row.GetProperty("key").GetString() == "320412110000");
        var sum = report.GetProperty("classes").EnumerateArray().Sum(row => row.GetProperty("total").GetInt64());
        Assert.Equal(report.GetProperty("all").GetProperty("total").GetInt64(), sum);

        Assert.Equal(0, (await service.GetAsync(Officers.VillageOther, "reimbursement?year=2015")).GetProperty("all").GetProperty("bills").GetInt32());
        await MedicalAid.RefusesAsync(
            await service.TryGetAsync(MedicalAid.Officer, "reimbursement?year=15"), HttpStatusCode.BadRequest, "MED-0030", "请填写 2000 到 2100 之间的年度");
    }

    [Fact]
    public async Task A_household_that_pays_more_than_a_share_of_its_income_is_on_the_work_list_until_somebody_looks_after_it()
    {
        var service = await place.ServiceAsync();
        var (poor, rich) = (await service.RegisterAsync(new AHousehold(YearlyIncomeInYuan: 10_000)), await service.RegisterAsync(new AHousehold(YearlyIncomeInYuan: 10_001)));
        // All of it out of scope: 3,000.00 is 30 % of 10,000, which is not more than it; a fen more is.
        await service.SettledAsync(OutOfScope(service, poor, 300_000));
        Assert.Null(await WarningAsync(service, poor));
        await service.SettledAsync(OutOfScope(service, poor, 1));
        await service.SettledAsync(OutOfScope(service, rich, 300_001));

        var warning = Assert.NotNull(await WarningAsync(service, poor));
        Assert.Equal([2, 300_001, 1_000_000, 3_000], FieldsOf(warning, "bills", "selfPaid", "income", "shareBasisPoints"));
        Assert.Equal("2016 年就医结算 2 次，总费用 3,000.01 元，自付 3,000.01 元", warning.GetProperty("reasons")[0].GetProperty("value").GetString());
        Assert.Null(await WarningAsync(service, rich));
        Assert.Null(await WarningAsync(service, poor, Officers.VillageOther));

        var path = $"warnings/{poor.Id}/2016/handled";
        await MedicalAid.RefusesAsync(await service.PostAsync(MedicalAid.Officer, path, new { how = "" }), HttpStatusCode.BadRequest, "AID-0024", "请写明理由（500 字以内）");
        Assert.Equal(HttpStatusCode.NoContent, (await service.PostAsync(MedicalAid.Officer, path, new { how = "已上门，转临时救助" })).StatusCode);
        Assert.Null(await WarningAsync(service, poor));
        await MedicalAid.RefusesAsync(
            await service.PostAsync(MedicalAid.Officer, path, new { how = "已上门" }), HttpStatusCode.NotFound, "MED-0031", "这一户本年度没有待处置的因病致贫预警");

        await service.SettledAsync(OutOfScope(service, poor, 10_000));
        var again = Assert.NotNull(await WarningAsync(service, poor));
        Assert.Equal("再次预警", again.GetProperty("reasons").EnumerateArray().Last().GetProperty("label").GetString());
    }

    private static Dictionary<string, object?> OutOfScope(MedicalAid service, AHousehold household, long fen) =>
        service.Bill(household, 0, ("total", fen), ("outOfScope", fen));

    private static async Task<JsonElement?> WarningAsync(MedicalAid service, AHousehold household, TestOfficer? officer = null)
    {
        var page = await service.GetAsync(officer ?? MedicalAid.Officer, "warnings?year=2016&size=200");
        return page.GetProperty("items").EnumerateArray().Cast<JsonElement?>().SingleOrDefault(row => row!.Value.GetProperty("householdId").GetGuid() == household.Id);
    }

    private static long[] FieldsOf(JsonElement row, params string[] names) => [.. names.Select(name => row.GetProperty(name).GetInt64())];
}

public sealed class WatchingTheYearOnSqlite(OnSqlite place) : WatchingTheYear(place);

public sealed class WatchingTheYearOnSqlServer(OnSqlServer place) : WatchingTheYear(place);
