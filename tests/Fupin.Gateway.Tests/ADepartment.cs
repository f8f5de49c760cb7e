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

    private static DateTime At(int day) => new(2016, 3, day, 1, 0, 0, DateTimeKind.Utc);
}
