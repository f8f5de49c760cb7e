using System.Text.Json;

namespace Fupin.Registration.Identification;

/// <summary>The parameters the platform comes with (初始识别参数), identification-parameters.json.</summary>
internal static class SeedParameters
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<IdentificationParameter> Rows()
    {
        using var json = typeof(SeedParameters).Assembly.GetManifestResourceStream("identification-parameters.json")
            ?? throw new InvalidOperationException("identification-parameters.json is not in the assembly.");
        return [.. JsonSerializer.Deserialize<Row[]>(json, Web)!.Select(row => new IdentificationParameter
        {
            Id = Guid.CreateVersion7(),
            Name = row.Name,
            From = row.From,
            To = row.To,
            Value = row.Value,
            Basis = row.Basis,
        })];
    }

    private sealed record Row(string Name, DateOnly From, DateOnly? To, string Value, string Basis);
}
