using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Xml.Linq;
using System.Xml.XPath;
using Fupin.Contracts.Values;
using Fupin.Messaging;
using YamlDotNet.Serialization;

namespace Fupin.Contracts.Tests;

/// <summary>Writes the AsyncAPI 3.0 document of all events from their types and summaries.</summary>
internal static class AsyncApi
{
    private static readonly XDocument Summaries = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "Fupin.Contracts.xml"));

    public static string Write()
    {
        var channels = new SortedDictionary<string, object>(StringComparer.Ordinal);
        var operations = new SortedDictionary<string, object>(StringComparer.Ordinal);
        var messages = new SortedDictionary<string, object>(StringComparer.Ordinal);
        foreach (var type in EventCatalog.Types)
        {
            var name = EventCatalog.NameOf(type);
            var key = type.Name;
            channels[key] = new Dictionary<string, object>
            {
                ["address"] = name,
                ["messages"] = new Dictionary<string, object> { [key] = Ref($"#/components/messages/{key}") },
                ["bindings"] = new Dictionary<string, object>
                {
                    ["amqp"] = new Dictionary<string, object>
                    {
                        ["is"] = "routingKey",
                        ["exchange"] = new Dictionary<string, object> { ["name"] = name, ["type"] = "fanout", ["durable"] = true },
                    },
                },
            };
            operations[$"publish{key}"] = new Dictionary<string, object>
            {
                ["action"] = "send",
                ["channel"] = Ref($"#/channels/{key}"),
            };
            messages[key] = new Dictionary<string, object>
            {
                ["name"] = $"urn:message:fupin:{name.Replace('.', ':')}",
                ["summary"] = SummaryOf(type),
                ["contentType"] = "application/vnd.masstransit+json",
                ["payload"] = Plain(SchemaOf(type))!,
            };
        }

        var document = new Dictionary<string, object>
        {
            ["asyncapi"] = "3.0.0",
            ["info"] = new Dictionary<string, object>
            {
                ["title"] = "Fupin platform events",
                ["version"] = "0.1.0",
                ["description"] = "What departments tell each other. Facts in the past tense, full state with a revision, no personal identifiers.",
            },
            ["channels"] = channels,
            ["operations"] = operations,
            ["components"] = new Dictionary<string, object> { ["messages"] = messages },
        };
        return "# Generated from the contracts; FUPIN_UPDATE=1 dotnet test --project tests/Fupin.Contracts.Tests writes it anew.\n"
            + new SerializerBuilder().DisableAliases().Build().Serialize(document).ReplaceLineEndings("\n");
    }

    private static JsonNode SchemaOf(Type type) => EventCatalog.Json.GetJsonSchemaAsNode(type, new JsonSchemaExporterOptions
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (context, schema) => context.TypeInfo.Type switch
        {
            var value when value == typeof(Money) || value == typeof(Money?) => Of("integer", "fen"),
            var value when value == typeof(DivisionCode) => Of("string", "division code of 12 digits"),
            var value when value == typeof(AidMonth) => Of("string", "yyyy-MM"),
            _ => schema,
        },
    });

    private static JsonObject Of(string type, string description) => new() { ["type"] = type, ["description"] = description };

    private static Dictionary<string, object> Ref(string target) => new() { ["$ref"] = target };

    private static string SummaryOf(Type type) =>
        Summaries.XPathSelectElement($"//member[@name='T:{type.FullName}']/summary")?.Value.Trim() ?? "";

    private static object? Plain(JsonNode? node) => node switch
    {
        JsonObject fields => fields.ToDictionary(field => field.Key, field => Plain(field.Value)),
        JsonArray items => items.Select(Plain).ToList(),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => value.GetValue<long>(),
        JsonValue value when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False => value.GetValue<bool>(),
        JsonValue value => value.GetValue<string>(),
        _ => null,
    };
}
