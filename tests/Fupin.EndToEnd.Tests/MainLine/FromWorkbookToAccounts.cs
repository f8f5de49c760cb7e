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

    [Fact]
    public async Task A_what_if_of_the_present_rules_is_the_present_state_to_the_fen()
    {
        using var district = await village.Platform.AsAsync("dev-district");
        await Eventually.Holds(async () =>
        {
            var result = await TryAsync(district, new { month = village.Month, division = RegisteredVillage.Code });
            Assert.Equal(village.Households.Count, result.GetProperty("households").GetInt32());
            Assert.Equal(await GrantedAsync(), SumsOf(result, "now"));
            Assert.Equal(SumsOf(result, "now"), SumsOf(result, "then"));
        });
    }

    [Fact]
    public async Task A_what_if_of_a_higher_standard_says_who_wins_and_touches_nothing()
    {
        using var district = await village.Platform.AsAsync("dev-district");
        var drafted = new { department = "social-assistance", name = "B1.standard", value = "900", from = $"{village.Month}-01" };

        var result = await TryAsync(district, new { month = village.Month, division = RegisteredVillage.Code, parameters = new[] { drafted } });

        Assert.True(SumsOf(result, "then")["B1"] > SumsOf(result, "now")["B1"]);
        Assert.True(result.GetProperty("winners").GetInt32() > 0);
        Assert.DoesNotContain(
            (await district.GetAsync("api/social-assistance/parameters")).EnumerateArray(),
            row => row.GetProperty("name").GetString() == "B1.standard" && row.GetProperty("value").GetString() == "900");
        var unknown = await district.TryAsync("api/registration/what-if", new { month = village.Month, parameters = new[] { drafted with { name = "B1.unknown" } } });
        Assert.Equal(HttpStatusCode.BadRequest, unknown.Status);
        Assert.Contains("第 1 项", unknown.Said.GetProperty("title").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Anybody_learns_what_a_household_would_get_from_all_departments_and_why()
    {
        using var nobody = await Machine.SignInAsync(village.Platform.Address, null);
        var (status, said) = await nobody.TryAsync("api/public/entitlement-check", new
        {
            attribute = "minimumLivingAllowance",
            members = new object[]
            {
                new { age = 66, sex = "male", health = new[] { "disabled" }, disabilityType = "limbs", disabilityLevel = 1, wage = 0 },
                new { age = 17, sex = "female", student = "seniorHigh2", wage = 0 },
            },
        });

        Assert.Equal(HttpStatusCode.OK, status);
        var aids = said.GetProperty("aids").EnumerateArray().ToList();
        Assert.Contains(aids, aid => Is(aid, "B1") && Fen(aid, "granted") > 0);
        Assert.Contains(aids, aid => aid.GetProperty("department").GetString() == "social-assistance" && Is(aid, "B5"));
        Assert.All(aids, aid => Assert.NotEmpty(aid.GetProperty("trace").EnumerateArray()));
        Assert.Contains(said.GetProperty("notGivenAids").EnumerateArray(), not => Is(not, "J4") && not.GetProperty("reasons").GetArrayLength() > 0);
        Assert.Equal(HttpStatusCode.BadRequest, (await nobody.TryAsync("api/public/entitlement-check", new { members = Array.Empty<object>() })).Status);
    }

    [Fact]
    public async Task Every_figure_has_a_page_that_says_why()
    {
        using var officer = await village.Platform.AsAsync("dev-village-other");
        var item = (await village.AccountsAsync()).SelectMany(ItemsOf).First(item => Is(item, "B1") && Fen(item, "granted") > 0);

        var why = await officer.GetAsync($"api/social-assistance/items/{item.GetProperty("id").GetString()}/why");

        Assert.NotEmpty(why.GetProperty("inputs").EnumerateArray());
        Assert.Contains(why.GetProperty("parameters").EnumerateArray(), row => row.GetProperty("name").GetString() == "B1.standard" && row.GetProperty("basis").GetString()!.Length > 0);
        Assert.NotEmpty(why.GetProperty("wouldChange").EnumerateArray());
    }

    private static async Task<JsonElement> TryAsync(Machine district, object plan)
    {
        var (status, said) = await district.TryAsync("api/registration/what-if", plan);
        Assert.Equal(HttpStatusCode.Accepted, status);
        JsonElement result = default;
        await Eventually.Holds(async () =>
        {
            var run = await district.GetAsync($"api/registration/what-if/{said.GetProperty("id").GetString()}");
            Assert.Equal("done", run.GetProperty("state").GetString());
            result = run.GetProperty("result");
        });
        return result;
    }

    private async Task<SortedDictionary<string, long>> GrantedAsync() => new((await village.AccountsAsync())
        .SelectMany(ItemsOf)
        .GroupBy(item => item.GetProperty("policy").GetString()!)
        .ToDictionary(policy => policy.Key, policy => policy.Sum(item => Fen(item, "granted")))
        .Where(policy => policy.Value > 0).ToDictionary());

    private static SortedDictionary<string, long> SumsOf(JsonElement result, string side) => new(result.GetProperty("policies").EnumerateArray()
        .Where(row => Fen(row, side) > 0)
        .ToDictionary(row => row.GetProperty("policy").GetString()!, row => Fen(row, side)));

    // A disabled person who lives on an allowance alone (B2) comes back into the family's with work: that is another case.
    private async Task<Dictionary<string, long>> RecipientsAsync() =>
        (await village.AccountsAsync())
            .Where(account => !ItemsOf(account).Any(item => Is(item, "B2")))
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
