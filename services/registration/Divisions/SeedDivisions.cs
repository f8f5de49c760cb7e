using Fupin.Contracts.Values;
using Fupin.Persistence;
using Fupin.Registration.Data;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Divisions;

/// <summary>Lays the published divisions and their aliases (初始区划), divisions.csv and division-aliases.csv; what is there already is left as it is.</summary>
internal sealed class SeedDivisions : IMigrateStep
{
    public async Task RunAsync(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<RegistrationDb>();
        var codes = (await db.Divisions.Select(division => division.Code).ToListAsync(ct)).ToHashSet();
        var names = (await db.DivisionAliases.Select(alias => alias.Name).ToListAsync(ct)).ToHashSet();
        db.Divisions.AddRange(Divisions().Where(division => !codes.Contains(division.Code)));
        db.DivisionAliases.AddRange(Aliases().Where(alias => !names.Contains(alias.Name)));
        await db.SaveChangesAsync(ct);
    }

    public static IEnumerable<Division> Divisions() => Lines("divisions.csv").Select(fields => new Division
    {
        Code = DivisionCode.Parse(fields[0]),
        Name = fields[1],
        Level = Enum.Parse<DivisionLevel>(fields[2], ignoreCase: true),
        Kind = fields[3],
        Parent = DivisionCode.Parse(fields[4]),
    });

    public static IEnumerable<DivisionAlias> Aliases() => Lines("division-aliases.csv").Select(fields => new DivisionAlias
    {
        Id = Guid.CreateVersion7(),
        Name = fields[0],
        StandsFor = DivisionCode.Parse(fields[1]),
        Basis = fields[2],
    });

    private static IEnumerable<string[]> Lines(string file)
    {
        using var stream = typeof(SeedDivisions).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"{file} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Skip(1)
            .Select(line => line.Split(',', 6))];
    }
}
