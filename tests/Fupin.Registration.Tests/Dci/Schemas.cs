using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace Fupin.Registration.Tests.Dci;

/// <summary>The schemas of the published DCI specifications, of which the parts used here lie in Schemas/ with their source and what was changed in them.</summary>
internal static class Schemas
{
    private static readonly ConcurrentDictionary<(string, string), JsonSchema> Read = new();
    private static readonly EvaluationOptions Options = new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true };

    /// <summary>Fails with each place that does not fit.</summary>
    public static void Fits(string specification, string schema, JsonElement message) => Fits(specification, schema, message.GetRawText());

    public static void Fits(string specification, string schema, string message)
    {
        var result = Read.GetOrAdd((specification, schema), Load).Evaluate(JsonNode.Parse(message), Options);
        var faults = result.Details.Where(detail => detail.HasErrors).SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation} {error.Key}: {error.Value}"));
        Assert.True(result.IsValid, $"{specification} {schema}: {string.Join("; ", faults)}\n{message}");
    }

    private static JsonSchema Load((string Specification, string Schema) name)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Dci", "Schemas", $"{name.Specification}.json")));
        return JsonSchema.FromText(file.RootElement.GetProperty("schemas").GetProperty(name.Schema).GetRawText());
    }
}
