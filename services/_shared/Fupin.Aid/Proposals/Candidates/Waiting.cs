using System.Globalization;
using Fupin.Aid.Policies;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Aid.Proposals.Candidates;

/// <summary>Who qualifies and has been waiting for an approval for longer than some days (应享未享), in whatever month.</summary>
internal static class Waiting
{
    public static async Task<Found> FindAsync(DbContext db, PolicyBook book, PolicyParameters values, DateOnly today, Asked asked, CancellationToken ct)
    {
        var after = long.TryParse(asked.After, NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : 0;
        var lastDay = today.AddDays(-values.Number("desk.waitingDays"));
        var items = await db.Counting(asked)
            .Where(item => (item.State == AidItemState.Proposed || item.State == AidItemState.Stacked) && item.ProposedOn < lastDay && item.Sequence > after)
            .OrderBy(item => item.Sequence)
            .Take(asked.Size + 1)
            .ToListAsync(ct);
        return new Found(
            [.. items.Take(asked.Size).Select(item => ToCandidate(item, book, values, today))],
            items.Count > asked.Size ? items[asked.Size - 1].Sequence.ToString(CultureInfo.InvariantCulture) : null);
    }

    private static Candidate ToCandidate(AidItem item, PolicyBook book, PolicyParameters values, DateOnly today)
    {
        var (since, days) = (item.ProposedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), today.DayNumber - item.ProposedOn.DayNumber);
        var waits = item.State == AidItemState.Proposed ? "desk.waiting.stacking" : "desk.waiting.approval";
        return new Candidate(
            item.ItemId, item.HouseholdId, item.Village, item.MemberId, item.Policy, book.NameOf(item.Policy).Name, item.Period,
            item.State == AidItemState.Proposed ? item.Proposed : item.Granted, item.ProposedOn, IsCertain: true, [values.Line(waits, since, days), .. item.Trace]);
    }
}
