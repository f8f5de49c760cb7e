extern alias identity;

using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Fupin.Gateway.Data;
using Fupin.Gateway.Tests.Sessions;
using Fupin.Testing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fupin.Gateway.Tests;

/// <summary>The gateway as its tests use it.</summary>
internal sealed class GatewayService(ServiceHost<Program> host) : IAsyncDisposable
{
    public Browser Browser() => new(host.Address, new Uri(Officers.Issuer).Authority);

    public Uri Address => host.Address;

    public HttpClient As(TestOfficer? officer) => host.As(officer);

    public HttpClient With(string token)
    {
        var client = host.As(null);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>Lets the access token of the only session run out.</summary>
    public async Task LetTokenRunOutAsync()
    {
        var store = host.Services.GetRequiredService<ITicketStore>();
        var id = await host.ReadAsync<GatewayDb, string>(db => db.Sessions.Select(session => session.Id).SingleAsync());
        var ticket = (await store.RetrieveAsync(id))!;
        ticket.Properties.UpdateTokenValue("access_token", "ran out");
        ticket.Properties.UpdateTokenValue("expires_at", "2016-03-21T00:00:00Z");
        await store.RenewAsync(id, ticket);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();
}

/// <summary>Identity, a department in registration's place, none in audit's, and a gateway before them.</summary>
public sealed class APlatform : IAsyncLifetime
{
    private TestPlace place = null!;
    private ServiceHost<identity::Program> identityHost = null!;
    private ADepartment department = null!;

    internal GatewayService Gateway { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        place = await TestPlace.CreateAsync();
        department = await ADepartment.StartAsync();
        identityHost = await ServiceHost.StartAsync<identity::Program>(place, "identity");
        await File.WriteAllTextAsync(Path.Combine(place.Folder, "jwks.json"), await KeySetAsync());
        Gateway = await StartGatewayAsync();
    }

    /// <summary>A replica of the gateway, or one in another environment or with other limits.</summary>
    internal async Task<GatewayService> StartGatewayAsync(string environment = "Development", params (string Key, string Value)[] more)
    {
        var settings = new Dictionary<string, string>
        {
            ["services:identity:http:0"] = identityHost.Address.AbsoluteUri,
            ["services:registration:http:0"] = department.Address,
            ["services:education-aid:http:0"] = department.Address,
            ["services:audit:http:0"] = "http://127.0.0.1:1", // nobody listens there
        };
        foreach (var (key, value) in more) settings[key] = value;
        var host = await ServiceHost.StartAsync<Program>(place, "gateway", settings, environment: environment);
        return new GatewayService(host);
    }

    /// <summary>A browser of an officer who is signed in.</summary>
    internal async Task<Browser> SignedInAsync(string login)
    {
        var browser = Gateway.Browser();
        var form = await browser.FollowAsync(await browser.GetAsync("/session/sign-in?returnUrl=%2Fapi%2Fsession"));
        await browser.FollowAsync(await browser.SignInAsync(form, login, SigningIn.Password));
        return browser;
    }

    /// <summary>A token of a machine, from identity.</summary>
    public async Task<string> TokenAsync(string client)
    {
        using var http = identityHost.As(null);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = client,
            ["client_secret"] = "dev-secret",
        });
        using var answer = await http.PostAsync(new Uri("connect/token", UriKind.Relative), form);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        await identityHost.DisposeAsync();
        await department.DisposeAsync();
        await place.DisposeAsync();
    }

    // The gateway trusts what identity signs.
    private async Task<string> KeySetAsync()
    {
        using var http = identityHost.As(null);
        return await http.GetStringAsync(new Uri(".well-known/jwks", UriKind.Relative));
    }
}
