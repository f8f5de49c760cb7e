using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;
using Fupin.Testing;

namespace Fupin.Employment.Tests.PublicPosts;

// A service of its own, because it moves the clock.
public sealed class AttendanceOnAPost(EmploymentService service) : IClassFixture<EmploymentService>
{
    private static readonly string[] PostHeaders =
        ["证件号码", "姓名", "行政村代码", "岗位名称", "上岗日期", "离岗日期", "月补贴", "第几次安置", "安置时距退休是否不足五年", "是否领取职工养老金"];

    private static readonly string[] AttendanceHeaders = ["证件号码", "姓名", "行政村代码", "月份", "应出勤天数", "实际出勤天数"];

    private readonly Guid household = Guid.NewGuid();
    private readonly Guid mother = Guid.NewGuid();
    private readonly string number = AWorkbook.IdNumber(1, "19710315");

    [Fact]
    public async Task Imported_posts_and_attendance_pay_each_month_by_the_days_worked_and_an_unattended_month_nothing()
    {
        await service.RegisterAsync(household, EmploymentService.Member(mother, 45, Sex.Female, head: true));
        service.Register.Put(number, household, mother, "王桂兰");
        await service.ImportAsync("public-post-records", AWorkbook.Of("岗位名册", PostHeaders, [number, "王桂兰", "", "村庄保洁", "2016-03-01", "", "1200", "", "", ""]));
        Assert.Equal([("2016-03", 120_000)], await PaidAsync(2016, 3, 2)); // who has just begun does not wait for attendance

        service.Place.Advance(TimeSpan.FromDays(30)); // 20 April
        Assert.Empty(await PaidAsync(2016, 4, 1));
        await ImportAttendanceAsync(["2016-03", "23", "23"], ["2016-04", "21", "20"]);
        Assert.Equal([("2016-04", 114_286)], await PaidAsync(2016, 4, 2));

        service.Place.Advance(TimeSpan.FromDays(30)); // 20 May, attendance is not told
        Assert.Empty(await PaidAsync(2016, 5, 1));

        service.Place.Advance(TimeSpan.FromDays(30)); // 19 June
        Assert.Empty(await PaidAsync(2016, 6, 1));
        await ImportAttendanceAsync(["2016-05", "22", "11"], ["2016-06", "22", "0"]);
        Assert.Equal([("2016-05", 60_000)], await PaidAsync(2016, 6, 2)); // late for May, nothing for June
    }

    private Task ImportAttendanceAsync(params string[][] rows) =>
        service.ImportAsync("post-attendance", AWorkbook.Of("岗位考勤", AttendanceHeaders, [.. rows.Select(row => new[] { number, "", "" }.Concat(row).ToArray())]));

    private async Task<IEnumerable<(string, long)>> PaidAsync(int year, int month, int revision)
    {
        var set = await service.Talk.Published<AidProposed>(set => set.HouseholdId == household && set.Month == new AidMonth(year, month) && set.Revision == revision);
        return set.Items.Where(item => item.Policy == "J6").Select(item => (item.Period, item.Amount.Fen));
    }
}
