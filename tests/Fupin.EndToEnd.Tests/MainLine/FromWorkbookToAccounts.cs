using System.Net;
using System.Text.Json;
using Fupin.Testing;

namespace Fupin.EndToEnd.Tests.MainLine;

/// <summary>The main line through all departments, with two replicas of each and every request doubled: nothing is done twice.</summary>
[Collection(Platform.Name)]
public sealed class FromWorkbookToAccounts(RegisteredVillage village) : IClassFixture<RegisteredVillage>
{
    // What the trail tells of a household once at most: each line names its month and revision.
    private static readonly string[] ToldOnce =
    [
        "registration.household-registered", "registration.identification-step-taken", "registration.aid-stacked", "aid.aid-proposed", "aid.aid-approved",
    ];

    [Fact]
    public void A_step_asked_for_twice_at_once_is_taken_once() =>
        Assert.All(village.Answers, step => Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], step.Value.Order()));

    [Fact]
    public async Task Every_account_adds_up_and_explains_each_figure()
    {
        var items = (await village.AccountsAsync()).SelectMany(ItemsOf).ToList();

        Assert.Superset(
            new HashSet<string?> { "education-aid", "social-assistance" },
            items.Select(item => item.GetProperty("department").GetString()).ToHashSet());
        Assert.All(items, item =>
        {
            var reduced = item.GetProperty("reductions").EnumerateArray().Sum(reduction => reduction.GetProperty("amount").GetInt64());
            Assert.Equal(Fen(item, "proposed"), Fen(item, "granted") + reduced);
            Assert.All(item.GetProperty("reductions").EnumerateArray(), reduction => Assert.NotEmpty(reduction.GetProperty("text").GetString()!));
            Assert.NotEmpty(item.GetProperty("trace").EnumerateArray());
        });
    }

    [Fact]
    public async Task An_exclusive_pair_is_resolved()
    {
        var refused = (await village.AccountsAsync()).SelectMany(ItemsOf)
            .Where(item => item.GetProperty("state").GetString() == "refused")
            .SelectMany(item => item.GetProperty("reductions").EnumerateArray())
            .Where(reduction => reduction.GetProperty("rule").GetString()!.StartsWith('X'));

        Assert.NotEmpty(refused);
        Assert.All(refused, reduction => Assert.NotNull(reduction.GetProperty("because").GetString()));
    }

    [Fact]
    public async Task The_income_of_a_public_post_lowers_the_minimum_living_allowance()
    {
        using var employment = await village.Platform.AsAsync("dev-employment");
        var before = await RecipientsAsync();
        foreach (var (household, _) in before)
        {
            var members = (await employment.GetAsync($"api/registration/households/{household}")).GetProperty("members").EnumerateArray();
            var able = members.FirstOrDefault(member => member.GetProperty("labourAbility").GetString() is "ordinary" or "weak");
            if (able.ValueKind == JsonValueKind.Undefined) continue;
            await employment.DoAsync(
                "api/employment/public-posts",
                new { householdId = household, memberId = able.GetProperty("id").GetString(), title = "村庄保洁", from = $"{village.Month}-01", monthlyPay = 80_000 });
        }

        await Eventually.Holds(async () =>
        {
            var employed = (await village.AccountsAsync()).Where(account => ItemsOf(account).Any(item => Is(item, "J6") && Fen(item, "granted") > 0)).ToList();
            Assert.NotEmpty(employed);
            Assert.All(employed, account =>
                Assert.True(ItemsOf(account).Where(item => Is(item, "B1")).Sum(item => Fen(item, "granted")) < before[account.GetProperty("household").GetString()!]));
        });
    }

    [Fact]
    public async Task Approvals_asked_for_twice_at_once_are_given_once()
    {
        using var first = await village.Platform.AsAsync("dev-education");
        using var second = await village.Platform.AsAsync("dev-education-2");
        var waiting = (await first.GetAsync($"api/education-aid/proposals?month={village.Month}&state=stacked")).GetProperty("items").EnumerateArray()
            .Where(item => village.Households.Contains(item.GetProperty("householdId").GetString()!) && Fen(item, "granted") > 0)
            .Select(item => item.GetProperty("itemId").GetString()).ToList();
        Assert.NotEmpty(waiting);

        var approvals = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => first.TryAsync("api/education-aid/approvals", new { month = village.Month, itemIds = waiting })));
        var approved = Assert.Single(approvals, answer => answer.Status == HttpStatusCode.Created);
        var confirm = $"api/education-aid/approvals/{approved.Said.GetProperty("id").GetString()}/confirm";
        Assert.Equal(HttpStatusCode.Conflict, (await first.TryAsync(confirm, new { })).Status); // four eyes
        var confirmations = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => second.TryAsync(confirm, new { })));
        Assert.Single(confirmations, answer => answer.Status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_trail_is_whole_and_tells_nothing_twice()
    {
        using var audit = await village.Platform.AsAsync("dev-audit");
        foreach (var household in village.Households)
        {
            var lines = (await audit.GetAsync($"api/audit/households/{household}/story")).GetProperty("entries").EnumerateArray()
                .Where(line => ToldOnce.Contains(line.GetProperty("event").GetString())).ToList();
            Assert.Single(lines, line => line.GetProperty("event").GetString() == "registration.household-registered");
            Assert.Equal(village.Answers.Count + 1, lines.Count(line => line.GetProperty("event").GetString() == "registration.identification-step-taken")); // and that it was entered
            Assert.Distinct(lines.Select(line => $"{line.GetProperty("event")} {line.GetProperty("department")} {line.GetProperty("text")}"));
        }

        Assert.True((await audit.GetAsync("api/audit/verify")).GetProperty("whole").GetBoolean());
    }

    [Fact]
    public async Task Only_the_entitled_see_an_account()
    {
        var path = $"api/registration/households/{village.Households[0]}/account";
        using var nobody = await Machine.SignInAsync(village.Platform.Address, null);
        using var foreign = await village.Platform.AsAsync("dev-village");
        using var own = await village.Platform.AsAsync("dev-village-other");

        Assert.Equal(HttpStatusCode.Unauthorized, await nobody.StatusAsync(path));
        Assert.Equal(HttpStatusCode.NotFound, await foreign.StatusAsync(path));
        Assert.Equal(HttpStatusCode.OK, await own.StatusAsync(path));
        Assert.Equal(HttpStatusCode.Forbidden, (await own.TryAsync("api/clock", new { advance = TimeSpan.FromDays(1) })).Status);
    }

    [Fact]
    public async Task A_department_that_is_away_is_named_and_catches_up_by_itself()
    {
        using var officer = await village.Platform.AsAsync("dev-village-other");
        using var medical = await village.Platform.AsAsync("dev-medical");
        var household = village.Households[1];
        string? member;
        using (village.Platform.Freeze("Fupin.MedicalAid.dll"))
        {
            await Eventually.Holds(async () => Assert.Equal("unreachable", DepartmentOf(await village.AccountAsync(household), "medical-aid")));
            Assert.Equal("received", DepartmentOf(await village.AccountAsync(household), "social-assistance"));
            member = (await officer.DoAsync($"api/registration/households/{household}/members", Newborn)).GetProperty("id").GetString();
        }

        await Eventually.Holds(async () => Assert.Equal("received", DepartmentOf(await village.AccountAsync(household), "medical-aid")));
        await Eventually.Holds(async () => Assert.Equal(HttpStatusCode.Created, (await medical.TryAsync("api/medical-aid/settlements", BillOf(household, member))).Status));
    }

    private async Task<Dictionary<string, long>> RecipientsAsync() =>
        (await village.AccountsAsync())
            .Select(account => (Household: account.GetProperty("household").GetString()!, Allowance: ItemsOf(account).Where(item => Is(item, "B1")).Sum(item => Fen(item, "granted"))))
            .Where(recipient => recipient.Allowance > 0)
            .ToDictionary(recipient => recipient.Household, recipient => recipient.Allowance);

    private static object Newborn => new
    {
        relation = "之孙子",
        name = "丁小宝",
        idNumber = "320400201603010011",
        health = new[] { "healthy" },
        labourAbility = "none",
        student = "notAtSchool",
    };

    private object BillOf(string household, string? member) => new
    {
        householdId = household,
        memberId = member,
        hospitalLevel = "first",
        admittedOn = $"{village.Month}-01",
        dischargedOn = $"{village.Month}-02",
        total = 500_000,
        outOfScope = 0,
        invoiceNo = $"E2E-{member}",
    };

    private static IEnumerable<JsonElement> ItemsOf(JsonElement account) => account.GetProperty("items").EnumerateArray();

    private static bool Is(JsonElement item, string policy) => item.GetProperty("policy").GetString() == policy;

    private static long Fen(JsonElement item, string amount) => item.GetProperty(amount).GetInt64();

    private static string? DepartmentOf(JsonElement account, string name) =>
        account.GetProperty("departments").EnumerateArray().Single(department => department.GetProperty("name").GetString() == name).GetProperty("state").GetString();
}
