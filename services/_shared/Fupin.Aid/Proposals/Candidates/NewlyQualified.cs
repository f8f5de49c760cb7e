using System.Globalization;
using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Aid.Proposals.Candidates;

/// <summary>Who has an item this month and had none of its kind in the period before (新符合条件): last month, term, quarter or year.</summary>
internal static class NewlyQualified
{
    private const int BatchSize = 200;
    private const int MostBatches = 5;
    private const int MonthsBack = 25;

    public static async Task<Found> FindAsync(DbContext db, PolicyBook book, PolicyParameters values, AidMonth month, Asked asked, CancellationToken ct)
    {
        var found = new List<Candidate>();
        var after = long.TryParse(asked.After, NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : 0;
        for (var batch = 0; batch < MostBatches; batch++)
        {
            var items = await db.Counting(asked).Where(item => item.Month == month && item.Sequence > after).OrderBy(item => item.Sequence).Take(BatchSize).ToListAsync(ct);
            var before = await BeforeAsync(db, items, month, ct);
            foreach (var item in items)
            {
                after = item.Sequence;
                if (ReasonOf(item, before, values) is { } reason) found.Add(ToCandidate(item, book, reason));
                if (found.Count == asked.Size) return new Found(found, Key(after));
            }

            if (items.Count < BatchSize) return new Found(found, null);
        }

        return new Found(found, Key(after));
    }

    // Null where there was such an item in the period before.
    private static TraceLine? ReasonOf(AidItem item, ILookup<Given, string> before, PolicyParameters values)
    {
        var periods = before[Given.Of(item)];
        if (!periods.Any()) return values.Line("desk.new.first", []);
        return AidPeriod.Read(item.Period) is { } period && !periods.Contains(period.Previous) && !periods.Contains(item.Period)
            ? values.Line("desk.new.again", period.Previous)
            : null;
    }

    private static async Task<ILookup<Given, string>> BeforeAsync(DbContext db, List<AidItem> items, AidMonth month, CancellationToken ct)
    {
        var (households, first) = (items.Select(item => item.HouseholdId).ToHashSet(), month.AddMonths(-MonthsBack));
        var rows = await db.Counting()
            .Where(item => households.Contains(item.HouseholdId) && item.Month >= first && item.Month < month)
            .Select(item => new { Given = new Given(item.HouseholdId, item.Policy, item.MemberId, item.Claim), item.Period })
            .ToListAsync(ct);
        return rows.ToLookup(row => row.Given, row => row.Period);
    }

    private static Candidate ToCandidate(AidItem item, PolicyBook book, TraceLine reason) => new(
        item.ItemId, item.HouseholdId, item.Village, item.MemberId, item.Policy, book.NameOf(item.Policy).Name, item.Period, item.Proposed,
        item.ProposedOn, IsCertain: true, [reason, .. item.Trace]);

    private static string Key(long after) => after.ToString(CultureInfo.InvariantCulture);

    private readonly record struct Given(Guid HouseholdId, string Policy, Guid? MemberId, string? Claim)
    {
        public static Given Of(AidItem item) => new(item.HouseholdId, item.Policy, item.MemberId, item.Claim);
    }
}
