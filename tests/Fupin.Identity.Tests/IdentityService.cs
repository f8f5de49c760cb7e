using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Fupin.Identity.Data;
using Fupin.Identity.Officers;
using Fupin.Identity.SignIn;
using Fupin.ServiceDefaults.Security;
using Fupin.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Fupin.Identity.Tests;

/// <summary>Identity as its tests use it.</summary>
internal sealed class IdentityService : IAsyncDisposable
{
    private readonly ServiceHost<Program> host;
    private readonly HttpClient client;

    private IdentityService(ServiceHost<Program> host) => (this.host, client) = (host, host.As(null));

    public static async Task<IdentityService> StartAsync(TestPlace place, string environment = "Development", string? database = null) =>
        new(await ServiceHost.StartAsync<Program>(place, "identity", database: database, environment: environment));

    public Conversation Watch(Conversation conversation) => conversation.Watching(host);

    public Browser Browser() => new(host.Address);

    public async Task<HttpResponseMessage> AskForTokenAsync(string client, string secret = DevelopmentOfficers.Secret) =>
        await this.client.PostAsync(new Uri("connect/token", UriKind.Relative), Form(("grant_type", "client_credentials"), ("client_id", client), ("client_secret", secret)));

    public async Task<string> TokenAsync(string client)
    {
        using var answer = await AskForTokenAsync(client);
        return await TokenOf(answer);
    }

    public async Task<HttpClient> AsAsync(string client)
    {
        var signedIn = host.As(null);
        signedIn.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(client));
        return signedIn;
    }

    public HttpClient AsNobody() => host.As(null);

    public async Task<Browser.Page> SignInAsync(string login, string password)
    {
        using var browser = Browser();
        return await browser.SignInAsync(await browser.GetAsync("/account/sign-in"), login, password);
    }

    /// <summary>What the portal does: a code for a signed-in person, exchanged with the verifier of its challenge.</summary>
    public async Task<JsonElement> TokensForPortalAsync(string login)
    {
        var verifier = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));
        using var browser = Browser();
        var form = await browser.FollowAsync(await browser.GetAsync(AuthorizeAddress(Challenge(verifier))));
        var back = await browser.FollowAsync(await browser.SignInAsync(form, login, DevelopmentOfficers.Password), until: PortalSignIn.SignedInPath);
        var code = back.Location!.Split("code=")[1].Split('&')[0];
        return await ExchangeAsync(("grant_type", "authorization_code"), ("code", code), ("code_verifier", verifier), ("redirect_uri", RedirectAddress));
    }

    public async Task<JsonElement> ExchangeAsync(params (string Name, string Value)[] fields)
    {
        var secret = PortalSignIn.Secret(host.Services.GetRequiredService<SharedKeys>());
        using var answer = await client.PostAsync(
            new Uri("connect/token", UriKind.Relative), Form([.. fields, ("client_id", PortalSignIn.ClientId), ("client_secret", secret)]));
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public static string AuthorizeAddress(string challenge) =>
        $"/connect/authorize?client_id=portal&response_type=code&scope=openid%20profile%20offline_access&redirect_uri={Uri.EscapeDataString(RedirectAddress)}{challenge}";

    public static string Challenge(string verifier) =>
        $"&code_challenge_method=S256&code_challenge={Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)))}";

    public Task<string> KeySetAsync() => client.GetStringAsync(new Uri(".well-known/jwks", UriKind.Relative));

    /// <summary>Tries a login as a replica would, at a time.</summary>
    public Task<DateTime?> TryAsync(string login, TimeProvider time) =>
        host.ReadAsync<IdentityDb, DateTime?>(db => new SignInCounts(db, time).TryAsync(login, CancellationToken.None));

    public static JsonWebToken Read(string token) => new(token);

    public static async Task<string> TokenOf(HttpResponseMessage answer) =>
        (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await host.DisposeAsync();
    }

    private static string RedirectAddress => new Uri(new Uri(Fupin.Testing.Officers.Issuer), PortalSignIn.SignedInPath).AbsoluteUri;

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
}

/// <summary>One identity service for all tests of a class.</summary>
public sealed class RunningIdentity : IAsyncLifetime
{
    private TestPlace place = null!;

    internal IdentityService Service { get; private set; } = null!;

    internal Conversation Conversation { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        place = await TestPlace.CreateAsync();
        Conversation = await place.ListenAsync();
        Service = await IdentityService.StartAsync(place);
        Service.Watch(Conversation);
    }

    public void MoveClock(TimeSpan by) => place.Advance(by);

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        await Conversation.DisposeAsync();
        await place.DisposeAsync();
    }
}
