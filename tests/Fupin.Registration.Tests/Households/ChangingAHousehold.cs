using Fupin.Contracts.Codes;
using Fupin.Contracts.Registration;
using Fupin.Registration.Tests.Accounts;
using Fupin.Testing;

namespace Fupin.Registration.Tests.Households;

/// <summary>What changes in a registered household is told to everybody; what cannot be is refused.</summary>
public sealed class ChangingAHousehold(AccountService registration) : IClassFixture<AccountService>
{
    private readonly SomePeople people = new();

    [Fact]
    public async Task A_person_who_joins_is_told_and_one_who_leaves_too()
    {
        var id = registration.AHousehold().Id;
        var member = await JoinAsync(id, Person("之子", "20080501"));

        var joined = await ChangedAsync(id, facts => facts.Members.Count == 2);
        Assert.Equal(StudentStatus.Primary, joined.Members.Single(one => one.MemberId == member).Student);
        Assert.Equal(204, (await registration.PostAsync(Officers.Village, $"households/{id}/members/{member}/remove")).Status);
        await ChangedAsync(id, facts => facts.Members.Count == 1);
    }

    [Fact]
    public async Task Whoever_is_listed_already_here_or_elsewhere_is_not_entered_twice()
    {
        var (id, other) = (registration.AHousehold().Id, registration.AHousehold().Id);
        var son = Person("之子", "20080502");
        await JoinAsync(id, son);

        Assert.Equal("REG-0002", (await TryJoinAsync(id, son)).Code);
        Assert.Equal("REG-0009", (await TryJoinAsync(other, son)).Code);
        Assert.Equal("REG-0003", (await TryJoinAsync(id, Person("户主", "19700101"))).Code);
        await JoinAsync(id, Person("配偶", "19700102"));
        Assert.Equal("REG-0004", (await TryJoinAsync(id, Person("配偶", "19700103"))).Code);
        Assert.Equal("REG-0001", (await TryJoinAsync(id, Person("之女", "20080503"), Officers.VillageOther)).Code);
    }

    [Theory]
    [InlineData("relation", "邻居", "与户主关系")]
    [InlineData("name", "王", "姓名")]
    [InlineData("idNumber", "320412196001010011", "证件号码")]
    [InlineData("certificate", "32041219600101001144", "残疾证号")]
    public async Task A_person_that_cannot_be_read_is_refused_by_the_field(string field, string value, string named)
    {
        var person = Person("之子", "20080504");
        person[field] = value;

        var answer = await TryJoinAsync(registration.AHousehold().Id, person);

        Assert.Equal((400, "REG-0010", $"成员信息有误：{named}"), (answer.Status, answer.Code, answer.Text));
    }

    [Fact]
    public async Task A_new_head_is_told_and_everybody_says_how_they_stand_to_them()
    {
        var household = registration.AHousehold();
        var (id, head) = (household.Id, household.Head.Id);
        var son = await JoinAsync(id, Person("之子", "19900101"));

        Assert.Equal("REG-0006", (await registration.PostAsync(Officers.Village, $"households/{id}/members/{head}/remove")).Code);
        Assert.Equal("REG-0005", (await registration.PostAsync(Officers.Village, $"households/{id}/members/{Guid.NewGuid()}/remove")).Code);
        Assert.Equal("REG-0005", (await HeadAsync(id, Guid.NewGuid(), [])).Code);
        Assert.Equal("REG-0020", (await HeadAsync(id, son, [])).Code);
        Assert.Equal("REG-0003", (await HeadAsync(id, son, new() { [head] = "户主" })).Code);
        Assert.Equal(204, (await HeadAsync(id, son, new() { [head] = "之父" })).Status);

        var members = (await registration.GetAsync(Officers.Village, $"households/{id}")).Json.GetProperty("members").EnumerateArray()
            .ToDictionary(member => member.GetProperty("id").GetGuid(), member => member.GetProperty("relationName").GetString());
        Assert.Equal(("户主", "之父"), (members[son], members[head]));
        Assert.Equal(204, (await registration.PostAsync(Officers.Village, $"households/{id}/members/{head}/remove")).Status);
        await ChangedAsync(id, facts => facts.Members.Count == 1 && facts.Members[0].MemberId == son);
    }

    [Fact]
    public async Task Its_details_change_and_what_is_left_out_stays()
    {
        var id = registration.AHousehold().Id;
        Assert.Equal(204, (await DetailsAsync(id, new { group = "3组", attribute = "minimumLivingAllowance", mainCause = "illness", phone = "13912345678", bankAccount = "6228480012345678" })).Status);
        Assert.Equal(204, (await DetailsAsync(id, new { group = "4组", attribute = "ordinary", mainCause = "disability", otherCauses = new[] { "illness" } })).Status);

        var dossier = (await registration.GetAsync(Officers.Village, $"households/{id}")).Json;
        Assert.Equal(("4组", "139******78", "****5678"), (dossier.GetProperty("group").GetString(), dossier.GetProperty("phone").GetString(), dossier.GetProperty("bankAccount").GetString()));
        await ChangedAsync(id, facts => facts.Attribute == HouseholdAttribute.MinimumLivingAllowance);
        foreach (var wrong in new object[]
        {
            new { attribute = "ordinary", mainCause = "illness", phone = "139" },
            new { attribute = "ordinary", mainCause = "illness", bankAccount = "62-28" },
            new { attribute = "ordinary", mainCause = "illness", otherCauses = new[] { "illness" } },
        })
        {
            Assert.Equal("REG-0021", (await DetailsAsync(id, wrong)).Code);
        }
    }

    [Fact]
    public async Task A_years_income_is_told_and_an_impossible_one_refused()
    {
        var household = registration.AHousehold();
        var (id, head) = (household.Id, household.Head.Id);
        object Sheet(long wage, int months) => new { wages = new[] { new { memberId = head, months, amount = wage } }, operating = 0, operatingCost = 0, property = 0, transferExpense = 0 };

        Assert.Equal(204, (await IncomeAsync(id, 2015, Sheet(660_000, 6))).Status);
        await ChangedAsync(id, facts => facts.Members[0] is { Wage.Fen: 660_000, WorkMonths: 6 });
        Assert.Equal("REG-0011", (await IncomeAsync(id, 2017, Sheet(1, 1))).Code);
        Assert.Equal("REG-0011", (await IncomeAsync(id, 2015, Sheet(-1, 1))).Code);
        Assert.Equal("REG-0011", (await IncomeAsync(id, 2015, Sheet(1, 13))).Code);
    }

    [Fact]
    public async Task One_that_leaves_keeps_its_aids_for_the_years_of_retention_and_leaves_once()
    {
        var id = registration.AHousehold().Id;

        var left = await registration.PostAsync(Officers.District, $"households/{id}/exit");

        Assert.Equal("2018-03-20", left.Json.GetProperty("retainedUntil").GetString());
        var told = await registration.Conversation.Published<HouseholdExited>(told => told.HouseholdId == id);
        Assert.Equal(new DateOnly(2018, 3, 20), told.RetainedUntil);
        Assert.Equal("REG-0008", (await registration.PostAsync(Officers.District, $"households/{id}/exit")).Code);
    }

    [Fact]
    public async Task A_birthday_that_moves_the_facts_is_told_by_itself_once_by_two_replicas()
    {
        var id = registration.AHousehold().Id;
        var born = registration.Today.AddYears(-16).AddDays(3);
        await JoinAsync(id, Person("之子", born.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture)));
        var before = (await ChangedAsync(id, facts => facts.Members.Count == 2)).Members.Single(member => !member.IsHead);

        registration.DaysPass(4);

        var after = await ChangedAsync(id, facts => facts.Members.Count == 2 && facts.Members.Single(member => !member.IsHead).Age != before.Age);
        Assert.NotEqual(before.Age, after.Members.Single(member => !member.IsHead).Age);
        Assert.Distinct(registration.Conversation.Heard<HouseholdChanged>(told => told.HouseholdId == id).Select(told => told.Revision));
    }

    [Fact]
    public async Task Personal_data_is_shown_so_often_an_hour_and_not_more()
    {
        var id = registration.AHousehold().Id;
        await registration.SetAsync("RevealsPerHour", "2");
        Task<Identification.Answer> Reveal(TestOfficer officer) => registration.PostAsync(officer, $"households/{id}/reveal", new { purpose = "contact", reason = "入户核对" });

        Assert.Equal(200, (await Reveal(Officers.Village)).Status);
        Assert.Equal(200, (await Reveal(Officers.Village)).Status);
        var refused = await Reveal(Officers.Village);
        Assert.Equal((429, "REG-0013"), (refused.Status, refused.Code));
        Assert.Equal(200, (await Reveal(Officers.Village2)).Status);
    }

    private Dictionary<string, object?> Person(string relation, string born) => new()
    {
        ["relation"] = relation,
        ["name"] = "王小明",
        ["idNumber"] = people.AnIdNumber(born),
        ["health"] = new[] { "healthy" },
        ["student"] = "primary",
    };

    private Task<Identification.Answer> TryJoinAsync(Guid id, object person, TestOfficer? officer = null) =>
        registration.PostAsync(officer ?? Officers.Village, $"households/{id}/members", person);

    private async Task<Guid> JoinAsync(Guid id, object person)
    {
        var answer = await TryJoinAsync(id, person);
        Assert.True(answer.Status == 200, answer.Json.ToString());
        return answer.Json.GetProperty("id").GetGuid();
    }

    private Task<Identification.Answer> HeadAsync(Guid id, Guid member, Dictionary<Guid, string> relations) =>
        registration.PostAsync(Officers.Village, $"households/{id}/head", new { memberId = member, relations });

    private Task<Identification.Answer> DetailsAsync(Guid id, object details) => registration.PutAsync(Officers.Village, $"households/{id}/details", details);

    private Task<Identification.Answer> IncomeAsync(Guid id, int year, object sheet) => registration.PutAsync(Officers.Village, $"households/{id}/incomes/{year}", sheet);

    private async Task<HouseholdFacts> ChangedAsync(Guid id, Func<HouseholdFacts, bool> fits) =>
        (await registration.Conversation.Published<HouseholdChanged>(told => told.HouseholdId == id && fits(told.Facts), TimeSpan.FromSeconds(60))).Facts;
}
