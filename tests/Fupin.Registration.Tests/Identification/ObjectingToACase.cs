using Fupin.Contracts.Registration;
using Fupin.Testing;

namespace Fupin.Registration.Tests.Identification;

public sealed class ObjectingToACase(IdentificationService registration) : IClassFixture<IdentificationService>
{
    private const string Village = "320412110207";

    [Fact]
    public async Task An_anonymous_objection_blocks_its_case_until_it_is_answered_and_names_nobody()
    {
        var (batch, caseId) = await OnNotice();
        var raised = await registration.Post(Officers.Village, $"cases/{caseId}/objections", new { text = "他家有商铺", name = "李四", anonymous = true });
        Assert.Equal((201, 1), (raised.Status, raised.Json.GetProperty("number").GetInt32()));
        Assert.Null((await registration.Conversation.Published<IdentificationStepTaken>(one => one.CaseId == caseId && one.Step == "objection")).OfficerId);

        registration.DaysPass(7);
        var blocked = await registration.Step(Officers.Village, batch, "close-first-notice");
        Assert.Equal((409, "有 1 件异议未答复，答复后再办理"), (blocked.Status, blocked.Text));

        Assert.Equal(200, (await registration.Post(Officers.Town, $"cases/{caseId}/objections/1/answer", new { upheld = false, text = "已查，不属实" })).Status);
        Assert.Equal("REG-0225", (await registration.Post(Officers.Town, $"cases/{caseId}/objections/1/answer", new { upheld = true, text = "再答" })).Code);
        Assert.Equal(200, (await registration.Step(Officers.Village, batch, "close-first-notice")).Status);

        var shown = await registration.Get(Officers.Village, $"cases/{caseId}");
        var objection = Assert.Single(shown.Json.GetProperty("objections").EnumerateArray());
        Assert.Equal(("他家有商铺", "已查，不属实"), (objection.GetProperty("text").GetString(), objection.GetProperty("answer").GetString()));
        Assert.DoesNotContain("李四", shown.Json.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_objection_that_is_true_takes_the_case_off_the_list()
    {
        var (_, caseId) = await OnNotice();
        await registration.Post(Officers.Village, $"cases/{caseId}/objections", new { text = "他家有两套房", name = "李四", phone = "13800000000" });
        var answer = await registration.Post(Officers.Town, $"cases/{caseId}/objections/1/answer", new { upheld = true, text = "属实" });
        Assert.Equal("notListed", answer.Json.GetProperty("state").GetString());
        var last = (await registration.Get(Officers.Village, $"cases/{caseId}")).Json.GetProperty("steps").EnumerateArray().Last();
        Assert.Equal("第 1 件异议经查属实", last.GetProperty("reason").GetString());
    }

    [Theory]
    [InlineData("", "REG-0226", "请写明异议内容，2000 字以内")]
    [InlineData("  ", "REG-0226", "请写明异议内容，2000 字以内")]
    public async Task An_objection_without_words_is_refused(string text, string code, string sentence)
    {
        var (_, caseId) = await OnNotice();
        var answer = await registration.Post(Officers.Village, $"cases/{caseId}/objections", new { text });
        Assert.Equal((400, code, sentence), (answer.Status, answer.Code, answer.Text));
    }

    [Fact]
    public async Task An_answer_says_whether_and_why()
    {
        var (_, caseId) = await OnNotice();
        await registration.Post(Officers.Village, $"cases/{caseId}/objections", new { text = "不符合条件" });
        Assert.Equal("REG-0227", (await registration.Post(Officers.Town, $"cases/{caseId}/objections/1/answer", new { text = "已查" })).Code);
        Assert.Equal("REG-0227", (await registration.Post(Officers.Town, $"cases/{caseId}/objections/1/answer", new { upheld = false })).Code);
        Assert.Equal("REG-0224", (await registration.Post(Officers.Town, $"cases/{caseId}/objections/2/answer", new { upheld = false, text = "已查" })).Code);
    }

    [Fact]
    public async Task A_case_of_another_village_answers_as_if_there_were_none()
    {
        var (_, caseId) = await OnNotice();
        Assert.Equal("REG-0202", (await registration.Post(Officers.VillageOther, $"cases/{caseId}/objections", new { text = "x" })).Code);
        Assert.Equal("REG-0202", (await registration.Get(Officers.VillageOther, $"cases/{caseId}")).Code);
    }

    private async Task<(Guid Batch, Guid Case)> OnNotice()
    {
        var batch = await registration.ABatch(Village, 6_000);
        await registration.Meet(batch);
        var notice = await registration.Step(Officers.Village, batch, "first-notice");
        return (batch, notice.Json.GetProperty("moved")[0].GetProperty("caseId").GetGuid());
    }
}
