using System.Net;
using System.Text.Json.Nodes;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;
using Fupin.Testing;

namespace Fupin.EducationAid.Tests.Records;

/// <summary>What every kind of records does, shown on school records: entered, corrected, imported, and put to somebody by hand.</summary>
public sealed class KeepingSchoolRecords(EducationAidService service) : IClassFixture<EducationAidService>
{
    private const string Title = "学籍";
    private static readonly string[] Headers = ["证件号码", "姓名", "行政村代码", "学期", "学校", "学段", "实际学费", "是否寄宿", "在读情况", "失学或辍学原因"];
    private static int serial;

    private readonly Guid household = Guid.NewGuid();
    private readonly Guid pupil = Guid.NewGuid();
    private readonly string number = NewNumber();

    [Fact]
    public async Task A_record_is_entered_and_the_same_key_corrects_it_and_aid_follows_in_the_same_save()
    {
        await RegisterAsync();
        var entered = await EnterAsync(new { householdId = household, memberId = pupil, term = "2016-S1", school = "雪堰中学", tuition = 60_000, isBoarding = true });
        Assert.Equal(HttpStatusCode.Created, entered.Status);
        Assert.Equal(Money.FromYuan(600), (await service.ProposedAsync(household, 2)).Items.Single(item => item.Policy == "E4").Amount);

        var corrected = await EnterAsync(new { householdId = household, memberId = pupil, term = "2016-S1", school = "雪堰高级中学", tuition = 70_000, enrolment = "enrolled", stage = "seniorHigh2" });
        Assert.Equal((string?)entered.Body!["id"], (string?)corrected.Body!["id"]);
        Assert.Equal(Money.FromYuan(700), (await service.ProposedAsync(household, 3)).Items.Single(item => item.Policy == "E4").Amount);

        var kept = Assert.Single(await RecordsAsync());
        Assert.Equal(("雪堰高级中学", 70_000L, "seniorHigh2", "enrolled"), ((string?)kept["school"], (long)kept["tuition"]!, (string?)kept["stage"], (string?)kept["enrolment"]));
        Assert.Null(kept["isBoarding"]);
    }

    [Fact]
    public async Task An_ID_number_names_the_person_instead_and_is_not_kept()
    {
        await RegisterAsync();
        service.Register.Put(number, household, pupil, "吴小明");
        var entered = await EnterAsync(new { idNumber = number, term = "2016-S1", school = "雪堰中学", tuition = 0 });
        Assert.Equal(HttpStatusCode.Created, entered.Status);
        Assert.Equal(pupil, (Guid)Assert.Single(await RecordsAsync())["memberId"]!);
        Assert.Contains(service.Register.Questions, question => question is { Purpose: "match-records", Case: "school-records" });
        Assert.Contains(await DataRequestsAsync(), line => (string?)line["purpose"] == "match-records");
    }

    [Theory]
    [InlineData("{}", "AID-0062", "请写明是哪一户的哪个人，或只写证件号码")]
    [InlineData("""{"idNumber":"320412200403150019","tuition":0}""", "AID-0060", "证件号码校验位不正确，请核对末位")]
    [InlineData("""{"enrolment":"away"}""", "AID-0060", "在读情况不在代码表中，请从下拉选项中选择")]
    [InlineData("""{"enrolment":"辍学"}""", "EDU-0005", "辍学的请填写原因")]
    [InlineData("""{"tuition":"12"}""", "EDU-0002", "学费应在 0 到 100000 元之间")]
    public async Task What_is_wrong_is_refused_with_a_sentence_that_names_it(string changes, string code, string text)
    {
        await RegisterAsync();
        var body = JsonNode.Parse("""{"term":"2016-S1","school":"雪堰中学","tuition":0}""")!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(changes)!.AsObject()) body[name] = value?.DeepClone();
        if (changes.Contains("enrolment", StringComparison.Ordinal)) (body["householdId"], body["memberId"]) = (household, pupil);
        var answer = await EnterAsync(body);
        Assert.Equal((HttpStatusCode.BadRequest, code, text), (answer.Status, (string?)answer.Body!["code"], (string?)answer.Body["title"]));
        Assert.Empty(await RecordsAsync());
    }

    [Fact]
    public async Task A_household_or_member_that_is_not_there_or_lies_elsewhere_is_as_if_missing()
    {
        await RegisterAsync();
        var body = new { householdId = household, memberId = pupil, term = "2016-S1", school = "雪堰中学", tuition = 0 };
        Assert.Equal("AID-0041", (string?)(await EnterAsync(body, EducationAidService.Elsewhere)).Body!["code"]);
        Assert.Equal("AID-0041", (string?)(await EnterAsync(body with { householdId = Guid.NewGuid() })).Body!["code"]);
        Assert.Equal("AID-0061", (string?)(await EnterAsync(body with { memberId = Guid.NewGuid() })).Body!["code"]);
        await EnterAsync(body);
        Assert.Empty((await service.GetAsync(EducationAidService.Elsewhere, $"/school-records?household={household}")).Body!["items"]!.AsArray());
    }

    [Fact]
    public async Task The_kind_describes_itself_and_its_template_can_be_filled_in()
    {
        var (_, described) = await service.GetAsync(EducationAidService.First, "/school-records/columns");
        Assert.Equal((Title, "person"), ((string?)described!["title"], (string?)described["subject"]));
        Assert.Equal(
            [
                ("term", "text", true), ("school", "text", true), ("kind", "code", false), ("stage", "code", false), ("grade", "number", false), ("major", "code", false), ("isFullTime", "yesNo", false),
                ("tuition", "yuan", true), ("isBoarding", "yesNo", false), ("isOrphan", "yesNo", false), ("enrolment", "code", false), ("reason", "text", false),
            ],
            described["columns"]!.AsArray().Select(column => ((string?)column!["name"], (string?)column["type"], (bool)column["required"]!)));
        Assert.Equal("AID-0079", (string?)(await service.UploadAsync("school-records", await service.DownloadAsync("school-records/template"))).Body!["code"]);
    }

    [Fact]
    public async Task A_workbook_comes_back_with_its_faulty_cells_marked_and_the_right_rows_are_taken_at_the_officers_word()
    {
        await RegisterAsync();
        service.Register.Put(number, household, pupil, "吴小明");
        var content = AWorkbook.Of(
            Title, Headers,
            [number, "吴小明", "", "2016-S1", "雪堰中学", "高中一年级", "650.5", "是", "在读", ""],
            [number, "吴小明", "", "2016-S2", "雪堰中学", "高中一年级", "650.505", "是", "在读", ""],
            [number, "吴小明", "", "2015-S1", "雪堰中学", "高中九年级", "1", "有时", "辍学", ""],
            [number, "吴小明", "", "2016-S1", "雪堰中学", "", "1", "", "", ""],
            ["3204121", "", "", "2016-S1", "", "", "1", "", "", ""]);

        var checkedOnly = await ImportAsync(content, commit: false);
        Assert.Equal(("waiting", 5, 1, 4, 0), Counts(checkedOnly));
        Assert.Equal(
            [(3, "实际学费", "EDU-0002"), (4, "学段", "CODE"), (4, "是否寄宿", "YESNO"), (5, "学期", "TWICE"), (6, "学校", "EDU-0004"), (6, "证件号码", "V01")],
            checkedOnly["findings"]!.AsArray().Select(finding => ((int)finding!["row"]!, (string?)finding["header"], (string?)finding["check"])).Order());
        Assert.Empty(await RecordsAsync());

        var marked = AWorkbook.Read(await service.DownloadAsync($"school-records/imports/{checkedOnly["id"]}/workbook"), Title);
        Assert.Equal(5, marked.Count);
        Assert.StartsWith("EDU-0002 学费应在", marked[1]["校验结果"], StringComparison.Ordinal);
        Assert.Equal("", marked[0]["校验结果"]);

        var (accepted, _) = await service.PostAsync(EducationAidService.First, $"/school-records/imports/{checkedOnly["id"]}/commit", new { });
        Assert.Equal(HttpStatusCode.Accepted, accepted);
        await FinishedAsync(checkedOnly["id"]!);
        Assert.Equal(65_050L, (long)Assert.Single(await RecordsAsync())["tuition"]!);
        Assert.Equal(Money.FromYuan(650.5m), (await service.ProposedAsync(household, 2)).Items.Single(item => item.Policy == "E4").Amount);
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        await RegisterAsync();
        service.Register.Put(number, household, pupil, "吴小明");
        var content = AWorkbook.Of(Title, Headers, [number, "", "", "2016-S1", "雪堰中学", "", "300", "", "", ""], [NewNumber(), "", "", "2016-S1", "雪堰中学", "", "300", "", "", ""]);
        Assert.Equal(("done", 2, 1, 0, 1), Counts(await ImportAsync(content)));
        await service.ProposedAsync(household, 2);
        var waiting = (await UnmatchedAsync()).Count;

        var again = await ImportAsync(content);
        Assert.Equal((0, 1), ((int)again["accepted"]!, (int)again["alreadyThere"]!));
        Assert.Equal(waiting, (await UnmatchedAsync()).Count);
        Assert.Single(await RecordsAsync());
        Assert.Equal(2, service.Talk.Heard<AidProposed>(set => set.HouseholdId == household).Max(set => set.Revision));
    }

    [Fact]
    public async Task A_row_about_nobody_waits_with_suggestions_until_an_officer_puts_it_to_somebody()
    {
        await RegisterAsync();
        var name = $"周{serial}";
        service.Register.Put(number, household, pupil, name);
        var stranger = NewNumber();
        var content = AWorkbook.Of(Title, Headers, [stranger, name, "320412110207", "2016-S1", "雪堰中学", "", "300", "", "", ""]);
        Assert.Equal(("done", 1, 0, 0, 1), Counts(await ImportAsync(content)));

        var row = Assert.Single(await UnmatchedAsync(), row => (string?)row["name"] == name);
        Assert.Equal(("unknown", "雪堰中学", $"{stranger[..6]}******{stranger[^2..]}"), ((string?)row["reason"], (string?)row["record"]!["school"], (string?)row["idNumber"]));
        var suggested = Assert.Single(row["suggestions"]!.AsArray())!;
        Assert.Equal((household, pupil, "name"), ((Guid)suggested["householdId"]!, (Guid)suggested["memberId"]!, (string?)suggested["likeness"]));

        var match = new { householdId = household, memberId = pupil };
        Assert.Equal("AID-0065", (string?)(await service.PostAsync(EducationAidService.Elsewhere, $"/unmatched/{row["id"]}/match", match)).Body!["code"]);
        Assert.Equal(HttpStatusCode.NoContent, (await service.PostAsync(EducationAidService.First, $"/unmatched/{row["id"]}/match", match)).Status);
        Assert.Equal("AID-0066", (string?)(await service.PostAsync(EducationAidService.First, $"/unmatched/{row["id"]}/match", match)).Body!["code"]);
        Assert.Single(await RecordsAsync());
        Assert.Equal(Money.FromYuan(300), (await service.ProposedAsync(household, 2)).Items.Single(item => item.Policy == "E4").Amount);

        // The same row again is put to the same person.
        Assert.Equal((0, 1), (await ImportAsync(content)) is var again ? ((int)again["unmatched"]!, (int)again["alreadyThere"]!) : default);
        Assert.DoesNotContain(await UnmatchedAsync(), one => (string?)one["name"] == name);
    }

    [Fact]
    public async Task A_wrong_check_digit_goes_to_the_work_list_and_can_be_put_aside_with_a_reason()
    {
        var wrong = $"{number[..17]}{(number[17] == '1' ? '2' : '1')}";
        Assert.Equal(("done", 1, 0, 0, 1), Counts(await ImportAsync(AWorkbook.Of(Title, Headers, [wrong, "李四", "", "2016-S1", "雪堰中学", "", "300", "", "", ""]))));
        var row = Assert.Single(await UnmatchedAsync(), row => (string?)row["idNumber"] == $"{wrong[..6]}******{wrong[^2..]}" && (string?)row["reason"] == "wrongNumber");
        Assert.Equal("AID-0024", (string?)(await service.PostAsync(EducationAidService.First, $"/unmatched/{row["id"]}/dismiss", new { reason = " " })).Body!["code"]);
        Assert.Equal(HttpStatusCode.NoContent, (await service.PostAsync(EducationAidService.First, $"/unmatched/{row["id"]}/dismiss", new { reason = "外区学生" })).Status);
        Assert.Contains(await UnmatchedAsync("dismissed"), one => (string?)one["id"] == (string?)row["id"] && (string?)one["why"] == "外区学生");
    }

    [Fact]
    public async Task A_record_of_somebody_not_yet_registered_is_entered_by_itself_when_the_household_is()
    {
        service.Register.Put(number, household, pupil, "吴小明");
        var (status, body) = await EnterAsync(new { idNumber = number, term = "2016-S1", school = "雪堰中学", tuition = 30_000 });
        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.NotNull(body!["unmatchedId"]);

        var set = await RegisterAsync();
        Assert.Equal(Money.FromYuan(300), set.Items.Single(item => item.Policy == "E4").Amount);
        Assert.Single(await RecordsAsync());
        Assert.DoesNotContain(await UnmatchedAsync(), row => (string?)row["id"] == (string?)body["unmatchedId"]);
    }

    [Fact]
    public async Task People_who_were_unknown_are_looked_for_again()
    {
        await RegisterAsync();
        var (_, body) = await EnterAsync(new { idNumber = number, term = "2016-S1", school = "雪堰中学", tuition = 30_000 });
        service.Register.Put(number, household, pupil, "吴小明");
        Assert.Equal(HttpStatusCode.OK, (await service.PostAsync(EducationAidService.First, "/unmatched/try-again", new { })).Status);
        Assert.Equal(300_00L, (long)Assert.Single(await RecordsAsync())["tuition"]!);
        Assert.Equal("matched", (string?)(await service.GetAsync(EducationAidService.First, $"/unmatched/{body!["unmatchedId"]}")).Body!["state"]);
    }

    [Fact]
    public async Task What_is_no_honest_workbook_is_refused_and_nothing_is_kept()
    {
        foreach (var (content, code) in new[]
        {
            (BadWorkbook.WithFormula(Title, Headers), "AID-0074"), (BadWorkbook.ZipBomb(), "AID-0077"), ([1, 2, 3], "AID-0070"),
            (AWorkbook.Of(Title, ["证件号码"], [[number]]), "AID-0072"), (AWorkbook.Of("别的", Headers, [[number]]), "AID-0071"),
        })
        {
            var (status, body) = await service.UploadAsync("school-records", content);
            Assert.Equal(code, (string?)body!["code"]);
            Assert.True(status is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge);
        }
    }

    [Fact]
    public async Task With_registration_away_people_are_not_guessed_at()
    {
        service.Register.IsDown = true;
        try
        {
            var (status, body) = await service.UploadAsync("school-records", AWorkbook.Of(Title, Headers, [number, "", "", "2016-S1", "雪堰中学", "", "300", "", "", ""]));
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "AID-0051"), (status, (string?)body!["code"]));
        }
        finally
        {
            service.Register.IsDown = false;
        }
    }

    private static string NewNumber() => AWorkbook.IdNumber(Interlocked.Increment(ref serial));

    private Task<AidProposed> RegisterAsync() => service.RegisterAsync(
        household,
        EducationAidService.Member(Guid.NewGuid(), 42, Sex.Female, head: true),
        EducationAidService.Member(pupil, 16, student: StudentStatus.SeniorHigh1));

    private Task<(HttpStatusCode Status, JsonNode? Body)> EnterAsync(object body, TestOfficer? officer = null) =>
        service.PostAsync(officer ?? EducationAidService.First, "/school-records", body);

    private async Task<IReadOnlyList<JsonNode>> RecordsAsync() => await ItemsAsync($"/school-records?household={household}");

    private async Task<IReadOnlyList<JsonNode>> UnmatchedAsync(string state = "open") => await ItemsAsync($"/unmatched?state={state}&size=50");

    private async Task<IReadOnlyList<JsonNode>> DataRequestsAsync()
    {
        var (_, body) = await service.GetAsync(EducationAidService.First, $"/data-requests?household={household}");
        return [.. body!.AsArray().Select(line => line!)];
    }

    private async Task<IReadOnlyList<JsonNode>> ItemsAsync(string path) =>
        [.. (await service.GetAsync(EducationAidService.First, path)).Body!["items"]!.AsArray().Select(item => item!)];

    private async Task<JsonNode> ImportAsync(byte[] content, bool commit = true)
    {
        var (status, body) = await service.UploadAsync("school-records", content, commit);
        Assert.Equal(HttpStatusCode.Accepted, status);
        return await FinishedAsync(body!["id"]!);
    }

    private async Task<JsonNode> FinishedAsync(JsonNode id)
    {
        JsonNode? job = null;
        await Eventually.IsTrue(async () =>
        {
            (_, job) = await service.GetAsync(EducationAidService.First, $"/school-records/imports/{id}");
            return (string?)job!["state"] != "checking";
        });
        return job!;
    }

    private static (string? State, int Rows, int Accepted, int Rejected, int Unmatched) Counts(JsonNode job) =>
        ((string?)job["state"], (int)job["rows"]!, (int)job["accepted"]!, (int)job["rejected"]!, (int)job["unmatched"]!);
}
