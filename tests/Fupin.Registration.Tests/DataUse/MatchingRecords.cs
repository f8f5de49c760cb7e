using Fupin.Contracts.Registration.Grpc;
using Fupin.Contracts.Values;
using Fupin.Registration.DataUse;
using Fupin.Registration.Tests.Households;
using Fupin.Registration.Tests.Imports;
using Fupin.Testing;
using Grpc.Core;

namespace Fupin.Registration.Tests.DataUse;

/// <summary>Other departments put their records to people, many at a time.</summary>
public sealed class MatchingRecords(RegistrationService registration) : IClassFixture<RegistrationService>
{
    private static readonly TestOfficer Officer = Officers.Of("education-aid");

    [Fact]
    public async Task Many_numbers_are_asked_for_at_once_and_each_household_found_is_recorded()
    {
        var (household, numbers) = await AHouseholdAsync();
        var request = new PersonsRequest { OfficerId = Officer.Id.ToString(), Purpose = "match-records", Case = "school-records" };
        request.IdNumbers.AddRange([new SomePeople().AnIdNumber("19600101"), numbers[0], "3204", numbers[^1]]);

        var found = await registration.Ask(Officer, (households, head) => households.FindPersonsAsync(request, head).ResponseAsync);

        Assert.Equal([1, 3], found.Persons.Select(person => person.Place));
        Assert.All(found.Persons, person => Assert.Equal(household.ToString(), person.HouseholdId));
        var uses = (await registration.Get(Officers.Village, $"households/{household}/data-use")).Json.GetProperty("items").EnumerateArray();
        Assert.Single(uses, use => use.GetProperty("purpose").GetString() == "match-records");
    }

    [Fact]
    public async Task Nobody_outside_the_region_is_found_and_no_field_is_given_away()
    {
        var (household, numbers) = await AHouseholdAsync();
        var elsewhere = Officer with { Id = Guid.NewGuid(), Region = "320412114200" };
        var request = new PersonsRequest { OfficerId = elsewhere.Id.ToString(), Purpose = "match-records", Case = "school-records", IdNumbers = { numbers } };
        Assert.Empty((await registration.Ask(elsewhere, (households, head) => households.FindPersonsAsync(request, head).ResponseAsync)).Persons);

        var asked = new IdentifiedRequest { HouseholdId = household.ToString(), OfficerId = Officer.Id.ToString(), Purpose = "match-records", Case = "school-records" };
        var told = await registration.Ask(Officer, (households, head) => households.GetIdentifiedAsync(asked, head).ResponseAsync);
        Assert.All(told.Members, member => Assert.Equal(("", ""), (member.Name, member.IdNumber)));
    }

    [Fact]
    public async Task Too_many_numbers_at_once_are_refused()
    {
        var request = new PersonsRequest { OfficerId = Officer.Id.ToString(), Purpose = "match-records", Case = "school-records" };
        request.IdNumbers.AddRange(Enumerable.Repeat("3204", 501));
        var refused = await Assert.ThrowsAsync<RpcException>(() => registration.Ask(Officer, (households, head) => households.FindPersonsAsync(request, head).ResponseAsync));
        Assert.Equal((StatusCode.InvalidArgument, "一次最多核对 500 个号码"), (refused.StatusCode, refused.Status.Detail));
    }

    [Fact]
    public async Task One_wrong_place_and_two_swapped_ones_suggest_the_person_masked()
    {
        var (household, numbers) = await AHouseholdAsync();
        var number = numbers[0];
        var wrong = $"{number[..16]}{(char)('0' + ((number[16] - '0' + 1) % 10))}{number[17..]}";
        var place = Enumerable.Range(0, 17).First(place => number[place] != number[place + 1]);
        var swapped = $"{number[..place]}{number[place + 1]}{number[place]}{number[(place + 2)..]}";
        var request = new SuggestRequest
        {
            OfficerId = Officer.Id.ToString(), Purpose = "match-records", Case = "school-records",
            Missed = { new MissedPerson { IdNumber = wrong }, new MissedPerson { IdNumber = swapped }, new MissedPerson { IdNumber = "3204" } },
        };

        var answer = await registration.Ask(Officer, (households, head) => households.SuggestPersonsAsync(request, head).ResponseAsync);

        Assert.Contains(answer.Suggestions[0].Persons, one => one.HouseholdId == household.ToString() && one.Likeness == "one-place" && one.IdNumber == IdCardNumber.Parse(number).Masked);
        Assert.Contains(answer.Suggestions[1].Persons, one => one.HouseholdId == household.ToString() && one.Likeness == "two-places");
        Assert.Empty(answer.Suggestions[2].Persons);
        Assert.All(answer.Suggestions[0].Persons, one => Assert.Contains('*', one.Name));
    }

    [Fact]
    public async Task The_same_name_in_the_village_suggests_the_person_and_elsewhere_does_not()
    {
        var (household, _) = await AHouseholdAsync();
        var name = await NameAsync(household);
        var request = new SuggestRequest
        {
            OfficerId = Officer.Id.ToString(), Purpose = "match-records", Case = "school-records",
            Missed = { new MissedPerson { Name = name, Village = "320412110207" }, new MissedPerson { Name = name, Village = "320412114200" }, new MissedPerson { Name = name } },
        };

        var answer = await registration.Ask(Officer, (households, head) => households.SuggestPersonsAsync(request, head).ResponseAsync);

        Assert.Contains(answer.Suggestions[0].Persons, one => one.HouseholdId == household.ToString() && one.Likeness == "name");
        Assert.Empty(answer.Suggestions[1].Persons);
        Assert.Empty(answer.Suggestions[2].Persons);
    }

    [Fact]
    public void Numbers_so_near_are_all_numbers_and_differ_in_one_place_or_two()
    {
        foreach (var (near, likeness) in SuggestPeople.Near("320412200403150012"))
        {
            var apart = near.Whole.Zip("320412200403150012").Count(pair => pair.First != pair.Second);
            Assert.Equal(likeness == "one-place" ? 1 : 2, apart);
        }
    }

    private async Task<(Guid Household, IReadOnlyList<string> Numbers)> AHouseholdAsync()
    {
        await registration.Import(Officers.Village, RegistrationService.Sample("applicants-320412110207.xlsx"));
        var household = (await registration.AHousehold(Officers.Village)).GetProperty("id").GetGuid();
        var members = (await RevealAsync(household)).GetProperty("members").EnumerateArray();
        return (household, [.. members.Select(member => member.GetProperty("idNumber").GetString()!)]);
    }

    private async Task<string> NameAsync(Guid household) => (await RevealAsync(household)).GetProperty("members")[0].GetProperty("name").GetString()!;

    private async Task<System.Text.Json.JsonElement> RevealAsync(Guid household) =>
        (await registration.Post(Officers.Village, $"households/{household}/reveal", new { purpose = "identify", reason = "核对证件" })).Json;
}
