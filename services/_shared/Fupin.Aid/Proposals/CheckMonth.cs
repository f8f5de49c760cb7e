using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;
using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Aid.Proposals;

/// <summary>
/// Computes the sets of a month again, with the facts as of then and the parameters they were decided with, and says where the result is
/// another one (重算核对). It reads only; paged by household.
/// </summary>
internal static class CheckMonth
{
    private const int MostSets = 500;

    /// <param name="Month">The month.</param>
    /// <param name="Sets">How many sets of this page were computed again.</param>
    /// <param name="Differences">Where another result came out; none is expected.</param>
    /// <param name="Next">The household after which the next page begins; absent on the last.</param>
    public sealed record Answer(AidMonth Month, int Sets, IReadOnlyList<Difference> Differences, Guid? Next);

    /// <summary>An item that came out otherwise: stored is what the set holds, computed what came out now, each absent where there is none.</summary>
    public sealed record Difference(
        Guid HouseholdId, Guid ItemId, string Policy, string PolicyName, Guid? MemberId, string Period, Money? Stored, Money? Computed, int ParameterNumber);

    public static async Task<Results<Ok<Answer>, Refusal>> Handle(
        string month, DbContext db, AidDesk desk, PolicyBook book, CancellationToken ct, Guid? after = null, int size = MostSets)
    {
        if (!AidMonth.TryParse(month, out var asked)) return AidErrors.NotAMonth;
        var (start, most) = (after ?? Guid.Empty, Math.Clamp(size, 1, MostSets));
        var sets = await db.Set<AidSet>().AsNoTracking().Include(set => set.Items)
            .Where(set => set.Month == asked && set.Revision > 0 && set.HouseholdId.CompareTo(start) > 0)
            .OrderBy(set => set.HouseholdId)
            .Take(most)
            .ToListAsync(ct);
        var computed = await desk.RecomputeAsync(sets, asked, ct);
        return TypedResults.Ok(new Answer(
            asked, sets.Count, [.. computed.SelectMany(pair => DifferencesOf(pair.Set, pair.Decided, book))], sets.Count == most ? sets[^1].HouseholdId : null));
    }

    private static IEnumerable<Difference> DifferencesOf(AidSet set, IReadOnlyList<ProposedItem> decided, PolicyBook book)
    {
        var left = decided.ToDictionary(item => item.ItemId);
        foreach (var item in set.Items.Where(item => !item.IsWithdrawn))
        {
            left.Remove(item.ItemId, out var now);
            if (now is not null && now.Amount == item.Proposed && now.Nature == item.Nature && now.ClaimTotal == item.ClaimTotal) continue;
            yield return new Difference(
                set.HouseholdId, item.ItemId, item.Policy, book.NameOf(item.Policy).Name, item.MemberId, item.Period, item.Proposed, now?.Amount, set.DecidedWith);
        }

        foreach (var item in left.Values)
        {
            yield return new Difference(
                set.HouseholdId, item.ItemId, item.Policy, book.NameOf(item.Policy).Name, item.MemberId, item.Period, null, item.Amount, set.DecidedWith);
        }
    }
}
