using System.Text.Json;
using Fupin.Persistence;
using Fupin.Registration.Data;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Identification;

/// <summary>Lays the parameters the platform comes with (初始识别参数), identification-parameters.json; a row that is there already is left as it is.</summary>
internal sealed class SeedParameters : IMigrateStep
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public async Task RunAsync(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<RegistrationDb>();
        var known = await db.IdentificationParameters.Select(row => new { row.Name, row.From }).ToListAsync(ct);
        db.IdentificationParameters.AddRange(Rows().Where(row => !known.Contains(new { row.Name, row.From })));
        await db.SaveChangesAsync(ct);
    }

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
