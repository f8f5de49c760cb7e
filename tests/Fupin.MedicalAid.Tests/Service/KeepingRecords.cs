using System.Net;
using System.Text.Json;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;
using Fupin.Testing;
using Fupin.Testing.Register;

namespace Fupin.MedicalAid.Tests.Service;

public abstract class KeepingRecords(MedicalAidPlace place)
{
    private static readonly string[] Headers =
        ["证件号码", "姓名", "行政村代码", "发票号", "就医类别", "医院等级", "医院代码", "入院日期", "出院日期", "第几次住院", "病种", "是否优抚对象", "总费用", "其中目录外"];

    private static int serial;

    [Fact]
    public async Task Invoices_of_a_workbook_are_settled_in_order_of_discharge_and_once()
    {
        var service = await place.ServiceAsync();
        var (household, number) = await RegisterAsync(service);
        var (first, second) = (Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString("N"));
        IReadOnlyList<string> later = Row(number, first, "2016-02-29", "40800");
        var import = await service.ImportAsync("invoices", AWorkbook.Of("医疗票据", Headers, later, Row(number, second, "2016-01-20", "10800")));
        Assert.Equal(("done", 2), (import.GetProperty("state").GetString(), import.GetProperty("accepted").GetInt32()));

        var settled = await SettledAsync(service, household);
        Assert.Equal((1, 650_000L, "entitled"), Shown(settled[second]));
        Assert.Equal((2, 2_626_000L, "entitled"), Shown(settled[first]));
        Assert.Equal(2, (await service.ProposedAsync(household, 2)).Items.Count(item => item.Policy == "M1"));
        Assert.Equal(2, service.AllClosed(household).Count);

        var again = await service.ImportAsync("invoices", AWorkbook.Of("医疗票据", Headers, later, Row(number, second, "2016-01-20", "99999")));
        Assert.Equal((0, 1, 1), (again.GetProperty("accepted").GetInt32(), again.GetProperty("alreadyThere").GetInt32(), again.GetProperty("rejected").GetInt32()));
        Assert.Contains(again.GetProperty("findings").EnumerateArray(), finding => finding.GetProperty("check").GetString() == "MED-0020");
        Assert.Equal(2, (await SettledAsync(service, household)).Count);
        Assert.Equal(2, service.AllClosed(household).Count);
    }

    [Fact]
    public async Task What_is_wrong_in_a_workbook_is_marked_and_what_comes_too_late_is_settled_with_nothing()
    {
        var service = await place.ServiceAsync();
        var (household, number) = await RegisterAsync(service);
        var late = Guid.NewGuid().ToString("N");
        var import = await service.ImportAsync("invoices", AWorkbook.Of(
            "医疗票据", Headers,
            Row(number, late, "2015-03-20", "9000"),
            Row(number, "F2", "2016-02-29", "0"),
            Row(number, "F3", "2016-03-22", "9000"),
            Row(number, "F4", "2016-02-29", "9000", outOfScope: "9000.01"),
            Row(number, "F5", "2016-02-29", "9000", care: "门诊特殊病种")));
        Assert.Equal((1, 4), (import.GetProperty("accepted").GetInt32(), import.GetProperty("rejected").GetInt32()));
        Assert.Equal(
            [(3, "MED-0012"), (4, "MED-0010"), (5, "MED-0013"), (6, "MED-0017")],
            import.GetProperty("findings").EnumerateArray().Select(finding => (finding.GetProperty("row").GetInt32(), finding.GetProperty("check").GetString())).Order());
        Assert.Equal((1, 0L, "late"), Shown(Assert.Single(await SettledAsync(service, household)).Value));
        Assert.Empty(service.AllProposed(household)[^1].Items);
    }

    [Fact]
    public async Task The_premium_of_a_person_on_the_list_is_taken_over_once_a_year()
    {
        var service = await place.ServiceAsync();
        var household = await service.RegisterAsync();
        var listed = new { householdId = household.Id, memberId = household.Head, year = 2016, scheme = "resident", premium = 20_000 };
        Assert.Equal(HttpStatusCode.Created, (await service.PostAsync(MedicalAid.Officer, "premium-lists", listed)).StatusCode);
        var item = Assert.Single((await service.ProposedAsync(household, 2)).Items);
        Assert.Equal(("M6", "2016", AidNature.Waiver, Money.FromYuan(150)), (item.Policy, item.Period, item.Nature, item.Amount));

        Assert.Equal(HttpStatusCode.Created, (await service.PostAsync(MedicalAid.Officer, "premium-lists", listed with { premium = 12_000 })).StatusCode);
        Assert.Equal(Money.FromYuan(120), Assert.Single((await service.ProposedAsync(household, 3)).Items).Amount);
        await service.PostAsync(MedicalAid.Officer, "premium-lists", listed with { premium = 12_000 });
        await service.PostAsync(MedicalAid.Officer, "premium-lists", listed with { scheme = "employee", premium = 0 });
        Assert.Empty((await service.ProposedAsync(household, 4)).Items);
        await MedicalAid.RefusesAsync(
            await service.PostAsync(MedicalAid.Officer, "premium-lists", listed with { premium = 1_000_001 }),
            HttpStatusCode.BadRequest, "MED-0040", "应缴保费应在 0 到 10000 元之间");
    }

    [Fact]
    public async Task Rehabilitation_is_paid_within_the_limit_of_the_year_and_a_correction_leaves_more_to_the_next()
    {
        var service = await place.ServiceAsync();
        var household = await service.RegisterAsync(disability: DisabilityType.Limbs);
        var prefix = Guid.NewGuid().ToString("N");
        var first = new
        {
            householdId = household.Id,
            memberId = household.Head,
            caseNo = $"{prefix}-1",
            kind = "training",
            institution = "区康复中心",
            completedOn = "2016-03-19",
            cost = 1_200_000,
        };
        await service.PostAsync(MedicalAid.Officer, "rehabilitation-cases", first);
        await service.PostAsync(MedicalAid.Officer, "rehabilitation-cases", first with { caseNo = $"{prefix}-2" });
        Assert.Equal([12_000L, 8_000L], YuanOf(await service.ProposedAsync(household, 3)));
        await service.PostAsync(MedicalAid.Officer, "rehabilitation-cases", first with { cost = 900_000 });
        Assert.Equal([9_000L, 11_000L], YuanOf(await service.ProposedAsync(household, 4)));
        await MedicalAid.RefusesAsync(
            await service.PostAsync(MedicalAid.Officer, "rehabilitation-cases", first with { caseNo = $"{prefix}-3", completedOn = "2016-03-22" }),
            HttpStatusCode.BadRequest, "MED-0041", "完成日期不能晚于今天");
    }

    [Fact]
    public async Task Without_a_certificate_no_rehabilitation_is_paid()
    {
        var service = await place.ServiceAsync();
        var household = await service.RegisterAsync();
        await service.PostAsync(MedicalAid.Officer, "rehabilitation-cases", new
        {
            householdId = household.Id,
            memberId = household.Head,
            caseNo = Guid.NewGuid().ToString("N"),
            kind = "device",
            institution = "区残联",
            completedOn = "2016-03-19",
            cost = 100_000,
        });
        Assert.Single((await service.GetAsync(MedicalAid.Officer, $"rehabilitation-cases?household={household.Id}")).GetProperty("items").EnumerateArray());
        Assert.Empty(Assert.Single(service.AllProposed(household)).Items);
    }

    private static IEnumerable<long> YuanOf(AidProposed set) => set.Items.OrderBy(item => item.Claim, StringComparer.Ordinal).Select(item => item.Amount.Fen / 100);

    private static async Task<(AHousehold Household, string Number)> RegisterAsync(MedicalAid service)
    {
        var household = await service.RegisterAsync();
        var number = AWorkbook.IdNumber(Interlocked.Increment(ref serial), born: "19700101");
        service.Register.Put(number, household.Id, household.Head, "吴一");
        return (household, number);
    }

    private static string[] Row(string number, string invoice, string discharged, string total, string outOfScope = "0", string care = "住院") =>
        [number, "吴一", "", invoice, care, "三级", "", "2015-01-05", discharged, "", "", "", total, outOfScope];

    private static async Task<Dictionary<string, JsonElement>> SettledAsync(MedicalAid service, AHousehold household) =>
        (await service.GetAsync(MedicalAid.Officer, $"settlements?household={household.Id}")).GetProperty("items").EnumerateArray()
            .ToDictionary(row => row.GetProperty("invoiceNo").GetString()!);

    private static (int Visit, long Basic, string? Standing) Shown(JsonElement settled) =>
        (settled.GetProperty("visitNo").GetInt32(), settled.GetProperty("layers")[0].GetProperty("amount").GetInt64(), settled.GetProperty("standing").GetString());
}

public sealed class KeepingRecordsOnSqlite(OnSqlite place) : KeepingRecords(place);

public sealed class KeepingRecordsOnSqlServer(OnSqlServer place) : KeepingRecords(place);
