using System.Linq.Expressions;
using System.Reflection;
using Fupin.Aid.Proposals;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Fupin.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Aid.Households;

/// <summary>The household files of a department (救助档案): what registration tells is taken once and in its own order, and decided on.</summary>
internal sealed class HouseholdFiles(DbContext db, AidDesk desk, TimeProvider clock)
{
    private static readonly MethodInfo MoveRows =
        typeof(HouseholdFiles).GetMethod(nameof(MoveRowsAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    public async Task TakeAsync(HouseholdRegistered told, CancellationToken ct)
    {
        var file = await OpenAsync(told.HouseholdId, ct);
        var returned = file.TakeRegistration(told.Revision, told.On);
        var isNewest = await TakeFactsAsync(file, told.Revision, told.On, told.Facts, ct);
        await DecideAsync(file, told.On, returned || isNewest, ct);
    }

    public async Task TakeAsync(HouseholdChanged told, CancellationToken ct)
    {
        var file = await OpenAsync(told.HouseholdId, ct);
        await DecideAsync(file, told.On, await TakeFactsAsync(file, told.Revision, told.On, told.Facts, ct), ct);
    }

    // 依据：武发[2016]68号 四(四)：如期脱贫或提前脱贫的，两年内享受扶贫优惠政策 — aids go on until the retention ends, then the set is empty.
    public async Task TakeAsync(HouseholdExited told, CancellationToken ct)
    {
        var file = await OpenAsync(told.HouseholdId, ct);
        await DecideAsync(file, told.On, file.TakeExit(told.Revision, told.On, told.RetainedUntil), ct);
    }

    public async Task TakeAsync(MembersMoved told, CancellationToken ct)
    {
        var (from, to) = (await OpenAsync(told.FromHouseholdId, ct), await OpenAsync(told.ToHouseholdId, ct));
        var month = AidMonth.Of(told.On);
        to.TakeKin(new Kin(from.HouseholdId, month, IsOrigin: true, told.By));
        if (!from.TakeKin(new Kin(to.HouseholdId, month, IsOrigin: false, told.By)) || month > clock.ThisMonth()) return;
        foreach (var file in new[] { from, to }) await DecideAsync(file, told.On, changed: true, ct);
    }

    private async Task<HouseholdFile> OpenAsync(Guid householdId, CancellationToken ct)
    {
        if (await db.Set<HouseholdFile>().FindAsync([householdId], ct) is { } file) return file;
        var opened = new HouseholdFile { HouseholdId = householdId };
        db.Add(opened);
        return opened;
    }

    // Facts that newer ones replace are kept for the months before, and so are those that come after newer ones.
    private async Task<bool> TakeFactsAsync(HouseholdFile file, int revision, DateOnly on, HouseholdFacts facts, CancellationToken ct)
    {
        var (village, former, formerRevision, formerMonth) = (file.Village, file.Facts, file.FactsRevision, file.FactsMonth);
        var isNewest = file.TakeFacts(revision, on, facts);
        if (!isNewest) await KeepAsync(file, AidMonth.Of(on), revision, facts, ct);
        else if (former is not null) await KeepAsync(file, formerMonth, formerRevision, former, ct);
        if (former is not null && file.Village != village) await MoveAsync(file, ct);
        return isNewest;
    }

    private async Task KeepAsync(HouseholdFile file, AidMonth month, int revision, HouseholdFacts facts, CancellationToken ct)
    {
        if (month >= file.FactsMonth) return; // the newest facts hold in that month
        if (await db.Set<FactsOfMonth>().FindAsync([file.HouseholdId, month], ct) is not { } row)
        {
            row = new FactsOfMonth { HouseholdId = file.HouseholdId, Month = month, Village = file.Village };
            db.Add(row);
        }

        row.Keep(revision, facts);
    }

    private async Task DecideAsync(HouseholdFile file, DateOnly on, bool changed, CancellationToken ct)
    {
        if (AidMonth.Of(on) is var month && month < clock.ThisMonth()) await LateTelling.NoteAsync(db, file.HouseholdId, file.Village, month, ct);
        if (changed) await desk.DecideAsync(file.HouseholdId, ct);
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
