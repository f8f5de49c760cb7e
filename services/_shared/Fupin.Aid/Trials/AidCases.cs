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
        var then = await db.AsOfAsync(files, month, ct);
        var kinship = await Kinship.OfAsync(db, then.Select(household => household.File), ct);
        var earlier = await EarlierAsync(kinship.All, month, ct);
        var records = await own.OfAsync(kinship.All, month, ct);
        return then.Where(household => household.Receives(month)).ToDictionary(
            household => household.File.HouseholdId,
            household => new AidCase(household.File.HouseholdId, month, household.Facts)
            {
                Earlier = [.. kinship.EarlierOf(household, earlier)],
                Records = new OwnRecords(kinship.RecordsOf(household, records)),
                IsRetained = household.HasLeft,
            });
    }

    /// <summary>The case of one household with the income that counted when it was decided on last; null when it receives nothing here.</summary>
    public async Task<AidCase?> FindAsync(Guid household, AidMonth month, CancellationToken ct)
    {
        if (!(await LoadAsync([household], month, ct)).TryGetValue(household, out var aidCase)) return null;
        var set = await db.Set<AidSet>().AsNoTracking().SingleOrDefaultAsync(one => one.HouseholdId == household && one.Month == month, ct);
        return set is null ? aidCase : aidCase.With(set.Counted, aidCase.Earlier);
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
