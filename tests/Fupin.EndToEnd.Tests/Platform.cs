using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Fupin.EndToEnd.Tests;
using Fupin.Testing;

[assembly: AssemblyFixture(typeof(Platform))]

namespace Fupin.EndToEnd.Tests;

/// <summary>The whole platform, started once for all journeys by the app host, empty, with a virtual host of the tests' broker.</summary>
public sealed class Platform : IAsyncLifetime
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(4);
    private readonly string data = Directory.CreateTempSubdirectory("fupin-platform-").FullName;
    private AppHostProcess? host;

    /// <summary>Where people and machines come to.</summary>
    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}/");

    public async ValueTask InitializeAsync()
    {
        var broker = await (await RabbitMqServer.GetSharedAsync()).CreateVirtualHostAsync();
        host = AppHostProcess.Start("--empty", "--port", Address.Port.ToString(CultureInfo.InvariantCulture), "--data", data, "--broker", broker);
        await host.ReadyAsync(StartLimit);
    }

    /// <summary>A client signed in as one of Development's machines.</summary>
    public async Task<HttpClient> AsAsync(string machine)
    {
        var client = new HttpClient { BaseAddress = Address };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = machine,
            ["client_secret"] = "dev-secret",
        });
        using var answer = await client.PostAsync("connect/token", form);
        answer.EnsureSuccessStatusCode();
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>Moves the platform's time.</summary>
    public async Task AdvanceAsync(TimeSpan by)
    {
        using var district = await AsAsync("dev-district");
        (await district.PostAsJsonAsync("api/clock", new { advance = by })).EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        if (host is not null) await host.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
