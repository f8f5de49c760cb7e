using System.Text.Json;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;
using Fupin.Registration.Tests.Accounts;
using Fupin.Testing;

namespace Fupin.Registration.Tests.Contradictions;

/// <summary>What two departments say of a person and cannot both be is a work item with an owner and a day; it goes by itself when it is corrected.</summary>
public sealed class StatesThatCannotBoth(AccountService registration) : IClassFixture<AccountService>
{
    private static readonly DateOnly March = new(2016, 3, 1);

    [Fact]
    public async Task At_school_in_one_and_working_full_time_in_another_is_opened_and_goes_when_corrected()
    {
        var (id, member) = Somebody();
        await TellAsync(id, member, "education-aid", "r1", PersonState.AtSchool, March, new DateOnly(2016, 6, 30), 1);
        await TellAsync(id, member, "employment", "p1", PersonState.WorkingFullTime, new DateOnly(2016, 5, 1), null, 1);
        var row = await OpenAsync(id);
        Assert.Equal(("SCHOOL-WORK", "employment", registration.Today.AddDays(15).ToString("yyyy-MM-dd")), (Text(row, "kind"), Text(row, "owner"), Text(row, "dueOn")));

        await TellAsync(id, member, "employment", "p1", PersonState.WorkingFullTime, new DateOnly(2016, 7, 1), null, 2);
        Assert.Equal("gone", Text(await ClosedAsync(id), "outcome"));

        await TellAsync(id, member, "employment", "p1", PersonState.WorkingFullTime, new DateOnly(2016, 6, 1), null, 3);
        await OpenAsync(id);
        await TellAsync(id, member, "employment", "p1", PersonState.WorkingFullTime, new DateOnly(2016, 6, 1), null, 3, withdrawn: true); // not newer: nothing changes
        await TellAsync(id, member, "employment", "p1", PersonState.WorkingFullTime, new DateOnly(2016, 6, 1), null, 4, withdrawn: true);
        await ClosedAsync(id);
    }

    [Fact]
    public async Task Its_owner_or_the_office_replies_and_closes_with_a_reason_and_it_stays_closed()
    {
        var (id, member) = Somebody();
        await TellAsync(id, member, "registration", "d1", PersonState.Dead, March, null, 1);
        await TellAsync(id, member, "education-aid", "r1", PersonState.AtSchool, March, new DateOnly(2016, 6, 30), 1);
        var row = (await OpenAsync(id)).GetProperty("id").GetGuid();
        var path = $"contradictions/{row}";
        Assert.Equal("REG-0504", (await registration.PostAsync(Officers.Of("employment"), $"{path}/reply", new { text = "与我无关" })).Code);
        Assert.Equal("REG-0503", (await registration.PostAsync(Officers.Of("education-aid"), $"{path}/reply", new { text = "" })).Code);
        Assert.Equal(204, (await registration.PostAsync(Officers.Of("education-aid"), $"{path}/reply", new { text = "正与学校核实" })).Status);
        Assert.Equal("正与学校核实", Text(await OpenAsync(id), "reply"));
        Assert.Equal("REG-0505", (await registration.PostAsync(Officers.Town, $"{path}/close", new { outcome = "gone", reason = "已核实" })).Code);
        Assert.Equal("REG-0503", (await registration.PostAsync(Officers.Town, $"{path}/close", new { outcome = "bothRight", reason = " " })).Code);
        Assert.Equal(204, (await registration.PostAsync(Officers.Town, $"{path}/close", new { outcome = "bothRight", reason = "同名误报，已核实" })).Status);
        Assert.Equal("REG-0502", (await registration.PostAsync(Officers.Town, $"{path}/close", new { outcome = "bothRight", reason = "再办" })).Code);
        Assert.Equal("REG-0501", (await registration.PostAsync(Officers.TownOther, $"{path}/close", new { outcome = "bothRight", reason = "再办" })).Code);

        await TellAsync(id, member, "education-aid", "r1", PersonState.AtSchool, March, new DateOnly(2016, 7, 10), 2);
        await TellAsync(id, member, "medical-aid", "h1", PersonState.Dead, new DateOnly(2016, 3, 4), null, 1);
        Assert.Equal("DEAD-DATES", Text(await OpenAsync(id, "DEAD-DATES"), "kind")); // the dates of death differ; what an officer closed is not opened again
        Assert.Equal("bothRight", Text(await ClosedAsync(id, "DEAD-SCHOOL"), "outcome"));
    }

    [Fact]
    public async Task Aid_approved_for_months_after_a_death_is_opened_whichever_is_told_first()
    {
        foreach (var deathFirst in new[] { true, false })
        {
            var (id, member) = Somebody();
            var month = new AidMonth(2016, 3);
            var item = AccountService.Item("B5", 100, member);
            var before = new DateOnly(2016, 2, 10);
            await registration.ProposeAsync("social-assistance", id, 1, item);
            if (deathFirst) await TellAsync(id, member, "registration", "d1", PersonState.Dead, before, null, 1);
            await registration.Conversation.TellAsync(new AidApproved(
                Guid.NewGuid(), id, "social-assistance", month, [new ApprovedItem(item.ItemId, "B5", member, "2016-03", AidNature.Cash, Money.FromYuan(100))],
                Guid.NewGuid(), Guid.NewGuid(), DateTime.UtcNow));
            if (!deathFirst) await TellAsync(id, member, "registration", "d1", PersonState.Dead, before, null, 1);
            Assert.Equal("social-assistance", Text(await OpenAsync(id, "DEAD-AIDED"), "owner"));
        }
    }

    private (Guid Household, Guid Member) Somebody()
    {
        var household = registration.AHousehold();
        return (household.Id, household.Head.Id);
    }

    private async Task TellAsync(
        Guid id, Guid member, string department, string source, PersonState state, DateOnly from, DateOnly? to, int revision, bool withdrawn = false) =>
        await registration.Conversation.TellAsync(new PersonStateTold(id, member, department, $"{source}:{member:N}", state, from, to, withdrawn, revision));

    private Task<JsonElement> OpenAsync(Guid id, string? kind = null) => FindAsync(id, closed: false, kind);

    private Task<JsonElement> ClosedAsync(Guid id, string? kind = null) => FindAsync(id, closed: true, kind);

    private async Task<JsonElement> FindAsync(Guid id, bool closed, string? kind)
    {
        JsonElement? found = null;
        await Eventually.IsTrue(async () =>
        {
            var rows = (await registration.GetAsync(Officers.Village, $"contradictions?household={id}&closed={(closed ? "true" : "false")}")).Json.GetProperty("items").EnumerateArray();
            found = rows.Cast<JsonElement?>().FirstOrDefault(row => kind is null || Text(row!.Value, "kind") == kind);
            return found is not null;
        });
        return found!.Value;
    }

    private static string? Text(JsonElement row, string field) => row.GetProperty(field).GetString();
}
