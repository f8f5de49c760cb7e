using System.Net;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Fupin.Testing;

namespace Fupin.EducationAid.Tests.Schools;

public sealed class AidOfAPupil(EducationAidService service) : IClassFixture<EducationAidService>
{
    private readonly Guid household = Guid.NewGuid();
    private readonly Guid primary = Guid.NewGuid();
    private readonly Guid senior = Guid.NewGuid();

    [Fact]
    public async Task Pupils_of_a_registered_household_get_what_their_stage_entitles_them_to()
    {
        var set = await RegisterAsync();
        Assert.Equal(
            [("E2", primary, 375L), ("E3", primary, 500L), ("E4", senior, 850L), ("E5", senior, 1250L)],
            set.Items.Select(item => (item.Policy, item.MemberId!.Value, item.Amount.Fen / 100)).Order());
        Assert.All(set.Items, item => Assert.Equal("2016-S1", item.Period));
    }

    [Fact]
    public async Task The_same_told_twice_or_an_older_revision_tells_nothing_new()
    {
        var told = new HouseholdRegistered(household, 2, service.Place.Today, EducationAidService.Facts(EducationAidService.Member(primary, 9, student: StudentStatus.Primary)));
        var message = Guid.NewGuid();
        await service.Talk.TellAsync(told, message);
        await service.Talk.TellAsync(told, message);
        await service.Talk.TellAsync(told);
        await service.Talk.TellAsync(new HouseholdChanged(household, 1, service.Place.Today, EducationAidService.Facts()));
        Assert.Equal(2, (await service.ProposedAsync(household, 1)).Items.Count);

        await service.Talk.TellAsync(new HouseholdChanged(household, 3, service.Place.Today, EducationAidService.Facts()));
        Assert.Empty((await service.ProposedAsync(household, 2)).Items);
        Assert.Equal([1, 2], service.Talk.Heard<AidProposed>(set => set.HouseholdId == household).Select(set => set.Revision));
    }

    [Fact]
    public async Task What_the_school_really_charges_replaces_the_standard()
    {
        await RegisterAsync();
        var (status, _) = await service.PostAsync(EducationAidService.First, "/school-records", Record(60_000));
        Assert.Equal(HttpStatusCode.Created, status);
        var set = await service.ProposedAsync(household, 2);
        Assert.Equal(Money.FromYuan(600), set.Items.Single(item => item.Policy == "E4").Amount);
    }

    [Fact]
    public async Task Aid_is_approved_by_one_officer_confirmed_by_another_and_told_to_finance()
    {
        await service.StackAsync(await RegisterAsync());
        var waiting = await service.ProposalsAsync(household, "stacked", 4);
        var (created, approval) = await service.PostAsync(EducationAidService.First, "/approvals", new { month = service.Month.ToString(), itemIds = waiting.Select(item => item["itemId"]) });
        Assert.Equal(HttpStatusCode.Created, created);
        Assert.Equal((4, 297_500L), ((int)approval!["count"]!, (long)approval["sum"]!));

        var confirm = $"/approvals/{approval["id"]}/confirm";
        var (same, refusal) = await service.PostAsync(EducationAidService.First, confirm, new { });
        Assert.Equal((HttpStatusCode.Conflict, "AID-0022"), (same, (string?)refusal!["code"]));
        Assert.Equal(HttpStatusCode.OK, (await service.PostAsync(EducationAidService.Second, confirm, new { })).Status);

        var told = await service.Talk.Published<AidApproved>(aids => aids.HouseholdId == household);
        Assert.Equal((EducationAidService.First.Id, EducationAidService.Second.Id), (told.ApprovedBy, told.ConfirmedBy));
        Assert.Equal(4, told.Items.Count);
        Assert.Equal(HttpStatusCode.Conflict, (await service.PostAsync(EducationAidService.Second, confirm, new { })).Status);
    }

    [Fact]
    public async Task Nobody_without_token_permission_department_or_region_gets_in()
    {
        await RegisterAsync();
        var item = (await service.ProposalsAsync(household, "proposed", 4))[0]["itemId"];
        Assert.Equal(HttpStatusCode.Unauthorized, (await service.GetAsync(null, "/proposals")).Status);
        Assert.Equal(HttpStatusCode.OK, (await service.GetAsync(Officers.Village, "/proposals")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await service.PostAsync(Officers.Village, "/approvals", new { })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await service.PostAsync(Officers.Of("medical-aid"), "/school-records", Record(1))).Status);

        var foreign = await service.GetAsync(Officers.VillageOther, $"/items/{item}/why");
        var missing = await service.GetAsync(Officers.VillageOther, $"/items/{Guid.NewGuid()}/why");
        Assert.Equal(HttpStatusCode.NotFound, foreign.Status);
        Assert.Equal((missing.Status, (string?)missing.Body!["code"], (string?)missing.Body["title"]), (foreign.Status, (string?)foreign.Body!["code"], (string?)foreign.Body["title"]));
        Assert.Equal("AID-0041", (string?)(await service.PostAsync(EducationAidService.Elsewhere, "/school-records", Record(1))).Body!["code"]);
        Assert.Empty((await service.GetAsync(Officers.VillageOther, "/proposals")).Body!["items"]!.AsArray());
        Assert.NotEmpty((await service.GetAsync(Officers.Village, $"/items/{item}/why")).Body!["trace"]!.AsArray());
    }

    [Theory]
    [InlineData("{\"householdId\":\"x\"}", "SYS-0400")]
    [InlineData("[]", "SYS-0400")]
    public async Task What_cannot_be_read_is_refused_with_a_code(string body, string code)
    {
        var answer = await service.PostAsync(EducationAidService.First, "/school-records", System.Text.Json.Nodes.JsonNode.Parse(body)!);
        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.Status, (string?)answer.Body!["code"]));
    }

    [Theory]
    [InlineData("2016", "雪堰中学", 100, "EDU-0003")]
    [InlineData("2016-S3", "雪堰中学", 100, "EDU-0003")]
    [InlineData("2016-S1", " ", 100, "EDU-0004")]
    [InlineData("2016-S1", "雪堰中学", -1, "EDU-0002")]
    [InlineData("2016-S1", "雪堰中学", 10_000_001, "EDU-0002")]
    public async Task A_record_that_makes_no_sense_is_refused(string term, string school, long tuition, string code)
    {
        var answer = await service.PostAsync(
            EducationAidService.First, "/school-records", new { householdId = household, memberId = senior, term, school, tuition });
        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.Status, (string?)answer.Body!["code"]));
    }

    private object Record(long tuition) => new { householdId = household, memberId = senior, term = "2016-S1", school = "雪堰中学", tuition };

    private Task<AidProposed> RegisterAsync() => service.RegisterAsync(
        household,
        EducationAidService.Member(Guid.NewGuid(), 42, Sex.Female, head: true),
        EducationAidService.Member(primary, 9, student: StudentStatus.Primary),
        EducationAidService.Member(senior, 16, student: StudentStatus.SeniorHigh1));
}
