using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Fupin.Testing;
using Fupin.Testing.Register;

namespace Fupin.SocialAssistance.Tests.Service;

public abstract class KnowingWhoItIs(SocialAssistancePlace place)
{
    private static readonly TestOfficer Officer = Officers.Of(SocialAssistance.Department);

    [Fact]
    public async Task An_officer_sees_the_person_for_a_purpose_and_both_ends_keep_a_record()
    {
        var service = await place.ServiceAsync();
        var (household, item) = await ProposedAsync(service);
        service.Register.Put("320400197001010011", household.Id, household.Head, "吴一");

        var answer = await (await service.RevealAsync(Officer, item)).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("吴一", answer.GetProperty("members")[0].GetProperty("name").GetString());

        var asked = Assert.Single(service.Register.Questions, question => question.Case == item.ToString());
        Assert.Equal((Officer.Id.ToString(), "verify-eligibility"), (asked.OfficerId, asked.Purpose));
        Assert.StartsWith("Bearer ", asked.Authorization, StringComparison.Ordinal);

        var kept = Assert.Single((await service.GetAsync(Officer, $"data-requests?household={household.Id}")).EnumerateArray());
        Assert.Equal(("核对低保对象", "name"), (kept.GetProperty("reason").GetString(), kept.GetProperty("fields")[0].GetString()));
        Assert.DoesNotContain("320400197001010011", kept.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Registration_away_is_said_and_nothing_is_recorded()
    {
        var service = await place.ServiceAsync();
        var (household, item) = await ProposedAsync(service);
        service.Register.Put("320400197001010038", household.Id, household.Head, "吴二");
        service.Register.IsDown = true;
        try
        {
            await RefusesAsync(await service.RevealAsync(Officer, item), HttpStatusCode.ServiceUnavailable, "AID-0051", "农工办的名册服务暂时联系不上，请稍后再试");
        }
        finally
        {
            service.Register.IsDown = false;
        }

        Assert.Empty((await service.GetAsync(Officer, $"data-requests?household={household.Id}")).EnumerateArray());
    }

    [Fact]
    public async Task What_registration_says_no_to_is_said_in_its_own_words()
    {
        var service = await place.ServiceAsync();
        var (_, item) = await ProposedAsync(service);
        await RefusesAsync(await service.RevealAsync(Officer, item), HttpStatusCode.NotFound, "REG-0002", "没有这一户");
    }

    [Fact]
    public async Task Without_purpose_or_reason_nothing_is_asked()
    {
        var service = await place.ServiceAsync();
        var (_, item) = await ProposedAsync(service);
        await RefusesAsync(await service.RevealAsync(Officer, item, purpose: " "), HttpStatusCode.BadRequest, "AID-0050", "请选择查询用途");
        await RefusesAsync(await service.RevealAsync(Officer, item, reason: ""), HttpStatusCode.BadRequest, "AID-0024", "请写明理由（500 字以内）");
        Assert.DoesNotContain(service.Register.Questions, question => question.Case == item.ToString());
    }

    [Fact]
    public async Task Only_the_departments_own_officers_ask_and_others_see_no_more_than_their_region()
    {
        var service = await place.ServiceAsync();
        var (household, item) = await ProposedAsync(service);
        await RefusesAsync(await service.RevealAsync(null, item), HttpStatusCode.Unauthorized, "SYS-0401", "请先登录");
        await RefusesAsync(await service.RevealAsync(Officers.Village, item), HttpStatusCode.Forbidden, "SYS-0403", "您没有办理此项业务的权限");
        await RefusesAsync(await service.RevealAsync(Officers.Of("employment"), item), HttpStatusCode.Forbidden, "SYS-0403", "您没有办理此项业务的权限");

        Assert.Single((await service.GetAsync(Officers.Village, $"proposals?household={household.Id}")).GetProperty("items").EnumerateArray());
        Assert.Empty((await service.GetAsync(Officers.VillageOther, $"proposals?household={household.Id}")).GetProperty("items").EnumerateArray());
        await RefusesAsync(await service.TryGetAsync(Officers.VillageOther, $"items/{item}/why"), HttpStatusCode.NotFound, "AID-0010", "没有这个救助项目");
        await RefusesAsync(await service.TryGetAsync(Officers.VillageOther, $"items/{Guid.NewGuid()}/why"), HttpStatusCode.NotFound, "AID-0010", "没有这个救助项目");
    }

    private static async Task<(AHousehold Household, Guid Item)> ProposedAsync(SocialAssistance service)
    {
        var household = new AHousehold();
        return (household, (await service.RegisterAsync(household)).Items[0].ItemId);
    }

    private static async Task RefusesAsync(HttpResponseMessage answer, HttpStatusCode status, string code, string text)
    {
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((status, code, text), (answer.StatusCode, problem.GetProperty("code").GetString(), problem.GetProperty("title").GetString()));
    }
}

public sealed class KnowingWhoItIsOnSqlite(OnSqlite place) : KnowingWhoItIs(place);

public sealed class KnowingWhoItIsOnSqlServer(OnSqlServer place) : KnowingWhoItIs(place);
