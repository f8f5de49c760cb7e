using System.Net;
using System.Text.Json.Nodes;
using Fupin.Contracts.Codes;

namespace Fupin.Employment.Tests.Records;

public sealed class KeepingEmploymentRecords(EmploymentService service) : IClassFixture<EmploymentService>, IAsyncLifetime
{
    private readonly Guid household = Guid.NewGuid();
    private readonly Guid mother = Guid.NewGuid();
    private readonly Guid son = Guid.NewGuid();

    // The clock stands at 2016-03-21.
    private static readonly (string Kind, bool OfSon, string Record)[] All =
    [
        ("course-enrolments", false, """{"courseNo":"C1","provider":"武进技校","trade":"elderlyCare","from":"2016-03-01","to":"2016-03-18"}"""),
        ("certificates", false, """{"certificateNo":"{0}1","courseNo":"C1","level":"senior","issuedOn":"2016-03-20"}"""),
        ("course-enrolments", true, """{"courseNo":"C2","provider":"武进技校","trade":"机械操作","from":"2016-03-01","to":"2016-03-18","orderedBy":"91320412MA1MCY6R0X","attendance":95}"""),
        ("certificates", true, """{"certificateNo":"{0}2","courseNo":"C2","level":"初级","issuedOn":"2016-03-20"}"""),
        ("businesses", true, """{"licenceNo":"{0}","name":"阿姨面馆","openedOn":"2015-06-01","isFirst":true,"isSelfEmployed":true}"""),
        ("loan-records", false, """{"bank":"农商行","contractNo":"{0}","use":"种植","principal":3600000,"rateBasisPoints":435,"appliedOn":"2015-10-08","villageOn":"2015-10-12","townOn":"2015-10-19","districtOn":"2015-10-26","bankOn":"2015-10-30","issuedOn":"2015-12-22","dueOn":"2016-12-22"}"""),
        ("loan-repayments", false, """{"contractNo":"{0}","on":"2016-02-01","principal":100}"""),
        ("loan-interest", false, """{"contractNo":"{0}","quarter":"2015-Q4","paidOn":"2015-12-31","interest":4350}"""),
        ("employment-contracts", true, """{"employerCode":"91320412MA1MCY6R0X","employer":"常武纺织","contractNo":"H1","from":"2016-03-19","hasOtherRelief":false}"""),
        ("insurance-payments", true, """{"month":"2016-03","employerCode":"91320412MA1MCY6R0X","byEmployer":61234,"byPerson":20000}"""),
        ("flexible-work", false, """{"occupation":"裁缝","from":"2016-03-01","isNearRetirement":false}"""),
        ("insurance-payments", false, """{"month":"2016-03","byEmployer":0,"byPerson":80000}"""),
        ("public-post-records", false, """{"title":"村庄保洁","from":"2016-03-01","monthlyPay":120000}"""),
        ("post-attendance", false, """{"month":"2016-03","daysDue":23,"daysWorked":22}"""),
        ("job-matches", true, """{"leadNo":"S1","cooperative":"东村劳务合作社","job":"绿化工","leadOn":"2016-03-01"}"""),
    ];

    public async ValueTask InitializeAsync() => await service.RegisterAsync(
        household, EmploymentService.Member(mother, 45, Sex.Female, head: true), EmploymentService.Member(son, 20));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_record_of_every_kind_is_kept_and_its_aids_are_proposed_by_themselves()
    {
        foreach (var (kind, ofSon, record) in All) await service.EnterAsync(kind, About(ofSon ? son : mother, record));
        await service.EnterAsync("industry-agreements", new { householdId = household, agreementNo = "X1", runBy = "阳湖果业", project = "enterprise", link = "dividend", from = "2015-06-01" });
        await service.EnterAsync("agreement-benefits", new { householdId = household, agreementNo = "X1", year = 2015, amount = 120_000, paidOn = "2016-01-15" });

        var items = await service.ProposalsAsync(household, "proposed", 8);
        Assert.Equal(
            [
                ("J1", "2016", 150_000), ("J2", "2016", 30_000), ("J4", "2015-Q4", 4_350), ("J5", "2016-03", 61_234), ("J5", "2016-Q1", 100_000), ("J6", "2016-03", 114_783),
                ("J7", "2016-03", 40_000), ("J9", "2015", 120_000),
            ],
            items.Select(item => ((string?)item["policy"], (string?)item["period"], (int)item["proposed"]!)).Order());

        var (_, kinds) = await service.GetAsync(EmploymentService.First, "/records");
        Assert.Equal(
            All.Select(one => one.Kind).Append("industry-agreements").Append("agreement-benefits").Distinct().Order(StringComparer.Ordinal),
            kinds!.AsArray().Select(kind => (string)kind!["kind"]!).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("course-enrolments", """{"courseNo":"C1","provider":"武进技校","trade":"cooking","from":"2016-03-02","to":"2016-03-01"}""", "EMP-0003")]
    [InlineData("certificates", """{"certificateNo":"Z9","courseNo":"C1","level":"junior","issuedOn":"2016-03-22"}""", "EMP-0004")]
    [InlineData("businesses", """{"licenceNo":"L9","name":"面馆","openedOn":"2016-03-02","closedOn":"2016-03-01","isFirst":true,"isSelfEmployed":true}""", "EMP-0003")]
    [InlineData("loan-records", """{"bank":"农商行","contractNo":"D9","use":"户贷企用或转贷","principal":1,"rateBasisPoints":435,"issuedOn":"2015-11-01","dueOn":"2016-11-01"}""", "EMP-0012")]
    [InlineData("loan-records", """{"bank":"农商行","contractNo":"D9","use":"crops","principal":1,"rateBasisPoints":2401,"issuedOn":"2015-11-01","dueOn":"2016-11-01"}""", "EMP-0013")]
    [InlineData("loan-records", """{"bank":"农商行","contractNo":"D9","use":"crops","principal":1,"rateBasisPoints":435,"bankOn":"2015-11-02","issuedOn":"2015-11-01","dueOn":"2016-11-01"}""", "EMP-0017")]
    [InlineData("loan-repayments", """{"contractNo":"D9","on":"2016-03-22","principal":1}""", "EMP-0004")]
    [InlineData("loan-interest", """{"contractNo":"D9","quarter":"2016-Q5","paidOn":"2016-03-20","interest":1}""", "EMP-0018")]
    [InlineData("employment-contracts", """{"employerCode":"91320412MA1MCY6R0X","employer":"常武纺织","contractNo":"H1","from":"2016-03-19","endedOn":"2016-03-18","hasOtherRelief":false}""", "EMP-0003")]
    [InlineData("employment-contracts", """{"employerCode":"9132","employer":"常武纺织","contractNo":"H1","from":"2016-03-19","hasOtherRelief":false}""", "AID-0060")]
    [InlineData("insurance-payments", """{"month":"2016-03","byEmployer":0,"byPerson":0}""", "EMP-0030")]
    [InlineData("insurance-payments", """{"month":"2016-03","byEmployer":1,"byPerson":0}""", "EMP-0031")]
    [InlineData("public-post-records", """{"title":"保洁","from":"2016-03-02","to":"2016-03-01","monthlyPay":1}""", "EMP-0003")]
    [InlineData("post-attendance", """{"month":"2016-03","daysDue":22,"daysWorked":23}""", "EMP-0024")]
    [InlineData("post-attendance", """{"month":"2016-04","daysDue":22,"daysWorked":22}""", "EMP-0004")]
    [InlineData("job-matches", """{"leadNo":"S9","cooperative":"合作社","job":"绿化","leadOn":"2016-03-02","hiredOn":"2016-03-03"}""", "EMP-0003")]
    public async Task A_record_that_makes_no_sense_is_refused(string kind, string record, string code)
    {
        var (_, body) = await service.PostAsync(EmploymentService.First, $"/{kind}", About(mother, record));
        Assert.Equal(code, (string?)body!["code"]);
    }

    [Fact]
    public async Task A_certificate_of_one_person_cannot_be_entered_for_another()
    {
        var certificate = $$"""{"certificateNo":"{{household:N}}","courseNo":"C1","level":"junior","issuedOn":"2016-03-20"}""";
        await service.EnterAsync("certificates", About(mother, certificate));
        Assert.Equal(HttpStatusCode.Conflict, (await service.PostAsync(EmploymentService.First, "/certificates", About(son, certificate))).Status);
    }

    // Numbers that are the district's own are unique per test.
    private JsonObject About(Guid member, string record)
    {
        var body = JsonNode.Parse(record.Replace("{0}", household.ToString("N"), StringComparison.Ordinal))!.AsObject();
        (body["householdId"], body["memberId"]) = (household, member);
        return body;
    }
}
