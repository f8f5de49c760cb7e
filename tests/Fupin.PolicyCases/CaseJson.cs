using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Fupin.Contracts.Values;
using YamlDotNet.Serialization;

namespace Fupin.PolicyCases;

/// <summary>Reads what owners of policies write: YAML with yuan and member letters.</summary>
internal static class CaseJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new Yuan(), new Letter(), new Number(), new Flag(), new JsonStringEnumConverter() },
    };

    private static readonly IDeserializer Yaml = new DeserializerBuilder().Build();

    public static T Read<T>(string yaml) => ToJson(Yaml.Deserialize<object>(yaml)).Deserialize<T>(Options)!;

    public static object ReadRecord(JsonElement record, Assembly department)
    {
        var fields = record.EnumerateObject().ToList();
        var name = fields.Single(field => field.Name == "type").Value.GetString();
        var type = department.GetTypes().Single(type => type.Name == name);
        var rest = new JsonObject(fields.Where(field => field.Name != "type").Select(field => KeyValuePair.Create(field.Name, JsonNode.Parse(field.Value.GetRawText()))));
        return rest.Deserialize(type, Options)!;
    }

    /// <summary>The id that stands for a letter: the same letter is always the same person.</summary>
    public static Guid IdOf(string letter) =>
        Guid.TryParse(letter, out var id) ? id : new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(letter)).AsSpan(0, 16));

    private static JsonNode? ToJson(object? value) => value switch
    {
        null => null,
        IDictionary<object, object> map => new JsonObject(map.Select(pair => KeyValuePair.Create((string)pair.Key, ToJson(pair.Value)))),
        IEnumerable<object> list => new JsonArray([.. list.Select(ToJson)]),
        _ => JsonValue.Create(value.ToString()),
    };

    private sealed class Yuan : JsonConverter<Money>
    {
        public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Money.FromYuan(decimal.Parse(reader.GetString()!, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));

        public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    private sealed class Letter : JsonConverter<Guid>
    {
        public override Guid Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => IdOf(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, Guid value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }

    private sealed class Number : JsonConverter<int>
    {
        public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            int.Parse(reader.GetString()!, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

        public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
    }

    private sealed class Flag : JsonConverter<bool>
    {
        public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => bool.Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
    }
}
