using System.Collections.Frozen;
using Fupin.Gateway.Sessions;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Transforms;

namespace Fupin.Gateway.Routes;

/// <summary>The ways from the one address to the departments (部门路由); appsettings.json lists them, and nothing else is reachable.</summary>
internal static class Departments
{
    private const long LargestBody = 1024 * 1024;

    // What a service serves beside its API is for the inside only.
    private static readonly FrozenSet<string> Internal =
        FrozenSet.ToFrozenSet(["health", "alive", "openapi", "connect", "account", ".well-known"], StringComparer.OrdinalIgnoreCase);

    public static void AddDepartments(this WebApplicationBuilder builder) => builder.Services
        .AddReverseProxy()
        .LoadFromConfig(builder.Configuration.GetSection("ReverseProxy"))
        .AddConfigFilter<Addresses>()
        .AddTransforms(route => route.AddRequestTransform(async transform =>
        {
            if (!transform.Path.StartsWithSegments("/connect") && !transform.Path.StartsWithSegments("/account")) transform.ProxyRequest.Headers.Remove("Cookie");
            if (transform.HttpContext.Request.Headers.Authorization.Count > 0) return;
            var token = await transform.HttpContext.RequestServices.GetRequiredService<IAccessToken>().GetAsync(transform.HttpContext);
            if (token is not null) transform.ProxyRequest.Headers.Authorization = new("Bearer", token);
        }));

    public static void MapDepartments(this WebApplication app)
    {
        app.MapReverseProxy(proxy =>
        {
            proxy.Use(Guard);
            proxy.UseSessionAffinity();
            proxy.UseLoadBalancing();
            proxy.UsePassiveHealthChecks();
        });
        app.MapGet("/health", DepartmentHealth.Handle).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/alive", () => TypedResults.Ok(new { status = "healthy" })).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/api", ApiIndex.List).AllowAnonymous();
        app.MapGet("/api/openapi/{department}.json", ApiIndex.Show).AllowAnonymous().Refuses(SystemErrors.NotFound, GatewayErrors.DepartmentAway);
        app.MapOpenApi("/api/openapi/gateway.json").AllowAnonymous();
        app.Map("/api/{**rest}", () => SystemErrors.NotFound).AllowAnonymous().ExcludeFromDescription();
    }

    private static Task Guard(HttpContext context, RequestDelegate next) => RefusalOf(context) is { } refusal ? refusal.ExecuteAsync(context) : next(context);

    private static Refusal? RefusalOf(HttpContext context)
    {
        var route = context.GetReverseProxyFeature().Route.Config;
        if (context.Request.ContentLength > (route.MaxRequestBodySize ?? LargestBody)) return SystemErrors.TooLarge;
        if (!context.Request.Path.StartsWithSegments("/api", out var rest)) return null;
        var asked = rest.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries).ElementAtOrDefault(1) ?? "";
        // gRPC addresses begin with a package, such as fupin.registration.
        return Internal.Contains(asked) || asked.Contains('.', StringComparison.Ordinal) ? SystemErrors.NotFound : null;
    }

    // Every replica that service discovery knows is a destination of its department's cluster.
    private sealed class Addresses(IConfiguration configuration) : IProxyConfigFilter
    {
        public ValueTask<ClusterConfig> ConfigureClusterAsync(ClusterConfig cluster, CancellationToken cancel)
        {
            var destinations = configuration.AddressesOf(cluster.ClusterId)
                .Select((address, replica) => (Name: $"{cluster.ClusterId}-{replica}", Config: new DestinationConfig { Address = address.AbsoluteUri }))
                .ToDictionary(entry => entry.Name, entry => entry.Config);
            return ValueTask.FromResult(cluster with { Destinations = destinations });
        }

        public ValueTask<RouteConfig> ConfigureRouteAsync(RouteConfig route, ClusterConfig? cluster, CancellationToken cancel) => ValueTask.FromResult(route);
    }
}
