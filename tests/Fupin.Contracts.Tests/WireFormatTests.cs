using System.Reflection;
using System.Text.Json;
using Fupin.Messaging;
using MassTransit;

namespace Fupin.Contracts.Tests;

/// <summary>The form of events on the wire: fields are only ever added, never renamed or dropped.</summary>
public sealed class WireFormatTests
{
    private static readonly JsonSerializerOptions Indented = new(EventCatalog.Json) { WriteIndented = true };

    public static TheoryData<string> Events => [.. EventCatalog.Types.Select(EventCatalog.NameOf)];

    [Theory, MemberData(nameof(Events))]
    public void An_event_reads_as_it_was_kept(string name)
    {
        var sample = EventSamples.All.Single(sample => EventCatalog.NameOf(sample.GetType()) == name);

        Repository.AssertKept(JsonSerializer.Serialize(sample, sample.GetType(), Indented) + "\n", "tests", "Fupin.Contracts.Tests", "Snapshots", $"{name}.json");
    }

    [Theory, MemberData(nameof(Events))]
    public void An_event_survives_the_wire_whole(string name)
    {
        var sample = EventSamples.All.Single(sample => EventCatalog.NameOf(sample.GetType()) == name);
        var json = JsonSerializer.Serialize(sample, sample.GetType(), EventCatalog.Json);

        var read = JsonSerializer.Deserialize(json, sample.GetType(), EventCatalog.Json);

        Assert.Equal(json, JsonSerializer.Serialize(read, sample.GetType(), EventCatalog.Json));
        Assert.DoesNotContain("null", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Wire_names_are_unique_and_say_the_same_in_exchange_and_urn()
    {
        Assert.Equal(EventCatalog.Types.Count, EventCatalog.Types.Select(EventCatalog.NameOf).Distinct().Count());
        foreach (var type in EventCatalog.Types)
        {
            var urn = type.GetCustomAttribute<MessageUrnAttribute>();
            Assert.NotNull(urn);
            Assert.Equal($"urn:message:fupin:{EventCatalog.NameOf(type).Replace('.', ':')}", urn.Urn.ToString());
        }
    }

    [Fact]
    public void No_event_has_a_field_for_what_identifies_a_person()
    {
        string[] forbidden = ["Name", "IdNumber", "IdCard", "Account", "Phone", "Address", "BirthDate"];
        var fields = EventCatalog.Types.SelectMany(type => FieldsOf(type, [])).ToList();

        Assert.DoesNotContain(fields, field => forbidden.Contains(field));
        Assert.Contains("Village", fields);
    }

    private static IEnumerable<string> FieldsOf(Type type, HashSet<Type> seen)
    {
        if (!type.FullName!.StartsWith("Fupin", StringComparison.Ordinal) || type.IsEnum || !seen.Add(type)) yield break;
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            yield return property.Name;
            var inner = property.PropertyType.IsGenericType ? property.PropertyType.GetGenericArguments() : [property.PropertyType];
            foreach (var field in inner.SelectMany(part => FieldsOf(part, seen))) yield return field;
        }
    }
}
