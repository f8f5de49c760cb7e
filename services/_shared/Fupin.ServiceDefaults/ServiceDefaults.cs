using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Fupin.ServiceDefaults;

/// <summary>What every process of the platform has alike (服务默认设置).</summary>
public static class ServiceDefaults
{
    private const int LargestBody = 1024 * 1024;
    private const int DeepestJson = 32;

    /// <summary>
    /// Telemetry, health, problem documents, token validation, permissions, the platform clock, JSON, clients with discovery and
    /// resilience, and limits on what is accepted. <paramref name="service"/> is the name the others know this one by.
    /// </summary>
    public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder, string service)
    {
        builder.AddTelemetry(service);
        builder.AddClock();
        builder.AddOfficerTokens(service);
        builder.Services.AddProblems();
        builder.Services.AddHealthChecks().AddCheck("self", () => HealthCheckResult.Healthy(), ["live"]);
        builder.Services.AddServiceDiscovery();
        builder.Services.ConfigureHttpClientDefaults(client =>
        {
            client.AddStandardResilienceHandler();
            client.AddServiceDiscovery();
        });
        builder.Services.AddGrpc(options => options.Interceptors.Add<RefusalOverGrpc>());
        builder.Services.AddOpenApi("v1", options => options.AddOperationTransformer(RefusalsInOpenApi.Describe));
        builder.Services.ConfigureHttpJsonOptions(options => Configure(options.SerializerOptions));
        builder.Services.Configure<KestrelServerOptions>(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = LargestBody;
        });
        if (builder.Configuration["FUPIN_PARENT_PID"] is not null) builder.Services.AddHostedService<ParentWatch>();
        return builder;
    }

    /// <summary>The pipeline every service starts with, its health (<c>/health</c>, <c>/alive</c>) and its OpenAPI document (<c>/openapi/v1.json</c>).</summary>
    public static WebApplication MapDefaultEndpoints(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages(context => Problems.OfStatusAsync(context.HttpContext));
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapHealthChecks("/health").AllowAnonymous();
        app.MapHealthChecks("/alive", new HealthCheckOptions { Predicate = check => check.Tags.Contains("live") }).AllowAnonymous();
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        return app;
    }

    private static void Configure(JsonSerializerOptions json)
    {
        json.MaxDepth = DeepestJson;
        json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping; // Chinese stays readable; answers are never put into HTML as they are
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
    }

    private static void AddClock(this WebApplicationBuilder builder)
    {
        if (builder.Environment.IsDevelopment() && builder.Configuration["Clock:File"] is { Length: > 0 } file)
        {
            var clock = new PlatformClock(file);
            builder.Services.AddSingleton(clock);
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
        }
        else
        {
            builder.Services.TryAddSingleton(TimeProvider.System);
        }
    }
}
