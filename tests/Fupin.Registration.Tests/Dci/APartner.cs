using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fupin.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Fupin.Registration.Tests.Dci;

/// <summary>A system outside the platform: it signs what it sends, and listens on this machine for what it is told.</summary>
internal sealed class APartner : IAsyncDisposable
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly WebApplication app;

    private APartner(string senderId, TestOfficer officer, WebApplication app) => (SenderId, Officer, this.app) = (senderId, officer, app);

    public sealed record Told(string Path, string Text)
    {
        public JsonElement Json => JsonElement.Parse(Text);

        public string Action => Json.GetProperty("header").GetProperty("action").GetString()!;

        public string MessageId => Json.GetProperty("header").GetProperty("message_id").GetString()!;

        public JsonElement Message => Json.GetProperty("message");
    }

    public string SenderId { get; }

    public TestOfficer Officer { get; }

    /// <summary>Where it listens.</summary>
    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/dci";

    /// <summary>Everything it was told, in order of arrival; also what it refused.</summary>
    public ConcurrentQueue<Told> Heard { get; } = new();

    /// <summary>What it answers next, before it goes back to answering 200.</summary>
    public ConcurrentQueue<int> Answers { get; } = new();

    /// <summary>While it is set and not done, a notification is heard and not answered.</summary>
    public TaskCompletionSource? Pause { get; set; }

    public object KeySet
    {
        get
        {
            var point = key.ExportParameters(false).Q;
            return new { keys = new[] { new { kty = "EC", crv = "P-256", x = Base64Url.EncodeToString(point.X), y = Base64Url.EncodeToString(point.Y), kid = "k1", use = "sig", alg = "ES256" } } };
        }
    }

    public static async Task<APartner> StartAsync(string senderId, TestOfficer officer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var partner = new APartner(senderId, officer, app);
        app.MapPost("/{**rest}", async (HttpContext context) =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var told = new Told(context.Request.Path.Value!, await reader.ReadToEndAsync());
            partner.Heard.Enqueue(told);
            if (partner.Pause is { } pause && told.Action == "notify") await pause.Task;
            if (!partner.Answers.TryDequeue(out var status)) return Results.Ok();
            if (status is 302) context.Response.Headers.Location = "/elsewhere";
            return Results.StatusCode(status);
        });
        await app.StartAsync();
        return partner;
    }

    /// <summary>The first message heard that fits, now or within the time.</summary>
    public Task<Told> Hears(string action, Func<Told, bool>? fits = null) =>
        Eventually.Gives(() => Task.FromResult(Heard.FirstOrDefault(told => told.Action == action && fits?.Invoke(told) != false)));

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        key.Dispose();
    }

    /// <summary>A message as it goes over the wire; <paramref name="change"/> may spoil its header.</summary>
    public string Write(string action, object message, int total = 1, Action<JsonObject>? change = null, bool sign = true)
    {
        var header = new JsonObject
        {
            ["version"] = "1.0.0",
            ["message_id"] = Guid.NewGuid().ToString("N"),
            ["message_ts"] = TimeProvider.System.GetUtcNow().ToString("O"),
            ["action"] = action,
            ["sender_id"] = SenderId,
            ["total_count"] = total,
        };
        change?.Invoke(header);
        var (head, body) = (header.ToJsonString(), JsonSerializer.Serialize(message));
        return sign ? $$"""{"signature":"{{Sign(head, body)}}","header":{{head}},"message":{{body}}}""" : $$"""{"header":{{head}},"message":{{body}}}""";
    }

    /// <summary>JWS with detached content over {"header":…,"message":…}, made by hand.</summary>
    public string Sign(string header, string message)
    {
        var protectedHeader = Base64Url.EncodeToString("""{"alg":"ES256","kid":"k1"}"""u8);
        return $"{protectedHeader}..{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(Input(protectedHeader, header, message)), HashAlgorithmName.SHA256))}";
    }

    /// <summary>Whether a message of the platform is signed by a key that it publishes, checked by hand.</summary>
    public static bool IsSignedBy(JsonElement keySet, JsonElement message)
    {
        var parts = message.GetProperty("signature").GetString()!.Split('.');
        var kid = JsonElement.Parse(Base64Url.DecodeFromChars(parts[0])).GetProperty("kid").GetString();
        var jwk = keySet.GetProperty("keys").EnumerateArray().Single(key => key.GetProperty("kid").GetString() == kid);
        using var key = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = Base64Url.DecodeFromChars(jwk.GetProperty("x").GetString()), Y = Base64Url.DecodeFromChars(jwk.GetProperty("y").GetString()) },
        });
        var input = Input(parts[0], message.GetProperty("header").GetRawText(), message.GetProperty("message").GetRawText());
        return parts[1].Length == 0 && key.VerifyData(Encoding.ASCII.GetBytes(input), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256);
    }

    private static string Input(string protectedHeader, string header, string message) =>
        $"{protectedHeader}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes($$"""{"header":{{header}},"message":{{message}}}"""))}";
}
