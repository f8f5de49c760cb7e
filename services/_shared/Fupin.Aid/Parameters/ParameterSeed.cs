using Fupin.Aid.Policies;
using Fupin.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fupin.Aid.Parameters;

// Adds what the department starts with and is not there yet; a value an officer entered is never touched.
internal sealed class ParameterSeed(PolicyBook book) : IMigrateStep
{
    public async Task RunAsync(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<DbContext>();
        var known = await db.Set<ParameterRow>().AsNoTracking().Select(row => new { row.Name, row.From, row.Number }).ToListAsync(ct);
        var names = known.Select(row => (row.Name, row.From)).ToHashSet();
        var number = known.Max(row => row.Number) ?? 0;
        foreach (var seed in book.Seed.Where(seed => !names.Contains((seed.Name, seed.From)))) db.Add(ParameterRow.OfSeed(seed, ++number));
        await db.SaveChangesAsync(ct);
    }
}
