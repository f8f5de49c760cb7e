using System.Net;
using Fupin.Testing.Register;

namespace Fupin.MedicalAid.Tests.Service;

public abstract class FindingThePerson(MedicalAidPlace place)
{
    [Fact]
    public async Task An_ID_number_finds_the_person_and_is_not_kept()
    {
        var service = await place.ServiceAsync();
        var household = await service.RegisterAsync();
        service.Register.Put("320400197001010011", household.Id, household.Spouse, "吴一");

        var settled = await service.SettledAsync(ByIdNumber(service, household, "320400197001010011"));
        Assert.Equal(household.Spouse, settled.GetProperty("memberId").GetGuid());
        Assert.DoesNotContain("320400197001010011", settled.GetRawText(), StringComparison.Ordinal);

        var number = settled.GetProperty("number").GetString();
        var asked = Assert.Single(service.Register.Questions, question => question.Case == number);
        Assert.Equal((MedicalAid.Officer.Id.ToString(), "settle-medical"), (asked.OfficerId, asked.Purpose));
        var kept = Assert.Single((await service.GetAsync(MedicalAid.Officer, $"data-requests?household={household.Id}")).EnumerateArray());
        Assert.Equal(number, kept.GetProperty("case").GetString());
    }

    [Fact]
    public async Task Nobody_with_the_number_is_said()
    {
        var service = await place.ServiceAsync();
        var household = await service.RegisterAsync();
        await MedicalAid.RefusesAsync(
            await service.SettleAsync(ByIdNumber(service, household, "320400197001019999"), MedicalAid.Officer),
            HttpStatusCode.NotFound, "MED-0003", "名册里没有这个人，请核对身份证号");
        await MedicalAid.RefusesAsync(
            await service.SettleAsync(ByIdNumber(service, household, "3204001970"), MedicalAid.Officer),
            HttpStatusCode.BadRequest, "MED-0005", "身份证号应为 18 位，请核对");
    }

    [Fact]
    public async Task With_registration_away_bills_are_still_settled_by_member()
    {
        var service = await place.ServiceAsync();
        var household = await service.RegisterAsync();
        service.Register.Put("320400197001010054", household.Id, household.Head, "吴三");
        service.Register.IsDown = true;
        try
        {
            await MedicalAid.RefusesAsync(
                await service.SettleAsync(ByIdNumber(service, household, "320400197001010054"), MedicalAid.Officer),
                HttpStatusCode.ServiceUnavailable, "MED-0006", "农工办的名册服务暂时联系不上，请稍后再试，或先按户和成员登记");
            await service.SettledAsync(service.Bill(household, 9000));
        }
        finally
        {
            service.Register.IsDown = false;
        }
    }

    private static Dictionary<string, object?> ByIdNumber(MedicalAid service, AHousehold household, string idNumber) =>
        service.Bill(household, 9000, ("householdId", null), ("memberId", null), ("idNumber", idNumber));
}

public sealed class FindingThePersonOnSqlite(OnSqlite place) : FindingThePerson(place);

public sealed class FindingThePersonOnSqlServer(OnSqlServer place) : FindingThePerson(place);
