using Fupin.Contracts.Registration;
using Fupin.Testing;

namespace Fupin.Registration.Tests.Identification;

public sealed class FromApplicationToRegister(IdentificationService registration) : IClassFixture<IdentificationService>
{
    private const string Village = "320412110207";

    [Fact]
    public async Task A_batch_walks_from_its_meeting_to_the_register_and_everybody_hears_of_it()
    {
        var batch = await registration.ABatch(Village, 6_000, 7_000, 12_000);
        Assert.Equal(200, (await registration.Meet(batch)).Status);
        Assert.Equal(200, (await registration.Step(Officers.Village, batch, "first-notice", new { place = "村务公开栏" })).Status);

        var early = await registration.Step(Officers.Village, batch, "close-first-notice");
        Assert.Equal((409, "REG-0211", "公示期未满，还差 7 天"), (early.Status, early.Code, early.Text));
        registration.DaysPass(7);
        Assert.Equal(1, (await registration.Step(Officers.Village, batch, "close-first-notice")).Count("sample"));

        Assert.Equal("REG-0214", (await registration.Step(Officers.Town, batch, "town-review")).Code);
        Assert.Equal(200, (await registration.Visit(Officers.Town, batch, "town-review", "inTownSample")).Status);
        Assert.Equal(200, (await registration.Step(Officers.Town, batch, "second-notice")).Status);
        registration.DaysPass(7);
        Assert.Equal(200, (await registration.Step(Officers.Town, batch, "close-second-notice")).Status);
        Assert.Equal(200, (await registration.Visit(Officers.District, batch, "district-check", "inDistrictSample")).Status);
        Assert.Equal(200, (await registration.Step(Officers.District, batch, "announce")).Status);

        var register = await registration.Step(Officers.District, batch, "register");
        Assert.Equal((200, 2), (register.Status, register.Count("moved")));
        var held = Assert.Single(register.Json.GetProperty("held").EnumerateArray());
        Assert.Equal("人均可支配收入 12,000.00 元，不低于 10,000.00 元，不能登记", held.GetProperty("text").GetString());

        var again = await registration.Step(Officers.District, batch, "register");
        Assert.Equal((409, "REG-0217"), (again.Status, again.Code));

        foreach (var moved in register.Json.GetProperty("moved").EnumerateArray())
        {
            var caseId = moved.GetProperty("caseId").GetGuid();
            var told = await registration.Conversation.Published<IdentificationStepTaken>(one => one.CaseId == caseId && one.Step == "register");
            Assert.Equal(("registered", Officers.District.Id), (told.State, told.OfficerId));
            await registration.Conversation.Published<HouseholdRegistered>(one => one.HouseholdId == told.HouseholdId);
        }
    }

    [Fact]
    public async Task Two_officers_who_take_the_same_step_at_once_take_it_once()
    {
        var batch = await registration.ABatch(Village, 6_000, 7_000);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => registration.Meet(batch)));
        Assert.Single(answers, answer => answer.Status == 200);
        Assert.All(answers.Where(answer => answer.Status != 200), answer => Assert.Equal(409, answer.Status));
        Assert.Equal(1, (await registration.Get(Officers.Village, $"batches/{batch}")).Count("meetings"));
    }

    [Fact]
    public async Task A_batch_of_another_village_answers_as_if_there_were_none()
    {
        var batch = await registration.ABatch(Village, 6_000);
        var foreign = await registration.Get(Officers.VillageOther, $"batches/{batch}");
        var missing = await registration.Get(Officers.VillageOther, $"batches/{Guid.CreateVersion7()}");
        Assert.Equal((404, "REG-0201", missing.Text), (foreign.Status, foreign.Code, foreign.Text));
        Assert.Equal(404, (await registration.Step(Officers.VillageOther, batch, "review-meeting", new { roster = 30, present = 24 })).Status);
        Assert.Equal("REG-0203", (await registration.Get(Officers.VillageOther, $"villages/{Village}/batches")).Code);
        Assert.Equal("REG-0203", (await registration.Get(Officers.District, "villages/320412110999/batches")).Code);
    }

    [Fact]
    public async Task A_step_of_another_level_is_forbidden_and_nobody_is_nobody()
    {
        var batch = await registration.ABatch(Village, 6_000);
        Assert.Equal(403, (await registration.Step(Officers.Village, batch, "town-review")).Status);
        Assert.Equal(403, (await registration.Step(Officers.Town, batch, "announce")).Status);
        Assert.Equal(403, (await registration.Step(Officers.Auditor, batch, "review-meeting")).Status);
        Assert.Equal(401, (await registration.Post(null, $"batches/{batch}/review-meeting", new { })).Status);
    }

    [Fact]
    public async Task Who_held_the_meeting_cannot_review_the_batch()
    {
        var batch = await registration.ABatch(Village, 6_000);
        await registration.Step(Officers.Town, batch, "review-meeting", new { roster = 30, present = 24 });
        await registration.Step(Officers.Town, batch, "first-notice");
        registration.DaysPass(7);
        await registration.Step(Officers.Town, batch, "close-first-notice");
        var refused = await registration.Visit(Officers.Town, batch, "town-review", "inTownSample");
        Assert.Equal((409, "同一人不得既录入又审核"), (refused.Status, refused.Text));
        Assert.Equal(200, (await registration.Visit(Officers.Town2, batch, "town-review", "inTownSample")).Status);
    }

    [Fact]
    public async Task The_notice_shows_four_columns_and_a_masked_name()
    {
        var batch = await registration.ABatch(Village, 6_000);
        await registration.Meet(batch);
        await registration.Step(Officers.Village, batch, "first-notice", new { place = "村务公开栏" });
        var row = Assert.Single((await registration.Get(Officers.Village, $"batches/{batch}/notice")).Json.GetProperty("rows").EnumerateArray());
        Assert.Equal(["number", "group", "head", "members"], row.EnumerateObject().Select(column => column.Name));
        Assert.Equal("王*国", row.GetProperty("head").GetString());
    }

    [Fact]
    public async Task My_work_names_the_step_that_waits_and_the_days_that_are_left()
    {
        var batch = await registration.ABatch(Village, 6_000, 7_000);
        await registration.Meet(batch);
        await registration.Step(Officers.Village, batch, "first-notice");
        registration.DaysPass(3);
        var waiting = (await registration.Get(Officers.Village, "work")).Json.GetProperty("steps").EnumerateArray()
            .Single(step => step.GetProperty("step").GetString() == "close-first-notice")
            .GetProperty("first").EnumerateArray().Single(one => one.GetProperty("id").GetGuid() == batch);
        Assert.Equal((2, 4), (waiting.GetProperty("cases").GetInt32(), waiting.GetProperty("daysLeft").GetInt32()));
        Assert.DoesNotContain(
            (await registration.Get(Officers.VillageOther, "work")).Json.GetProperty("steps").EnumerateArray(),
            step => step.GetProperty("first").EnumerateArray().Any(one => one.GetProperty("id").GetGuid() == batch));
    }
}
