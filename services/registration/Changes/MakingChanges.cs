using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Fupin.Registration.Accounts;
using Fupin.Registration.Households;
using Fupin.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Changes;

/// <summary>Makes an approved change happen and tells it (变更生效); the caller saves.</summary>
internal static class MakingChanges
{
    public static async Task<Refusal?> MakeAsync(DecideChange.Counter counter, RegisterChange change, CancellationToken ct)
    {
        var household = await counter.Db.Households.Whole().SingleOrDefaultAsync(one => one.Id == change.HouseholdId, ct);
        if (household is null) return RegistrationErrors.NoSuchHousehold;
        return change.Kind switch
        {
            ChangeKind.Move => await MoveAsync(counter, change, household, ct),
            ChangeKind.Split => await SplitAsync(counter, change, household, ct),
            ChangeKind.Merger => await MergeAsync(counter, change, household, ct),
            ChangeKind.Removal => Exit(counter, change, household, ExitKind.Removed),
            _ => Exit(counter, change, household, ExitKind.Ended),
        };
    }

    private static Refusal? Exit(DecideChange.Counter counter, RegisterChange change, Household household, ExitKind kind)
    {
        if (household.ExitWithoutRetention(change.HoldsFrom!.Value, kind) is { } refusal) return refusal;
        HouseholdTelling.TellExited(counter.Outbox, household);
        return null;
    }

    // Everything about the household is seen from its new village on, and no longer from the old one; its number stays.
    private static async Task<Refusal?> MoveAsync(DecideChange.Counter counter, RegisterChange change, Household household, CancellationToken ct)
    {
        var village = change.Content.Village!.Value;
        if (household.Move(village, change.Content.Group) is { } refusal) return refusal;
        await HouseholdTelling.TellChangedAsync(counter.Db, counter.Outbox, counter.Cipher, household, change.HoldsFrom!.Value, ct);
        foreach (var account in await counter.Db.AidAccounts.Include(one => one.Entries).Where(one => one.HouseholdId == household.Id).ToListAsync(ct)) account.Follow(village);
        foreach (var other in await counter.Db.RegisterChanges.Where(one => one.HouseholdId == household.Id).ToListAsync(ct)) other.Follow(village);
        await FollowAsync(counter.Db.Readings.Where(one => one.HouseholdId == household.Id), village, ct);
        await FollowAsync(counter.Db.Lineages.Where(one => one.HouseholdId == household.Id), village, ct);
        await FollowAsync(counter.Db.Departures.Where(one => one.HouseholdId == household.Id), village, ct);
        await FollowAsync(counter.Db.PersonStates.Where(one => one.HouseholdId == household.Id), village, ct);
        await FollowAsync(counter.Db.Contradictions.Where(one => one.HouseholdId == household.Id), village, ct);
        return null;
    }

    private static Task<int> FollowAsync<TRow>(IQueryable<TRow> rows, DivisionCode village, CancellationToken ct)
        where TRow : class, Fupin.Persistence.IScoped => rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.Village, village), ct);

    private static async Task<Refusal?> SplitAsync(DecideChange.Counter counter, RegisterChange change, Household household, CancellationToken ct)
    {
        var (relations, today, on) = (change.Content.Relations!, counter.Clock.Today(), change.HoldsFrom!.Value);
        if (household.Status != HouseholdStatus.Registered) return ChangeErrors.NotRegistered;
        if (relations.Count >= household.Members.Count) return ChangeErrors.HouseholdChanged;
        var (persons, sheet) = (household.Members.Count, household.Sheet);
        var details = new HouseholdDetails(household.Group, household.Attribute, household.MainCause, household.OtherCauses, null, null, null);
        var other = Household.Enter(household.Village, details, change.EnteredBy, counter.Clock.UtcNow(), counter.Cipher);
        if (household.HandOver(relations, other) is not null) return ChangeErrors.HouseholdChanged;
        counter.Db.Households.Add(other);
        if (sheet is not null)
        {
            var (staying, leaving) = sheet.Share(household, other, persons);
            Put(counter, household, staying);
            Put(counter, other, leaving);
        }

        if (await HouseholdTelling.RegisterAsync(counter.Db, counter.Outbox, counter.Cipher, [other], today, ct, on) is { } refusal) return refusal;
        await HouseholdTelling.TellChangedAsync(counter.Db, counter.Outbox, counter.Cipher, household, today, ct, on);
        Moved(counter, household, other, relations, on, MovedBy.Split);
        return null;
    }

    private static async Task<Refusal?> MergeAsync(DecideChange.Counter counter, RegisterChange change, Household household, CancellationToken ct)
    {
        var (relations, into, today, on) = (change.Content.Relations!, change.Content.Into!.Value, counter.Clock.Today(), change.HoldsFrom!.Value);
        var other = await counter.Db.Households.Whole().SingleOrDefaultAsync(one => one.Id == into, ct);
        if (other is null) return ChangeErrors.NoSuchOther;
        if (household.Status != HouseholdStatus.Registered) return ChangeErrors.NotRegistered;
        if (other.Status != HouseholdStatus.Registered) return ChangeErrors.OtherNotRegistered;
        if (relations.Count != household.Members.Count || household.HandOver(relations, other) is not null) return ChangeErrors.HouseholdChanged;
        if (household.Sheet is { } brought && other.Sheet is { } own) Put(counter, other, own.With(brought, other));
        if (household.ExitWithoutRetention(on, ExitKind.Merged) is { } refusal) return refusal;
        Moved(counter, household, other, relations, on, MovedBy.Merger);
        HouseholdTelling.TellExited(counter.Outbox, household);
        await HouseholdTelling.TellChangedAsync(counter.Db, counter.Outbox, counter.Cipher, other, today, ct, on);
        return null;
    }

    private static void Put(DecideChange.Counter counter, Household household, Incomes.IncomeSheet sheet)
    {
        household.Put(sheet);
        counter.Db.Add(sheet);
    }

    private static void Moved(
        DecideChange.Counter counter, Household from, Household to, IReadOnlyDictionary<Guid, string> relations, DateOnly on, MovedBy by)
    {
        counter.Db.Lineages.Add(Lineage.Of(from, to, AidMonth.Of(on), [.. relations.Keys.Order()], by));
        counter.Outbox.Add(new MembersMoved(from.Id, to.Id, on, [.. relations.Keys.Order()], by));
    }
}
