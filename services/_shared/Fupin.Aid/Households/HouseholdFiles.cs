using System.Linq.Expressions;
using System.Reflection;
using Fupin.Contracts.Values;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Aid.Households;

/// <summary>The household files of a department (救助档案).</summary>
internal sealed class HouseholdFiles(DbContext db)
{
    private static readonly MethodInfo MoveRows =
        typeof(HouseholdFiles).GetMethod(nameof(MoveRowsAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>The file of a household, opened when there is none.</summary>
    public async Task<HouseholdFile> OpenAsync(Guid householdId, CancellationToken ct)
    {
        if (await db.Set<HouseholdFile>().FindAsync([householdId], ct) is { } file) return file;
        var opened = new HouseholdFile { HouseholdId = householdId };
        db.Add(opened);
        return opened;
    }

    /// <summary>Lets all rows about the household follow it to its new village, so that scope follows too.</summary>
    public async Task MoveAsync(HouseholdFile file, DivisionCode from, CancellationToken ct)
    {
        if (file.Village == from) return;
        foreach (var type in db.Model.GetEntityTypes().Select(entity => entity.ClrType))
        {
            if (type == typeof(HouseholdFile) || !type.IsAssignableTo(typeof(IHouseholdRow))) continue;
            await (Task)MoveRows.MakeGenericMethod(type).Invoke(null, [db, file.HouseholdId, file.Village, ct])!;
        }
    }

    private static Task<int> MoveRowsAsync<TRow>(DbContext db, Guid householdId, DivisionCode village, CancellationToken ct)
        where TRow : class, IHouseholdRow =>
        db.Set<TRow>().Where(row => row.HouseholdId == householdId).ExecuteUpdateAsync(set => set.SetProperty(row => row.Village, village), ct);
}

/// <summary>Rows as they will be after the save (含未保存的记录).</summary>
public static class UnsavedRows
{
    /// <summary>The rows that meet a condition, those added in this unit of work included, so that a decision sees a record entered with it.</summary>
    public static async Task<IReadOnlyList<TRow>> WithUnsavedAsync<TRow>(
        this IQueryable<TRow> rows, DbContext db, Expression<Func<TRow, bool>> condition, CancellationToken ct)
        where TRow : class
    {
        await rows.Where(condition).LoadAsync(ct);
        return [.. db.Set<TRow>().Local.Where(condition.Compile())];
    }
}
