using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Fupin.Contracts.Registration;
using MassTransit;

namespace Fupin.Messaging;

/// <summary>All events of the platform (事件目录), by their wire names, and how they are written.</summary>
public static class EventCatalog
{
    /// <summary>How events are written: camelCase, enums by name, no escaping of Chinese.</summary>
    public static readonly JsonSerializerOptions Json = Write(new JsonSerializerOptions
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    });

    private static readonly Dictionary<string, Type> ByName = typeof(HouseholdRegistered).Assembly.GetExportedTypes()
        .Where(type => type.GetCustomAttribute<EntityNameAttribute>() is not null)
        .ToDictionary(NameOf);

    /// <summary>Every event type.</summary>
    public static IReadOnlyCollection<Type> Types => ByName.Values;

    /// <summary>The wire name of an event, such as registration.household-registered.</summary>
    public static string NameOf(Type type) =>
        type.GetCustomAttribute<EntityNameAttribute>()?.EntityName ?? throw new ArgumentException($"{type.Name} is no event.", nameof(type));

    /// <summary>The type of a wire name; refuses (<see cref="KeyNotFoundException"/>) one that is not in the catalogue.</summary>
    public static Type TypeOf(string name) => ByName[name];

    /// <summary>Sets the wire form on options made elsewhere, such as the bus's own.</summary>
    internal static JsonSerializerOptions Write(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = true;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        return options;
    }
}
