using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Fupin.Contracts.Identity;

namespace Fupin.Identity.Tests.Officers;

/// <summary>The district keeps its officers.</summary>
public sealed class KeepingOfficers(RunningIdentity running) : IClassFixture<RunningIdentity>
{
    private const string Password = "a-long-passphrase";
    private static readonly Uri Officers = new("officers", UriKind.Relative);

    private IdentityService Identity => running.Service;

    [Fact]
    public async Task An_appointed_officer_signs_in_until_deactivated_and_both_are_told()
    {
        using var district = await Identity.AsAsync("dev-district");
        var id = await AppointAsync(district, "new-clerk", "village", "320412110207");
        await running.Conversation.Published<OfficerChanged>(told => told.OfficerId == id && told is { Active: true, Region: "320412110207" });
        Assert.Equal(HttpStatusCode.Found, (await Identity.SignInAsync("New-Clerk", Password)).Status);

        using var gone = await district.PostAsync(new Uri($"officers/{id}/deactivate", UriKind.Relative), null);

        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        var told = await running.Conversation.Published<OfficerChanged>(told => told.OfficerId == id && !told.Active);
        Assert.Equal(2, told.Revision);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Identity.SignInAsync("new-clerk", Password)).Status);
    }

    [Fact]
    public async Task A_deactivated_officers_session_gets_no_new_token()
    {
        using var district = await Identity.AsAsync("dev-district");
        var tokens = await Identity.TokensForPortalAsync("employment02");
        var id = IdentityService.Read(tokens.GetProperty("access_token").GetString()!).Subject;
        using var gone = await district.PostAsync(new Uri($"officers/{id}/deactivate", UriKind.Relative), null);

        var renewed = await Identity.ExchangeAsync(("grant_type", "refresh_token"), ("refresh_token", tokens.GetProperty("refresh_token").GetString()!));

        Assert.Equal("invalid_grant", renewed.GetProperty("error").GetString());
    }

    [Theory]
    [InlineData("village", "320412", Password, HttpStatusCode.BadRequest, "IDN-0005", "岗位与辖区不一致：村级岗位选行政村，镇级岗位选镇（街道），其余选区县")]
    [InlineData("town", "320411101", Password, HttpStatusCode.Forbidden, "IDN-0006", "不能任命本辖区以外的经办人")]
    [InlineData("town", "320412110", "short", HttpStatusCode.BadRequest, "IDN-0003", "密码至少 10 个字符，且不能包含登录名")]
    public async Task An_appointment_that_cannot_be_is_refused(string role, string region, string password, HttpStatusCode status, string code, string text)
    {
        using var district = await Identity.AsAsync("dev-district");

        using var answer = await PostAsync(district, "cannot-be", role, region, password);

        await AssertRefused(answer, status, code, text);
    }

    [Fact]
    public async Task An_appointment_without_a_login_is_refused()
    {
        using var district = await Identity.AsAsync("dev-district");

        using var answer = await district.PostAsJsonAsync(Officers, new { name = "新人", role = "town", department = "registration", region = "320412110", password = Password });

        await AssertRefused(answer, HttpStatusCode.BadRequest, "SYS-0400", "提交的内容无法读取，请检查格式后重试");
    }

    [Fact]
    public async Task A_login_belongs_to_one_officer()
    {
        using var district = await Identity.AsAsync("dev-district");

        using var answer = await PostAsync(district, "TOWN01", "town", "320412110", Password);

        await AssertRefused(answer, HttpStatusCode.Conflict, "IDN-0002", "登录名已有人使用，请换一个");
    }

    [Fact]
    public async Task Nobody_deactivates_the_own_account()
    {
        using var district = await Identity.AsAsync("dev-district-2");
        var own = IdentityService.Read(district.DefaultRequestHeaders.Authorization!.Parameter!).Subject;

        using var answer = await district.PostAsync(new Uri($"officers/{own}/deactivate", UriKind.Relative), null);

        await AssertRefused(answer, HttpStatusCode.Conflict, "IDN-0004", "不能停用自己的账号，请由其他管理人员办理");
    }

    [Fact]
    public async Task An_officer_who_is_not_there_cannot_be_deactivated()
    {
        using var district = await Identity.AsAsync("dev-district");

        using var answer = await district.PostAsync(new Uri($"officers/{Guid.NewGuid()}/deactivate", UriKind.Relative), null);

        await AssertRefused(answer, HttpStatusCode.NotFound, "IDN-0001", "没有这位经办人");
    }

    [Fact]
    public async Task Only_who_keeps_officers_sees_them()
    {
        using var nobody = Identity.AsNobody();
        using var village = await Identity.AsAsync("dev-village");
        using var district = await Identity.AsAsync("dev-district");

        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync(Officers)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await village.GetAsync(Officers)).StatusCode);
        var rows = await district.GetFromJsonAsync<JsonElement>(Officers);
        Assert.Contains("dev-village", rows.EnumerateArray().Select(row => row.GetProperty("login").GetString()));
        Assert.DoesNotContain("passwordHash", rows.GetRawText(), StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<Guid> AppointAsync(HttpClient client, string login, string role, string region)
    {
        using var answer = await PostAsync(client, login, role, region, Password);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string login, string role, string region, string password) =>
        client.PostAsJsonAsync(Officers, new { login, name = "新人", role, department = "registration", region = region.PadRight(12, '0'), password });

    private static async Task AssertRefused(HttpResponseMessage answer, HttpStatusCode status, string code, string text)
    {
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((status, code, text), (answer.StatusCode, problem.GetProperty("code").GetString(), problem.GetProperty("title").GetString()));
    }
}
