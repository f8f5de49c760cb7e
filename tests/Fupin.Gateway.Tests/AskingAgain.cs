using System.Globalization;
using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Fupin.Gateway.Tests;

/// <summary>A question is asked again when its answer is an error; what changes something is sent once.</summary>
public sealed class AskingAgain
{
    [Theory]
    [InlineData("GET", true)]
    [InlineData("POST", false)]
    [InlineData("PUT", false)]
    public async Task Only_what_reads_is_sent_again_after_an_error(string method, bool again)
    {
        var arrived = 0;
        await using var other = await StartAsync(app => app.Map("/{**rest}", (HttpContext context) =>
        {
            Interlocked.Increment(ref arrived);
            context.Response.Headers.RetryAfter = 0.ToString(CultureInfo.InvariantCulture);
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }));
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Identity:Issuer"] = "http://identity.test/", ["Clock:File"] = Path.GetTempFileName() });
        builder.AddServiceDefaults("asker");
        await using var asker = builder.Build();

        using var client = asker.Services.GetRequiredService<IHttpClientFactory>().CreateClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(other.Urls.Single()));
        using var answer = await client.SendAsync(request);

        Assert.Equal(again, arrived > 1);
    }

    private static async Task<WebApplication> StartAsync(Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        map(app);
        await app.StartAsync();
        return app;
    }
}
