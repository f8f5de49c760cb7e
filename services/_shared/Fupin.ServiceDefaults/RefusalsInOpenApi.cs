using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Fupin.ServiceDefaults;

internal static class RefusalsInOpenApi
{
    // A response of a status lists the codes and sentences with which the route refuses.
    public static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var refusals = context.Description.ActionDescriptor.EndpointMetadata.OfType<RefusalsMetadata>().SelectMany(metadata => metadata.Refusals);
        foreach (var status in refusals.GroupBy(refusal => refusal.Status))
        {
            operation.Responses ??= [];
            var key = status.Key.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (!operation.Responses.TryGetValue(key, out var response)) operation.Responses[key] = response = new OpenApiResponse();
            response.Description = string.Join('\n', status.Select(refusal => $"{refusal.Code} {refusal.Text}"));
        }

        return Task.CompletedTask;
    }
}
