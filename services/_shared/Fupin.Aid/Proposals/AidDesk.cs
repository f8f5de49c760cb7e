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
    /// <summary>Decides on a household for the month that runs now, and on those its members came from or went to: a record follows the person.</summary>
    public async Task DecideAsync(Guid householdId, CancellationToken ct)
    {
        var file = await db.Set<HouseholdFile>().FindAsync([householdId], ct);
        IReadOnlyCollection<Guid> affected = file is { Kin.Count: > 0 } ? (await Kinship.OfAsync(db, [file], ct)).All : [householdId];
        await DecideAsync(affected, clock.ThisMonth(), ct);
    }

    /// <summary>Decides on households for a month.</summary>
    public async Task DecideAsync(IReadOnlyCollection<Guid> households, AidMonth month, CancellationToken ct)
    {
        if (households.Count == 0) return;
        var then = await db.AsOfAsync(households, month, ct);
        var sets = await SetsAsync(households, month, ct);
        var kinship = await Kinship.OfAsync(db, then.Select(household => household.File), ct);
        var earlier = await EarlierAsync(kinship.All, month, ct);
        var records = await own.OfAsync(kinship.All, month, ct);
        var values = await parameters.OnAsync(month.Last, ct);
        var isOver = month < clock.ThisMonth();
        foreach (var household in then)
        {
            var id = household.File.HouseholdId;
            var set = sets.GetValueOrDefault(id) ?? Open(id, month);
            // A month that is over keeps the parameters it was decided with: what is confirmed later changes nothing before.
            var valid = isOver && set.DecidedWith > 0 ? values.AsOf(set.DecidedWith) : values;
            var decided = Decide(household, set, valid, kinship.EarlierOf(household, earlier), kinship.RecordsOf(household, records));
            if (set.Replace(decided, household.File.Village, valid.LastNumber, clock.Today()))
            {
                outbox.Add(new AidProposed(id, book.Department, month, set.Revision, decided));
            }
        }
    }

    /// <summary>Takes results of stacking, and decides again on households where income that a policy depends on changed with it.</summary>
    public async Task TakeAsync(IReadOnlyList<AidStacked> told, CancellationToken ct)
    {
        foreach (var month in told.GroupBy(stacked => stacked.Month).OrderBy(month => month.Key))
        {
            var sets = await SetsAsync(month.Select(stacked => stacked.HouseholdId).ToHashSet(), month.Key, ct);
            var (again, isOver) = (new HashSet<Guid>(), month.Key < clock.ThisMonth());
            foreach (var stacked in month)
            {
                // The account may be known before the household is: other departments can be faster.
                if (!sets.TryGetValue(stacked.HouseholdId, out var set)) sets.Add(stacked.HouseholdId, set = Open(stacked.HouseholdId, month.Key));
                var (before, given) = (set.CountedIn(book.DependsOn), isOver ? set.Given : null);
                if (!set.Take(stacked, book.Department)) continue;
                if (!before.SequenceEqual(set.CountedIn(book.DependsOn))) again.Add(stacked.HouseholdId);
                // What a past month gives now decides on the months after it.
                if (given?.SetEquals(set.Given) == false) await LateTelling.NoteAsync(db, set.HouseholdId, set.Village, month.Key.AddMonths(1), ct);
            }

            await DecideAsync(again, month.Key, ct);
        }
    }

    /// <summary>Decides anew on stored sets of a month, each with the facts, the counted income and the parameters it was decided with; nothing is changed.</summary>
    internal async Task<IReadOnlyList<(AidSet Set, IReadOnlyList<ProposedItem> Decided)>> RecomputeAsync(
        IReadOnlyCollection<AidSet> sets, AidMonth month, CancellationToken ct)
    {
        var households = sets.Select(set => set.HouseholdId).ToList();
        var then = (await db.AsOfAsync(households, month, ct)).ToDictionary(household => household.File.HouseholdId);
        var kinship = await Kinship.OfAsync(db, then.Values.Select(household => household.File), ct);
        var earlier = await EarlierAsync(kinship.All, month, ct);
        var records = await own.OfAsync(kinship.All, month, ct);
        var values = await parameters.OnAsync(month.Last, ct);
        return
        [
            .. sets.Select(set => (set, then.TryGetValue(set.HouseholdId, out var household)
                ? Decide(household, set, set.DecidedWith > 0 ? values.AsOf(set.DecidedWith) : values, kinship.EarlierOf(household, earlier), kinship.RecordsOf(household, records))
                : [])),
        ];
    }

    private IReadOnlyList<ProposedItem> Decide(
        HouseholdThen household, AidSet set, PolicyParameters values, IEnumerable<EarlierItem> earlier, IEnumerable<object> records) =>
        household.Receives(set.Month)
            ? book.Decide(
                new AidCase(set.HouseholdId, set.Month, household.Facts)
                {
                    Counted = set.Counted,
                    Earlier = [.. earlier],
                    Records = new OwnRecords(records),
                    IsRetained = household.HasLeft,
                },
                values)
            : [];

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
