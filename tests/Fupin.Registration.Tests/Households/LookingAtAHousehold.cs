using Fupin.Contracts.Registration;
using Fupin.Contracts.Registration.Grpc;
using Fupin.Registration.Tests.Imports;
using Fupin.Testing;
using Grpc.Core;

namespace Fupin.Registration.Tests.Households;

/// <summary>What officers see of a household, and what is recorded of it.</summary>
public sealed class LookingAtAHousehold(RegistrationService registration) : IClassFixture<RegistrationService>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await registration.Import(Officers.Village, RegistrationService.Sample("applicants-320412110207.xlsx"));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_dossier_names_nobody_and_a_stranger_sees_no_household()
    {
        var id = (await registration.AHousehold(Officers.Village)).GetProperty("id").GetGuid();

        var dossier = (await registration.Get(Officers.Town, $"households/{id}")).Json;
        Assert.Equal("谢家村村委会", dossier.GetProperty("villageName").GetString());
        Assert.All(dossier.GetProperty("members").EnumerateArray(), member =>
        {
            Assert.Contains('*', member.GetProperty("name").GetString()!);
            Assert.Matches(@"^\d{6}\*{6}\d[\dX]$", member.GetProperty("idNumber").GetString());
        });

        var foreign = await registration.Get(Officers.TownOther, $"households/{id}");
        var missing = await registration.Get(Officers.TownOther, $"households/{Guid.NewGuid()}");
        Assert.Equal((404, "REG-0001", "没有这一户"), (foreign.Status, foreign.Code, foreign.Text));
        Assert.Equal((missing.Status, missing.Code, missing.Text), (foreign.Status, foreign.Code, foreign.Text));
    }

    [Fact]
    public async Task A_search_finds_by_ID_number_and_only_inside_the_region()
    {
        var idNumber = await AnIdNumber();

        var mine = (await registration.Post(Officers.Village, "households/search", new { idNumber })).Json.GetProperty("items");
        var theirs = (await registration.Post(Officers.VillageOther, "households/search", new { idNumber })).Json.GetProperty("items");
        var unreadable = await registration.Post(Officers.Village, "households/search", new { idNumber = "123" });

        Assert.Equal(1, mine.GetArrayLength());
        Assert.Equal(0, theirs.GetArrayLength());
        Assert.Equal((400, "REG-0017", "查询条件有误：证件号码"), (unreadable.Status, unreadable.Code, unreadable.Text));
    }

    [Fact]
    public async Task Revealing_needs_a_known_purpose_and_a_reason_and_is_recorded_and_told()
    {
        var id = (await registration.AHousehold(Officers.Village)).GetProperty("id").GetGuid();

        Assert.Equal("REG-0012", (await registration.Post(Officers.Village, $"households/{id}/reveal", new { purpose = "identify" })).Code);
        Assert.Equal("REG-0014", (await registration.Post(Officers.Village, $"households/{id}/reveal", new { purpose = "curiosity", reason = "入户核对" })).Code);
        Assert.Equal("REG-0015", (await registration.Post(Officers.Village, $"households/{id}/reveal", new { purpose = "settle-medical", reason = "入户核对" })).Code);
        Assert.Equal("REG-0001", (await registration.Post(Officers.VillageOther, $"households/{id}/reveal", new { purpose = "identify", reason = "入户核对" })).Code);

        var shown = await registration.Post(Officers.Village, $"households/{id}/reveal", new { purpose = "contact", reason = "入户核对" });

        Assert.Equal(200, shown.Status);
        Assert.Equal(11, shown.Json.GetProperty("phone").GetString()!.Length);
        Assert.Null(shown.Json.GetProperty("members")[0].GetProperty("idNumber").GetString());
        var told = await registration.Conversation.Published<PersonalDataRead>(read => read.HouseholdId == id && read.Purpose == "contact");
        Assert.Equal(["name", "phone"], told.Fields);
        var line = (await registration.Get(Officers.Village, $"households/{id}/data-use")).Json.GetProperty("items")[0];
        Assert.Equal("入户核对", line.GetProperty("reason").GetString());
        Assert.Equal(Officers.Village.Name, line.GetProperty("officer").GetString());
    }

    [Fact]
    public async Task Another_department_is_answered_by_purpose_in_its_officers_own_name()
    {
        var id = (await registration.AHousehold(Officers.Village)).GetProperty("id").GetGuid();
        var request = new IdentifiedRequest { HouseholdId = id.ToString(), OfficerId = Officers.District.Id.ToString(), Purpose = "verify-eligibility", Case = "B1-2016-04" };

        var reply = await registration.Ask(Officers.District, (households, head) => households.GetIdentifiedAsync(request, head).ResponseAsync);
        Assert.All(reply.Members, member => Assert.Equal(18, member.IdNumber.Length));
        Assert.Equal("", reply.BankAccount);

        var other = await Assert.ThrowsAsync<RpcException>(() => registration.Ask(Officers.District2, (households, head) => households.GetIdentifiedAsync(request, head).ResponseAsync));
        Assert.Equal((StatusCode.PermissionDenied, "只能以本人名义查询"), (other.StatusCode, other.Status.Detail));
    }

    [Fact]
    public async Task Nobody_without_a_token_and_no_district_step_for_a_village()
    {
        var id = (await registration.AHousehold(Officers.Village)).GetProperty("id").GetGuid();

        Assert.Equal(401, (await registration.Get(null, $"households/{id}")).Status);
        Assert.Equal(403, (await registration.Post(Officers.Village, $"households/{id}/exit")).Status);
        Assert.Equal((409, "REG-0008"), await Exit(id));
    }

    private async Task<(int, string?)> Exit(Guid id)
    {
        var answer = await registration.Post(Officers.District, $"households/{id}/exit");
        return (answer.Status, answer.Code);
    }

    private async Task<string> AnIdNumber()
    {
        var id = (await registration.AHousehold(Officers.Village)).GetProperty("id").GetGuid();
        var shown = await registration.Post(Officers.Village, $"households/{id}/reveal", new { purpose = "identify", reason = "核对证件" });
        return shown.Json.GetProperty("members")[0].GetProperty("idNumber").GetString()!;
    }
}
