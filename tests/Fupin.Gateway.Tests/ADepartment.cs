using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Fupin.Gateway.Tests;

/// <summary>Stands behind the gateway in a department's place and answers with what arrived, also where only the inside may come.</summary>
internal sealed class ADepartment : IAsyncDisposable
{
    private readonly WebApplication app;

    private ADepartment(WebApplication app) => this.app = app;

    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public static async Task<ADepartment> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet("/openapi/v1.json", () => Results.Json(new { openapi = "3.1.1", info = new { title = "inside" }, paths = new { } }));
        app.MapGet("/divisions", () => Results.Json(Array.Empty<object>()));
        app.MapGet("/imports", () => Results.Json(new { items = Imports.OrderByDescending(job => job.At).Select(job => job.Answer), next = (Guid?)null }));
        app.MapGet("/records", () => Results.Json(Array.Empty<object>()));
        app.MapGet("/policies", () => Results.Json(new[] { new { code = "E4", name = "普通高中免学杂费" } }));
        app.MapGet("/candidates", (string kind, string after) => Results.Json(Candidates(kind, after)));
        app.Map("/{**rest}", async (HttpContext context) =>
        {
            using var body = new StreamReader(context.Request.Body);
            return Results.Json(new
            {
                path = context.Request.Path.Value,
                authorization = context.Request.Headers.Authorization.ToString(),
                cookie = context.Request.Headers.Cookie.ToString(),
                length = (await body.ReadToEndAsync()).Length,
            });
        });
        await app.StartAsync();
        return new ADepartment(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    // Thirty imports, one a day in March 2016: the first of one household, the last of thirty.
    private static readonly IReadOnlyList<(DateTime At, object Answer)> Imports =
    [
        .. Enumerable.Range(1, 30).Select(day => (At(day), (object)new
        {
            id = new Guid(day, 0, 0, new byte[8]), state = "done", rows = 3 * day, households = day, processed = 3 * day, accepted = day, rejected = 31 - day,
            alreadyThere = 0, uploadedAtUtc = At(day), workbookKept = false, findings = Array.Empty<object>(),
        })),
    ];

    // Two pages of a work list: the first one by a day, the second one by a birthday that nobody here knows.
    private static object Candidates(string kind, string after) => new
    {
        kind,
        month = "2016-03",
        notes = new[] { new { label = "说明", value = "按现在登记的情况推算今后 60 天" } },
        next = after.Length == 0 ? "k1" : null,
        items = new[]
        {
            new
            {
                itemId = Guid.Empty, householdId = Guid.Empty, village = "320412110207", memberId = (Guid?)null, policy = "E4", policyName = "普通高中免学杂费", period = "2016-S1",
                amount = 85_000, day = after.Length == 0 ? "2016-08-31" : null, isCertain = after.Length == 0,
                reasons = new[] { new { label = "政策", value = "普通高中免学杂费政策在本月没有实施", basis = (string?)null } },
            },
        },
    };

    private static DateTime At(int day) => new(2016, 3, day, 1, 0, 0, DateTimeKind.Utc);
}
