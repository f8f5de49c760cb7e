using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
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
            client.AddCarefulResilience();
            client.AddServiceDiscovery();
        });
        builder.Services.AddGrpc(options => options.Interceptors.Add<RefusalOverGrpc>());
        builder.Services.AddOpenApi("v1", options =>
        {
            options.AddOperationTransformer(RefusalsInOpenApi.Describe);
            options.CreateSchemaReferenceId = NameOfSchema;
        });
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)); // Chinese needs no escapes in a UTF-8 page
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
        app.UseStatusCodePages(context => Problems.OfStatusAsync(context.HttpContext));
        app.UseDefaultPipeline();
        app.MapHealthChecks("/health").AllowAnonymous();
        app.MapHealthChecks("/alive", new HealthCheckOptions { Predicate = check => check.Tags.Contains("live") }).AllowAnonymous();
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        return app;
    }

    /// <summary>Only the pipeline, for the gateway, which serves nothing of its own inside.</summary>
    public static void UseDefaultPipeline(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseAuthentication();
        app.UseAuthorization();
    }

    // Use cases call their records Request and Response: only with the use case's name are they told apart.
    private static string? NameOfSchema(JsonTypeInfo type) =>
        OpenApiOptions.CreateDefaultSchemaReferenceId(type) is { } name ? type.Type is { IsNested: true, IsGenericType: false } nested ? nested.DeclaringType!.Name + name : name : null;

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
