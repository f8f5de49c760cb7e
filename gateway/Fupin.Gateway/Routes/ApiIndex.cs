using System.Text.Json.Nodes;
using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Fupin.Gateway.Routes;

/// <summary>The OpenAPI documents of all departments (接口目录), as they look from outside.</summary>
internal static class ApiIndex
{
    public sealed record Entry(string Name, string Address, string Openapi);

    public static IReadOnlyList<Entry> List(IConfiguration configuration) =>
    [
        .. configuration.DepartmentNames().Select(name => new Entry(name, $"/api/{name}", $"/api/openapi/{name}.json")),
        new Entry("dci", "/api/dci", "/api/openapi/registration.json"), // served by registration, under the paths of the DCI specification
        new Entry("gateway", "/api", "/api/openapi/gateway.json"),
    ];

    public static async Task<Results<JsonHttpResult<JsonNode>, Refusal>> Show(
        string department, IConfiguration configuration, IHttpClientFactory clients, CancellationToken ct)
    {
        if (!configuration.DepartmentNames().Contains(department)) return SystemErrors.NotFound;
        try
        {
            var document = (await clients.CreateClient().GetFromJsonAsync<JsonNode>(new Uri($"http://{department}/openapi/v1.json"), ct))!;
            document["info"]!["title"] = department;
            document["servers"] = new JsonArray(new JsonObject { ["url"] = $"/api/{department}" });
            return TypedResults.Json(document);
        }
        catch (HttpRequestException)
        {
            return GatewayErrors.DepartmentAway;
        }
    }
}
