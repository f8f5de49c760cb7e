using System.Net;
using Fupin.ServiceDefaults.Security;

namespace Fupin.Identity.Tests.Tokens;

/// <summary>Machines and the portal get tokens.</summary>
public sealed class IssuingTokens(RunningIdentity running) : IClassFixture<RunningIdentity>
{
    private IdentityService Identity => running.Service;

    [Theory]
    [InlineData("dev-village", "registration", "320412110207")]
    [InlineData("dev-village-2", "registration", "320412110207")]
    [InlineData("dev-town", "registration", "320412110")]
    [InlineData("dev-town-2", "registration", "320412110")]
    [InlineData("dev-village-other", "registration", "320412114200")]
    [InlineData("dev-town-other", "registration", "320412114")]
    [InlineData("dev-district", "registration", "320412")]
    [InlineData("dev-district-2", "registration", "320412")]
    [InlineData("dev-education", "education-aid", "320412")]
    [InlineData("dev-education-2", "education-aid", "320412")]
    [InlineData("dev-employment", "employment", "320412")]
    [InlineData("dev-employment-2", "employment", "320412")]
    [InlineData("dev-social", "social-assistance", "320412")]
    [InlineData("dev-social-2", "social-assistance", "320412")]
    [InlineData("dev-medical", "medical-aid", "320412")]
    [InlineData("dev-medical-2", "medical-aid", "320412")]
    [InlineData("dev-audit", "audit", "320412")]
    public async Task A_machine_is_an_officer_of_one_department_and_one_region(string client, string department, string region)
    {
        var token = IdentityService.Read(await Identity.TokenAsync(client));

        Assert.Equal((department, region), (token.GetClaim("department").Value, token.GetClaim("region").Value));
        Assert.Equal("fupin", Assert.Single(token.Audiences));
        Assert.True(Guid.TryParse(token.Subject, out _));
    }

    [Fact]
    public async Task Every_machine_is_an_officer_of_its_own()
    {
        var first = IdentityService.Read(await Identity.TokenAsync("dev-district"));
        var second = IdentityService.Read(await Identity.TokenAsync("dev-district-2"));

        Assert.NotEqual(first.Subject, second.Subject);
    }

    [Fact]
    public async Task A_post_decides_what_its_officer_may_do()
    {
        Assert.Equal(
            [Permissions.ReadAid, Permissions.RevealPersonal, Permissions.EnterRegister, Permissions.ReadRegister],
            await PermissionsOf("dev-village"));
        Assert.Equal([Permissions.ReadAid, Permissions.ReadAudit, Permissions.ReadRegister], await PermissionsOf("dev-audit"));
        Assert.DoesNotContain(Permissions.MoveClock, await PermissionsOf("dev-town"));
        Assert.Contains(Permissions.MoveClock, await PermissionsOf("dev-district"));
    }

    [Theory]
    [InlineData("dev-district", "wrong")]
    [InlineData("nobody", "dev-secret")]
    public async Task A_wrong_secret_gets_nothing(string client, string secret)
    {
        using var answer = await Identity.AskForTokenAsync(client, secret);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task The_portal_gets_a_persons_tokens_for_a_code_and_renews_them()
    {
        var tokens = await Identity.TokensForPortalAsync("education01");
        var access = IdentityService.Read(tokens.GetProperty("access_token").GetString()!);
        var renewed = await Identity.ExchangeAsync(("grant_type", "refresh_token"), ("refresh_token", tokens.GetProperty("refresh_token").GetString()!));

        Assert.Equal("education-aid", access.GetClaim("department").Value);
        Assert.Equal(access.Subject, IdentityService.Read(renewed.GetProperty("access_token").GetString()!).Subject);
    }

    [Theory]
    [InlineData("")]
    [InlineData("&code_challenge_method=plain&code_challenge=0123456789012345678901234567890123456789012")]
    public async Task A_code_without_a_hashed_challenge_is_refused(string challenge)
    {
        using var browser = Identity.Browser();

        var page = await browser.GetAsync(IdentityService.AuthorizeAddress(challenge));

        Assert.True(page.Location is null || page.Location.Contains("error=invalid_request", StringComparison.Ordinal), page.Location);
        Assert.DoesNotContain("code=", page.Location ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Moving_the_platform_clock_signs_nobody_out()
    {
        using var before = await Identity.AsAsync("dev-district");
        running.MoveClock(TimeSpan.FromDays(30));

        using var answer = await before.GetAsync(new Uri("officers", UriKind.Relative));
        var after = IdentityService.Read(await Identity.TokenAsync("dev-district"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.InRange(after.ValidTo - TimeProvider.System.GetUtcNow().UtcDateTime, TimeSpan.FromMinutes(55), TimeSpan.FromMinutes(61));
    }

    private async Task<IEnumerable<string>> PermissionsOf(string client) =>
        IdentityService.Read(await Identity.TokenAsync(client)).Claims.Where(claim => claim.Type == "permission").Select(claim => claim.Value).Order(StringComparer.Ordinal);
}
