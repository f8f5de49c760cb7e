using Fupin.Aid.Households;
using Fupin.Aid.Policies;
using Fupin.Aid.Proposals;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Aid.Trials;

/// <summary>What is known of households to decide on them in a month, read only (审核依据读取).</summary>
internal sealed class AidCases(DbContext db, IOwnRecords own)
{
    /// <summary>The cases of those that receive aid in the month; a household the officer may not see is not among them.</summary>
    public async Task<Dictionary<Guid, AidCase>> LoadAsync(IReadOnlyCollection<Guid> households, AidMonth month, CancellationToken ct)
    {
        var files = await db.Set<HouseholdFile>().AsNoTracking().Where(file => households.Contains(file.HouseholdId)).ToListAsync(ct);
        var earlier = await EarlierAsync(households, month, ct);
        var records = await own.OfAsync(households, month, ct);
        return files.Where(file => file.Facts is not null && file.Receives(month)).ToDictionary(file => file.HouseholdId, file => new AidCase(file.HouseholdId, month, file.Facts!)
        {
            Earlier = [.. earlier[file.HouseholdId]],
            Records = new OwnRecords(records[file.HouseholdId]),
            IsRetained = file.HasLeft,
        });
    }

    // Earlier items that came to nothing are left out, so that a policy that gives once may try again.
    private async Task<ILookup<Guid, EarlierItem>> EarlierAsync(IReadOnlyCollection<Guid> households, AidMonth month, CancellationToken ct)
    {
        var items = await db.Set<AidItem>().AsNoTracking()
            .Where(item => households.Contains(item.HouseholdId) && item.Month < month && item.Outcome != StackedState.Refused)
            .OrderBy(item => item.Sequence)
            .Select(item => new { item.HouseholdId, item.Policy, item.MemberId, item.Period, item.Month, item.Proposed, item.Granted, item.State, item.Claim })
            .ToListAsync(ct);
        return items.ToLookup(
            item => item.HouseholdId,
            item => new EarlierItem(
                item.Policy, item.MemberId, item.Period, item.Month, item.State == AidItemState.Proposed ? item.Proposed : item.Granted, item.Claim));
    }
}
