using System.Linq.Expressions;
using System.Reflection;
using Fupin.Aid.Proposals;
using Fupin.Aid.Records.Unmatched;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Aid.Households;

/// <summary>The household files of a department (救助档案): what registration tells is taken once and in its own order, and decided on.</summary>
internal sealed class HouseholdFiles(DbContext db, AidDesk desk, UnmatchedRecords unmatched)
{
    private static readonly MethodInfo MoveRows =
        typeof(HouseholdFiles).GetMethod(nameof(MoveRowsAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    public async Task TakeAsync(HouseholdRegistered told, CancellationToken ct)
    {
        var file = await OpenAsync(told.HouseholdId, ct);
        var village = file.Village;
        if (!file.TakeRegistration(told.Revision, told.Facts)) return;
        await unmatched.HouseholdRegisteredAsync(told.HouseholdId, ct); // first, so that what waited counts in what is decided
        await DecideAsync(file, village, ct);
    }

    public async Task TakeAsync(HouseholdChanged told, CancellationToken ct)
    {
        var file = await OpenAsync(told.HouseholdId, ct);
        var village = file.Village;
        if (file.TakeFacts(told.Revision, told.Facts)) await DecideAsync(file, village, ct);
    }

    // 依据：武发[2016]68号 四(四)：如期脱贫或提前脱贫的，两年内享受扶贫优惠政策 — aids go on until the retention ends, then the set is empty.
    public async Task TakeAsync(HouseholdExited told, CancellationToken ct)
    {
        var file = await OpenAsync(told.HouseholdId, ct);
        if (file.TakeExit(told.Revision, told.RetainedUntil)) await desk.DecideAsync(told.HouseholdId, ct);
    }

    private async Task<HouseholdFile> OpenAsync(Guid householdId, CancellationToken ct)
    {
        if (await db.Set<HouseholdFile>().FindAsync([householdId], ct) is { } file) return file;
        var opened = new HouseholdFile { HouseholdId = householdId };
        db.Add(opened);
        return opened;
    }

    private async Task DecideAsync(HouseholdFile file, DivisionCode from, CancellationToken ct)
    {
        if (file.Village != from) await MoveAsync(file, ct);
        await desk.DecideAsync(file.HouseholdId, ct);
    }

    // All rows about the household follow it to its new village, so that scope follows too.
    private async Task MoveAsync(HouseholdFile file, CancellationToken ct)
    {
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
