using Fupin.Aid.Households;
using Fupin.Aid.Parameters;
using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Fupin.Messaging;
using Fupin.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Aid.Proposals;

/// <summary>What a department keeps itself on households (部门自有记录), such as loans or settlements; each department says where.</summary>
public interface IOwnRecords
{
    /// <summary>The records on some households that matter in a month, those not saved yet included.</summary>
    Task<ILookup<Guid, object>> OfAsync(IReadOnlyCollection<Guid> households, AidMonth month, CancellationToken ct);
}

/// <summary>
/// Decides on households by all policies of the department (审核) and tells the whole set when it became another one. It adds to the
/// unit of work and does not save: that is for the use case or the inbox.
/// </summary>
public sealed class AidDesk(DbContext db, IOutbox outbox, PolicyBook book, IOwnRecords own, CurrentParameters parameters, TimeProvider clock)
{
    /// <summary>Decides on a household for the month that runs now.</summary>
    public Task DecideAsync(Guid householdId, CancellationToken ct) => DecideAsync([householdId], clock.ThisMonth(), ct);

    /// <summary>Decides on households for a month.</summary>
    public async Task DecideAsync(IReadOnlyCollection<Guid> households, AidMonth month, CancellationToken ct)
    {
        if (households.Count == 0) return;
        var files = await db.Set<HouseholdFile>().WithUnsavedAsync(db, file => households.Contains(file.HouseholdId), ct);
        var sets = await SetsAsync(households, month, ct);
        var earlier = await EarlierAsync(households, month, ct);
        var records = await own.OfAsync(households, month, ct);
        var values = await parameters.OnAsync(month.Last, ct);
        foreach (var file in files)
        {
            if (file.Facts is not { } facts) continue;
            var set = sets.GetValueOrDefault(file.HouseholdId) ?? Open(file.HouseholdId, month);
            var aidCase = new AidCase(file.HouseholdId, month, facts)
            {
                Counted = set.Counted,
                Earlier = [.. earlier[file.HouseholdId]],
                Records = new OwnRecords(records[file.HouseholdId]),
                IsRetained = file.HasLeft,
            };
            var decided = file.Receives(month) ? book.Decide(aidCase, values) : [];
            if (set.Replace(decided, file.Village, values.LastNumber))
            {
                outbox.Add(new AidProposed(file.HouseholdId, book.Department, month, set.Revision, decided));
            }
        }
    }

    /// <summary>Takes results of stacking, and decides again on households where income that a policy depends on changed with it.</summary>
    public async Task TakeAsync(IReadOnlyList<AidStacked> told, CancellationToken ct)
    {
        foreach (var month in told.GroupBy(stacked => stacked.Month).OrderBy(month => month.Key))
        {
            var sets = await SetsAsync(month.Select(stacked => stacked.HouseholdId).ToHashSet(), month.Key, ct);
            var again = new HashSet<Guid>();
            foreach (var stacked in month)
            {
                // The account may be known before the household is: other departments can be faster.
                if (!sets.TryGetValue(stacked.HouseholdId, out var set)) sets.Add(stacked.HouseholdId, set = Open(stacked.HouseholdId, month.Key));
                var before = set.CountedIn(book.DependsOn);
                if (set.Take(stacked, book.Department) && !before.SequenceEqual(set.CountedIn(book.DependsOn))) again.Add(stacked.HouseholdId);
            }

            await DecideAsync(again, month.Key, ct);
        }
    }

    private AidSet Open(Guid householdId, AidMonth month)
    {
        var set = new AidSet { HouseholdId = householdId, Month = month };
        db.Add(set);
        return set;
    }

    private async Task<Dictionary<Guid, AidSet>> SetsAsync(IReadOnlyCollection<Guid> households, AidMonth month, CancellationToken ct)
    {
        var sets = await db.Set<AidSet>().Include(set => set.Items)
            .WithUnsavedAsync(db, set => set.Month == month && households.Contains(set.HouseholdId), ct);
        return sets.ToDictionary(set => set.HouseholdId);
    }

    // Earlier items that came to nothing are left out, so that a policy that gives once may try again.
    private async Task<ILookup<Guid, EarlierItem>> EarlierAsync(IReadOnlyCollection<Guid> households, AidMonth month, CancellationToken ct)
    {
        var items = await db.Set<AidItem>().AsNoTracking()
            .Where(item => households.Contains(item.HouseholdId) && item.Month != month && item.Outcome != StackedState.Refused)
            .OrderBy(item => item.Sequence)
            .Select(item => new { item.ItemId, item.HouseholdId, item.Policy, item.MemberId, item.Period, item.Month, item.Proposed, item.Granted, item.State, item.Claim })
            .ToListAsync(ct);
        // The result for another month may be part of the same unit of work.
        var unsaved = db.ChangeTracker.Entries<AidItem>().Where(entry => entry.State is EntityState.Added or EntityState.Modified)
            .Select(entry => entry.Entity)
            .Where(item => households.Contains(item.HouseholdId) && item.Month != month)
            .ToDictionary(item => item.ItemId);
        return items.Where(item => !unsaved.ContainsKey(item.ItemId))
            .Concat(unsaved.Values.Where(item => item.Outcome != StackedState.Refused).Select(item =>
                new { item.ItemId, item.HouseholdId, item.Policy, item.MemberId, item.Period, item.Month, item.Proposed, item.Granted, item.State, item.Claim }))
            .Where(item => item.Month < month)
            .ToLookup(
                item => item.HouseholdId,
                item => new EarlierItem(
                    item.Policy, item.MemberId, item.Period, item.Month, item.State == AidItemState.Proposed ? item.Proposed : item.Granted, item.Claim));
    }
}
