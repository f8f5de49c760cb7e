using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Fupin.Gateway.Tests.Routes;

/// <summary>Only what is listed can be reached, and only with a token.</summary>
public sealed class Reaching(APlatform platform) : IClassFixture<APlatform>
{
    private GatewayService Gateway => platform.Gateway;

    [Fact]
    public async Task A_machines_token_goes_through_to_the_department()
    {
        var token = await platform.TokenAsync("dev-village");
        using var client = Gateway.With(token);
        client.DefaultRequestHeaders.Add("Cookie", "__Host-fupin=of-the-gateway");

        var arrived = await client.GetFromJsonAsync<JsonElement>(Relative("api/registration/villages/320412110207/batches"));

        Assert.Equal("/villages/320412110207/batches", arrived.GetProperty("path").GetString());
        Assert.Equal($"Bearer {token}", arrived.GetProperty("authorization").GetString());
        Assert.Equal("", arrived.GetProperty("cookie").GetString());
    }

    [Fact]
    public async Task Partners_reach_the_exchange_and_its_keys_under_the_paths_of_the_specification()
    {
        using var partner = Gateway.With(await platform.TokenAsync("dev-village"));
        using var anybody = Gateway.As(null);

        using var asked = await partner.PostAsJsonAsync(Relative("api/dci/ibr/registry/sync/search"), new { });
        var search = await asked.Content.ReadFromJsonAsync<JsonElement>();
        var keys = await anybody.GetFromJsonAsync<JsonElement>(Relative("api/dci/social/.well-known/jwks.json"));
        using var credentials = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", "nobody"), new("client_secret", "none")]);
        using var token = await anybody.PostAsync(Relative("api/dci/oauth2/client/token"), credentials);

        Assert.Equal("/dci/ibr/registry/sync/search", search.GetProperty("path").GetString());
        Assert.Equal("/dci/social/.well-known/jwks.json", keys.GetProperty("path").GetString());
        Assert.Equal("invalid_client", (await token.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetString());
    }

    [Theory]
    [InlineData("api/registration/households/1")]
    [InlineData("api/dci/ibr/registry/sync/search")]
    [InlineData("api/audit/verify")]
    [InlineData("api/identity/officers")]
    [InlineData("api/clock")]
    public async Task Without_a_token_the_answer_is_401(string address)
    {
        using var client = Gateway.As(null);

        await AssertRefused(await client.GetAsync(Relative(address)), HttpStatusCode.Unauthorized, "SYS-0401", "请先登录");
    }

    [Theory]
    [InlineData("api/registration/health")]
    [InlineData("api/registration/Health")]
    [InlineData("api/registration/%68ealth")]
    [InlineData("api/registration//health")]
    [InlineData("api/registration/alive")]
    [InlineData("api/registration/openapi/v1.json")]
    [InlineData("api/registration/fupin.registration.Households/Facts")]
    [InlineData("api/identity/connect/token")]
    [InlineData("api/identity/openapi/v1.json")]
    [InlineData("api/finance/payments")]
    [InlineData("api/gateway/health")]
    [InlineData("openapi/v1.json")]
    public async Task What_is_for_the_inside_is_not_there(string address)
    {
        using var client = Gateway.With(await platform.TokenAsync("dev-district"));

        await AssertRefused(await client.GetAsync(Relative(address)), HttpStatusCode.NotFound, "SYS-0404", "没有找到");
    }

    [Fact]
    public async Task A_department_that_is_away_says_so_and_the_others_go_on()
    {
        using var client = Gateway.With(await platform.TokenAsync("dev-audit"));

        await AssertRefused(
            await client.GetAsync(Relative("api/audit/verify")),
            HttpStatusCode.ServiceUnavailable, "GTW-0503", "该部门的系统暂时无法访问，其他业务不受影响，请稍后再试");
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(Relative("api/registration/stacking-rules"))).StatusCode);
    }

    [Fact]
    public async Task Health_names_the_department_that_is_away()
    {
        using var client = Gateway.As(null);

        var report = await client.GetFromJsonAsync<JsonElement>(Relative("health"));

        Assert.Equal("degraded", report.GetProperty("status").GetString());
        Assert.Equal("healthy", report.GetProperty("departments").GetProperty("registration").GetString());
        Assert.Equal("down", report.GetProperty("departments").GetProperty("audit").GetString());
    }

    [Theory]
    [InlineData("api/registration/households/search", 1_100_000, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("api/registration/imports?commit=true", 1_100_000, HttpStatusCode.OK)]
    [InlineData("api/registration/imports?commit=true", 21_100_000, HttpStatusCode.RequestEntityTooLarge)]
    public async Task Only_uploads_may_be_large(string address, int length, HttpStatusCode status)
    {
        using var client = Gateway.With(await platform.TokenAsync("dev-village"));
        using var request = new HttpRequestMessage(HttpMethod.Post, Relative(address)) { Content = new ByteArrayContent(new byte[length]) };
        request.Headers.ExpectContinue = true; // so that a refusal is read before the body is sent

        using var answer = await client.SendAsync(request);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Every_department_is_listed_with_its_document_as_seen_from_outside()
    {
        using var client = Gateway.As(null);

        var list = await client.GetFromJsonAsync<JsonElement>(Relative("api"));
        var document = await client.GetFromJsonAsync<JsonElement>(Relative("api/openapi/registration.json"));

        Assert.Equal(
            ["audit", "dci", "education-aid", "employment", "gateway", "identity", "medical-aid", "registration", "social-assistance"],
            list.EnumerateArray().Select(entry => entry.GetProperty("name").GetString()).Order(StringComparer.Ordinal));
        Assert.Equal("/api/registration", document.GetProperty("servers")[0].GetProperty("url").GetString());
    }

    [Fact]
    public async Task Browsers_are_told_to_load_nothing_from_elsewhere()
    {
        using var client = Gateway.As(null);

        using var answer = await client.GetAsync(Relative("account/sign-in"));

        Assert.StartsWith("default-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task Who_asks_too_often_is_told_to_wait()
    {
        await using var strict = await platform.StartGatewayAsync("Development", ("Limits:Burst", "5"), ("Limits:PerSecond", "1"));
        using var client = strict.As(null);
        var answers = new List<HttpResponseMessage>();
        for (var asked = 0; asked < 20; asked++) answers.Add(await client.GetAsync(Relative("api")));

        var refused = answers.First(answer => answer.StatusCode == HttpStatusCode.TooManyRequests);

        Assert.Equal(HttpStatusCode.OK, answers[0].StatusCode);
        Assert.Equal("1", refused.Headers.GetValues("Retry-After").Single());
        await AssertRefused(refused, HttpStatusCode.TooManyRequests, "GTW-0429", "操作过于频繁，请稍后再试");
    }

    internal static Uri Relative(string address) => new(address, UriKind.Relative);

    internal static async Task AssertRefused(HttpResponseMessage answer, HttpStatusCode status, string code, string text)
    {
        Assert.Equal(status, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((code, text), (problem.GetProperty("code").GetString(), problem.GetProperty("title").GetString()));
    }
}
