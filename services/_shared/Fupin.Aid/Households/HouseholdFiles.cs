using System.Linq.Expressions;
using System.Reflection;
using Fupin.Aid.Proposals;
using Fupin.Aid.Records.Unmatched;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Fupin.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Aid.Households;

/// <summary>
/// The household files of a department (救助档案): what registration tells of households is taken once and in each one's own order, and
/// those it changed are decided on together.
/// </summary>
internal sealed class HouseholdFiles(DbContext db, AidDesk desk, UnmatchedRecords unmatched, TimeProvider clock)
{
    private static readonly MethodInfo MoveRows =
        typeof(HouseholdFiles).GetMethod(nameof(MoveRowsAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    public Task TakeAsync(IReadOnlyList<HouseholdRegistered> told, CancellationToken ct) => TakeAsync(
        told, one => one.HouseholdId, one => one.On,
        (file, one, former) => file.TakeRegistration(one.Revision, one.On) | TakeFacts(file, one.Revision, one.On, one.Facts, former),
        ct, unmatched.HouseholdsRegisteredAsync);

    public Task TakeAsync(IReadOnlyList<HouseholdChanged> told, CancellationToken ct) => TakeAsync(
        told, one => one.HouseholdId, one => one.On, (file, one, former) => TakeFacts(file, one.Revision, one.On, one.Facts, former), ct);

    // 依据：武发[2016]68号 四(四)：如期脱贫或提前脱贫的，两年内享受扶贫优惠政策 — aids go on until the retention ends, then the set is empty.
    public Task TakeAsync(IReadOnlyList<HouseholdExited> told, CancellationToken ct) => TakeAsync(
        told, one => one.HouseholdId, one => one.On, (file, one, _) => file.TakeExit(one.Revision, one.On, one.RetainedUntil), ct);

    /// <summary>Members went from one household to another: both are decided on again, unless that is still to come.</summary>
    public async Task TakeAsync(MembersMoved told, CancellationToken ct)
    {
        var files = await OpenAsync([told.FromHouseholdId, told.ToHouseholdId], ct);
        var month = AidMonth.Of(told.On);
        files[told.ToHouseholdId].TakeKin(new Kin(told.FromHouseholdId, month, IsOrigin: true, told.By));
        if (!files[told.FromHouseholdId].TakeKin(new Kin(told.ToHouseholdId, month, IsOrigin: false, told.By))) return;
        await NoteLateAsync(files.Values.Select(file => (file, month)), ct);
        if (month <= clock.ThisMonth()) await desk.DecideAsync(files.Keys, clock.ThisMonth(), ct);
    }

    private async Task TakeAsync<TEvent>(
        IReadOnlyList<TEvent> told, Func<TEvent, Guid> householdOf, Func<TEvent, DateOnly> onOf, Func<HouseholdFile, TEvent, List<Former>, bool> take,
        CancellationToken ct, Func<IReadOnlyCollection<Guid>, CancellationToken, Task>? beforeDeciding = null)
    {
        var files = await OpenAsync(told.Select(householdOf).ToHashSet(), ct);
        var villages = files.Values.ToDictionary(file => file, file => file.Village);
        var (changed, former) = (new List<HouseholdFile>(), new List<Former>());
        foreach (var one in told)
        {
            var file = files[householdOf(one)];
            if (take(file, one, former)) changed.Add(file);
        }

        await KeepAsync(former, ct);
        await NoteLateAsync(told.Select(one => (files[householdOf(one)], AidMonth.Of(onOf(one)))), ct);
        await MoveAsync(changed.Where(file => file.Village != villages[file]), ct);
        List<Guid> households = [.. changed.Select(file => file.HouseholdId).Distinct()];
        if (beforeDeciding is not null) await beforeDeciding(households, ct); // what waited for a household counts in what is decided
        await desk.DecideAsync(households, clock.ThisMonth(), ct);
    }

    // Facts that newer ones replace are kept for the months before, and so are those that come after newer ones.
    private static bool TakeFacts(HouseholdFile file, int revision, DateOnly on, HouseholdFacts facts, List<Former> former)
    {
        var known = file.Facts is { } before ? new Former(file, file.FactsMonth, file.FactsRevision, before) : null;
        var isNewest = file.TakeFacts(revision, on, facts);
        if (!isNewest) former.Add(new Former(file, AidMonth.Of(on), revision, facts));
        else if (known is not null) former.Add(known);
        return isNewest;
    }

    private async Task KeepAsync(IEnumerable<Former> former, CancellationToken ct)
    {
        foreach (var one in former.Where(one => one.Month < one.File.FactsMonth)) // in a later month the newest facts hold
        {
            if (await db.Set<FactsOfMonth>().FindAsync([one.File.HouseholdId, one.Month], ct) is not { } row)
            {
                row = db.Add(new FactsOfMonth { HouseholdId = one.File.HouseholdId, Month = one.Month, Village = one.File.Village }).Entity;
            }

            row.Keep(one.Revision, one.Facts);
        }
    }

    private async Task NoteLateAsync(IEnumerable<(HouseholdFile File, AidMonth Month)> told, CancellationToken ct)
    {
        var thisMonth = clock.ThisMonth();
        foreach (var (file, month) in told.Where(one => one.Month < thisMonth)) await LateTelling.NoteAsync(db, file.HouseholdId, file.Village, month, ct);
    }

    private async Task<Dictionary<Guid, HouseholdFile>> OpenAsync(HashSet<Guid> households, CancellationToken ct)
    {
        var files = await db.Set<HouseholdFile>().Where(file => households.Contains(file.HouseholdId)).ToDictionaryAsync(file => file.HouseholdId, ct);
        foreach (var household in households.Where(household => !files.ContainsKey(household)))
        {
            files.Add(household, db.Add(new HouseholdFile { HouseholdId = household }).Entity);
        }

        return files;
    }

    // All rows about a household follow it to its new village, so that scope follows too.
    private async Task MoveAsync(IEnumerable<HouseholdFile> moved, CancellationToken ct)
    {
        foreach (var there in moved.GroupBy(file => file.Village, file => file.HouseholdId))
        {
            foreach (var type in db.Model.GetEntityTypes().Select(entity => entity.ClrType))
            {
                if (type == typeof(HouseholdFile) || !type.IsAssignableTo(typeof(IHouseholdRow))) continue;
                await (Task)MoveRows.MakeGenericMethod(type).Invoke(null, [db, there.ToHashSet(), there.Key, ct])!;
            }
        }
    }

    private sealed record Former(HouseholdFile File, AidMonth Month, int Revision, HouseholdFacts Facts);

    private static Task<int> MoveRowsAsync<TRow>(DbContext db, HashSet<Guid> households, DivisionCode village, CancellationToken ct)
        where TRow : class, IHouseholdRow =>
        db.Set<TRow>().Where(row => households.Contains(row.HouseholdId)).ExecuteUpdateAsync(set => set.SetProperty(row => row.Village, village), ct);
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
        return [.. db.Set<TRow>().Local.Where(condition.Compile(preferInterpretation: true))]; // compiling for a few rows costs more than it saves
    }
}
