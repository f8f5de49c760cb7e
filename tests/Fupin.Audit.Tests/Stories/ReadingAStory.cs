using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fupin.Testing;

namespace Fupin.Audit.Tests.Stories;

/// <summary>What happened to one household, as an auditor reads it. One class, so that its tests tell their events one after the other.</summary>
public abstract class ReadingAStory(AuditPlace place)
{
    private static readonly TestOfficer AuditorOfTheTown = Officers.Auditor with { Id = Guid.NewGuid(), Region = "320412110" };
    private static readonly TestOfficer AuditorElsewhere = Officers.Auditor with { Id = Guid.NewGuid(), Region = "320412114" };

    [Fact]
    public async Task The_story_of_a_household_reads_in_order_one_Chinese_sentence_for_each_event()
    {
        var audit = await place.ServiceAsync();
        var household = new AHousehold();
        await TellAllAsync(audit, household);
        await audit.TellAsync(new AHousehold().Registered()); // somebody else's

        var story = await audit.GetAsync($"households/{household.Id}/story");

        Assert.Equal(household.Id, story.GetProperty("household").GetGuid());
        Assert.Equal(
            [
                "识别程序：区级公告，此后状态为「已公告」",
                "2016-03-21 建档立卡登记，家庭人口 0 人（户情第 1 版）",
                "民政局 拟发 2016-03 救助（第 1 版）：1 项，合计 1,400.00 元",
                "2016-03 叠加计算（第 1 次）：1 项，核定合计 900.00 元，核减合计 500.00 元",
                "民政局 核准 2016-03 救助 1 项，合计 900.00 元，经两人审批",
                "2016-12-31 退出，政策保留至 2018-12-31",
            ],
            Lines(story).Select(line => line.GetProperty("text").GetString()));
        var sequences = Lines(story).Select(line => line.GetProperty("sequence").GetInt64()).ToList();
        Assert.Equal(sequences.Order(), sequences);
        Assert.Equal(household.Officer, Lines(story)[0].GetProperty("officerId").GetGuid());
    }

    [Fact]
    public async Task A_long_story_is_read_page_by_page()
    {
        var audit = await place.ServiceAsync();
        var household = new AHousehold();
        await TellAllAsync(audit, household);

        var first = await audit.GetAsync($"households/{household.Id}/story?size=4");
        var second = await audit.GetAsync($"households/{household.Id}/story?size=4&after={first.GetProperty("after").GetInt64()}");

        Assert.Equal(4, Lines(first).Count);
        Assert.Equal(2, Lines(second).Count);
        Assert.Equal(JsonValueKind.Null, second.GetProperty("after").ValueKind);
        await RefusesAsync(audit, Officers.Auditor, $"households/{household.Id}/story?size=0", HttpStatusCode.BadRequest, "AUD-0002");
    }

    [Fact]
    public async Task An_auditor_of_another_region_meets_the_same_answer_as_for_a_missing_household()
    {
        var audit = await place.ServiceAsync();
        var household = new AHousehold();
        await TellAllAsync(audit, household);

        Assert.Equal(6, Lines(await audit.GetAsync($"households/{household.Id}/story", AuditorOfTheTown)).Count);
        var outside = await RefusesAsync(audit, AuditorElsewhere, $"households/{household.Id}/story", HttpStatusCode.NotFound, "AUD-0001");
        var missing = await RefusesAsync(audit, AuditorElsewhere, $"households/{Guid.NewGuid()}/story", HttpStatusCode.NotFound, "AUD-0001");

        Assert.Equal(missing, outside);
        Assert.DoesNotContain(await audit.TrailAsync(AuditorElsewhere), entry => entry.GetProperty("householdId").GetString() == household.Id.ToString());
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("events")]
    [InlineData("households/3a0f5c84-3a43-4d5b-8a43-6f2d8e8f1c11/story")]
    public async Task Nobody_reads_without_a_token_or_without_the_function(string path)
    {
        var audit = await place.ServiceAsync();

        await RefusesAsync(audit, null, path, HttpStatusCode.Unauthorized, "SYS-0401");
        await RefusesAsync(audit, Officers.District, path, HttpStatusCode.Forbidden, "SYS-0403");
        await RefusesAsync(audit, Officers.Of("education-aid"), path, HttpStatusCode.Forbidden, "SYS-0403");
    }

    private static async Task TellAllAsync(Audit audit, AHousehold household)
    {
        await audit.TellAsync(household.Announced());
        await audit.TellAsync(household.Registered());
        await audit.TellAsync(household.Proposed("social-assistance", yuan: 1400));
        await audit.TellAsync(household.Stacked("social-assistance", proposed: 1400, granted: 900));
        await audit.TellAsync(household.Approved("social-assistance", yuan: 900));
        await audit.TellAsync(household.Exited());
    }

    private static IReadOnlyList<JsonElement> Lines(JsonElement story) => [.. story.GetProperty("entries").EnumerateArray()];

    /// <summary>The refusal's body without the trace number, which is another one at each request.</summary>
    private static async Task<string> RefusesAsync(Audit audit, TestOfficer? officer, string path, HttpStatusCode status, string code)
    {
        var answer = await audit.TryGetAsync(officer, path);
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject();
        Assert.Equal((status, code), (answer.StatusCode, body["code"]!.GetValue<string>()));
        body.Remove("traceId");
        return body.ToJsonString();
    }
}

public sealed class ReadingAStoryOnSqlite(OnSqlite place) : ReadingAStory(place);

public sealed class ReadingAStoryOnSqlServer(OnSqlServer place) : ReadingAStory(place);
