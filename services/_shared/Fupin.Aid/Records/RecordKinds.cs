using Fupin.Aid.Proposals;
using Fupin.Contracts.Values;
using Fupin.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Aid.Records;

/// <summary>All kinds of records of a department (部门记录种类).</summary>
/// <param name="kinds">The kinds.</param>
public sealed class RecordKinds(IReadOnlyList<RecordKind> kinds)
{
    /// <summary>All of them, in the order of declaration.</summary>
    public IReadOnlyList<RecordKind> All => kinds;

    /// <summary>The kind of a name.</summary>
    public RecordKind Of(string name) => kinds.First(kind => kind.Name == name);
}

/// <summary>The records a department keeps, as its policies look at them (部门记录).</summary>
/// <param name="db">The department's database.</param>
/// <param name="kinds">Its kinds.</param>
public sealed class KeptRecords(DbContext db, RecordKinds kinds) : IOwnRecords
{
    /// <inheritdoc />
    public async Task<ILookup<Guid, object>> OfAsync(IReadOnlyCollection<Guid> households, AidMonth month, CancellationToken ct)
    {
        List<(Guid Household, object Record)> found = [];
        foreach (var kind in kinds.All)
        {
            foreach (var record in await kind.OfAsync(db, households, ct))
            {
                if (record is IHouseholdRecord about) found.Add((about.HouseholdId, record));
                else found.AddRange(households.Select(household => (household, (object)record)));
            }
        }

        return found.ToLookup(one => one.Household, one => one.Record);
    }
}

/// <summary>The tables of a department's records (部门记录表).</summary>
public static class RecordTables
{
    /// <summary>Adds a table for each kind, scoped where its records are about households.</summary>
    public static void AddRecords(this ModelBuilder modelBuilder, IScopedDb db, params RecordKind[] kinds)
    {
        foreach (var kind in kinds) kind.Map(modelBuilder, db);
    }
}
