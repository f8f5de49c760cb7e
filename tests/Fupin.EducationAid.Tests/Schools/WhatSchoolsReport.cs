using System.Net;
using System.Text.Json.Nodes;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;
using Fupin.Testing;

namespace Fupin.EducationAid.Tests.Schools;

/// <summary>The rules find the pupils: what schools, banks and donors report makes aid appear, change and end by itself.</summary>
public sealed class WhatSchoolsReport(EducationAidService service) : IClassFixture<EducationAidService>
{
    private static readonly string[] Headers = ["证件号码", "学期", "学校", "学段", "实际学费", "在读情况", "失学或辍学原因"];
    private static int serial = 700;

    private readonly Guid household = Guid.NewGuid();
    private readonly Guid member = Guid.NewGuid();

    [Fact]
    public async Task A_school_record_that_is_imported_makes_aid_appear()
    {
        var number = AWorkbook.IdNumber(Interlocked.Increment(ref serial));
        service.Register.Put(number, household, member, "吴小明");
        Assert.Empty((await RegisterAsync(student: null)).Items);

        var (status, _) = await service.UploadAsync("school-records", AWorkbook.Of("学籍", Headers, [number, "2016-S1", "武进职教中心", "中职一年级", "900", "在读", ""]), commit: true);
        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.Equal([("E6", 90_000L), ("E7", 100_000L), ("E8", 150_000L)], Amounts(await service.ProposedAsync(household, 2)));
    }

    [Fact]
    public async Task A_drop_out_that_is_recorded_ends_the_aid_of_the_term_and_coming_back_brings_it_back()
    {
        Assert.Equal([("E2", 51_500L), ("E3", 62_500L)], Amounts(await RegisterAsync(StudentStatus.Grade8)));
        await EnterAsync("school-records", new { term = "2016-S1", school = "雪堰中学", tuition = 0, enrolment = "droppedOut", reason = "厌学" });
        Assert.Empty((await service.ProposedAsync(household, 2)).Items);
        await EnterAsync("school-records", new { term = "2016-S1", school = "雪堰中学", tuition = 0, enrolment = "enrolled" });
        Assert.Equal([("E2", 51_500L), ("E3", 62_500L)], Amounts(await service.ProposedAsync(household, 3)));
    }

    [Fact]
    public async Task What_a_donor_paid_in_is_paid_out_and_what_is_only_pledged_is_not()
    {
        Assert.Equal([("E9", 150_000L)], Amounts(await RegisterAsync(StudentStatus.College)));
        await EnterAsync("pairings", new { pairingNo = $"P-{household}"[..38], donor = "武进商会", pledge = 300_000, startsOn = "2016-03-01" });
        await EnterAsync("pairing-payments", new { pairingNo = $"P-{household}"[..38], receiptNo = $"R-{household}"[..38], paidOn = "2016-03-20", amount = 120_000, way = "throughAccount" });
        var gift = (await service.ProposedAsync(household, 2)).Items.Single(item => item.Policy == "E10");
        Assert.Equal(("2016", Money.FromYuan(1_200), $"R-{household}"[..38]), (gift.Period, gift.Amount, gift.Claim));
    }

    [Fact]
    public async Task A_loan_gives_nothing_until_its_interest_is_settled()
    {
        await RegisterAsync(StudentStatus.College);
        await EnterAsync("student-loans", new { contractNo = $"L-{household}"[..38], schoolYear = 2015, level = "undergraduate", origin = "home", principal = 800_000, issuedOn = "2015-09-10", studiesEndOn = "2019-06-30" });
        Assert.Equal(["E9"], service.Talk.Heard<AidProposed>(set => set.HouseholdId == household).Single().Items.Select(item => item.Policy));
    }

    [Theory]
    [InlineData("special-education-cases", """{"caseNo":"T-1","kind":"skillTraining","place":"区特教中心","cost":100000,"startsOn":"2016-03-01"}""", "EDU-0008")]
    [InlineData("pairings", """{"pairingNo":"P-1","donor":"武进商会","pledge":100000,"startsOn":"2016-03-02","endsOn":"2016-03-01"}""", "EDU-0006")]
    [InlineData("pairing-payments", """{"pairingNo":"P-1","receiptNo":"R-1","paidOn":"2099-01-01","amount":1,"way":"direct"}""", "EDU-0007")]
    [InlineData("student-loans", """{"contractNo":"L-1","schoolYear":2016,"level":"undergraduate","origin":"home","principal":1,"issuedOn":"2015-12-31","studiesEndOn":"2019-06-30"}""", "EDU-0009")]
    [InlineData("student-loans", """{"contractNo":"L-1","schoolYear":2016,"level":"undergraduate","origin":"home","principal":1,"issuedOn":"2016-09-01","studiesEndOn":"2016-08-31"}""", "EDU-0006")]
    public async Task A_record_that_makes_no_sense_is_refused(string kind, string record, string code)
    {
        await RegisterAsync(StudentStatus.College);
        var answer = await service.PostAsync(EducationAidService.First, $"/{kind}", Of(JsonNode.Parse(record)!.AsObject()));
        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.Status, (string?)answer.Body!["code"]));
    }

    [Fact]
    public async Task Who_newly_qualifies_stands_on_the_work_list_within_the_region()
    {
        await RegisterAsync(StudentStatus.SeniorHigh1);
        var mine = (await ListAsync(EducationAidService.First)).Where(one => (Guid)one!["householdId"]! == household).ToList();
        Assert.Equal(["E4", "E5"], mine.Select(one => (string?)one!["policy"]).Order());
        Assert.All(mine, one => Assert.Equal("第一次符合条件", (string?)one!["reasons"]![0]!["value"]));
        Assert.Empty(await ListAsync(Officers.VillageOther));
        Assert.Equal("AID-0042", (string?)(await service.GetAsync(EducationAidService.First, "/candidates?kind=other")).Body!["code"]);
        Assert.Equal(HttpStatusCode.Unauthorized, (await service.GetAsync(null, "/candidates?kind=new")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await service.GetAsync(EducationAidService.First, "/candidates")).Status);
    }

    private async Task<JsonArray> ListAsync(TestOfficer officer) => (await service.GetAsync(officer, "/candidates?kind=new&size=200")).Body!["items"]!.AsArray();

    private Task<AidProposed> RegisterAsync(StudentStatus? student) => service.RegisterAsync(
        household, EducationAidService.Member(Guid.NewGuid(), 42, Sex.Female, head: true), EducationAidService.Member(member, 16, student: student));

    private async Task EnterAsync(string kind, object record)
    {
        var (status, _) = await service.PostAsync(EducationAidService.First, $"/{kind}", Of(System.Text.Json.JsonSerializer.SerializeToNode(record)!.AsObject()));
        Assert.Equal(HttpStatusCode.Created, status);
    }

    private JsonObject Of(JsonObject record)
    {
        (record["householdId"], record["memberId"]) = (household, member);
        return record;
    }

    private static IEnumerable<(string Policy, long Fen)> Amounts(AidProposed set) => set.Items.Select(item => (item.Policy, item.Amount.Fen)).Order();
}
