using System.Net;
using System.Text.Json;
using Fupin.Testing;

namespace Fupin.Gateway.Tests.Sessions;

/// <summary>A person works in a browser: a cookie outside, a token behind.</summary>
public sealed class SigningIn : IAsyncLifetime
{
    internal const string Password = "Fupin@2016";
    private readonly APlatform platform = new();

    private Browser browser = null!;

    public async ValueTask InitializeAsync()
    {
        await platform.InitializeAsync();
        browser = platform.Gateway.Browser();
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await platform.DisposeAsync();
    }

    [Fact]
    public async Task A_page_sends_who_is_not_signed_in_to_sign_in_and_back()
    {
        var first = await browser.GetAsync("/work");
        var form = await browser.FollowAsync(first);
        var last = await browser.FollowAsync(await browser.SignInAsync(form, "town01", Password), until: "/work");

        Assert.Contains("/connect/authorize", first.Location, StringComparison.Ordinal);
        Assert.Equal("/work", last.Location);
        Assert.Contains("__Host-fupin", browser.Cookies.Keys);
    }

    [Fact]
    public async Task The_department_gets_the_persons_token_and_never_the_cookie()
    {
        await SignInAsync("town01");

        var arrived = Json(await browser.GetAsync("/api/registration/villages"));

        Assert.StartsWith("Bearer ey", arrived.GetProperty("authorization").GetString(), StringComparison.Ordinal);
        Assert.Equal("", arrived.GetProperty("cookie").GetString());
    }

    [Theory]
    [InlineData("/api/registration/batches/1/register")]
    [InlineData("/api/clock")]
    public async Task A_change_by_cookie_needs_the_token_of_a_page_of_ours(string address)
    {
        await SignInAsync("district01");
        var token = Json(await browser.GetAsync("/api/session")).GetProperty("formToken").GetString()!;

        var foreign = await SendAsync(address);
        var ours = await SendAsync(address, ("X-Fupin-Form", token));

        Assert.Equal((HttpStatusCode.BadRequest, "GTW-0001"), (foreign.Status, Json(foreign).GetProperty("code").GetString()));
        Assert.Equal("页面已过期，请刷新后重试", Json(foreign).GetProperty("title").GetString());
        Assert.Equal(HttpStatusCode.OK, ours.Status);
    }

    [Fact]
    public async Task Another_replica_knows_the_session()
    {
        await SignInAsync("town01");
        await using var other = await platform.StartGatewayAsync();

        browser.At = other.Address;

        Assert.Equal("320412110", Json(await browser.GetAsync("/api/session")).GetProperty("region").GetString());
    }

    [Fact]
    public async Task A_token_that_runs_out_is_renewed_without_a_word()
    {
        await SignInAsync("town01");
        await platform.Gateway.LetTokenRunOutAsync();

        var arrived = Json(await browser.GetAsync("/api/registration/villages"));

        Assert.StartsWith("Bearer ey", arrived.GetProperty("authorization").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deactivated_officers_session_ends_when_its_token_does()
    {
        await SignInAsync("social02");
        var id = Json(await browser.GetAsync("/api/session")).GetProperty("id").GetString();
        using var district = platform.Gateway.With(await platform.TokenAsync("dev-district"));
        using var gone = await district.PostAsync(new Uri($"api/identity/officers/{id}/deactivate", UriKind.Relative), null);
        await platform.Gateway.LetTokenRunOutAsync();

        var after = await browser.GetAsync("/api/session");

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.Unauthorized), (gone.StatusCode, after.Status));
        Assert.DoesNotContain("__Host-fupin", browser.Cookies.Keys);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_also_for_who_kept_the_cookie()
    {
        await SignInAsync("town01");
        var token = Json(await browser.GetAsync("/api/session")).GetProperty("formToken").GetString()!;
        var kept = browser.Cookies["__Host-fupin"];

        var without = await browser.PostAsync("/session/sign-out");
        await browser.FollowAsync(await browser.PostAsync("/session/sign-out", ("__RequestVerificationToken", token)), until: "/session/signed-out");
        var cookies = browser.Cookies.Keys.ToList();
        browser.Cookies["__Host-fupin"] = kept;

        Assert.Equal(HttpStatusCode.BadRequest, without.Status);
        Assert.DoesNotContain("__Host-fupin", cookies);
        Assert.DoesNotContain("__Host-fupin-sign-in", cookies);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/session")).Status);
    }

    private async Task SignInAsync(string login)
    {
        var form = await browser.FollowAsync(await browser.GetAsync("/session/sign-in?returnUrl=%2Fapi%2Fsession"));
        var page = await browser.FollowAsync(await browser.SignInAsync(form, login, Password));
        Assert.Equal(HttpStatusCode.OK, page.Status);
    }

    private Task<Browser.Page> SendAsync(string address, params (string Name, string Value)[] headers) =>
        browser.SendAsync(HttpMethod.Post, address, new StringContent("""{"advance":"0.01:00:00"}""", null, "application/json"), headers);

    private static JsonElement Json(Browser.Page page) => JsonDocument.Parse(page.Body).RootElement;
}
