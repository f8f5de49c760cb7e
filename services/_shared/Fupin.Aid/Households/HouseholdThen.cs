using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Aid.Households;

/// <summary>A household as it was known in a month (某月户情).</summary>
/// <param name="File">Its file, as it is now.</param>
/// <param name="Facts">The facts that held in the month.</param>
/// <param name="RetainedUntil">The last day on which it kept its aids, where it had left the register by then (政策保留期).</param>
public sealed record HouseholdThen(HouseholdFile File, HouseholdFacts Facts, DateOnly? RetainedUntil)
{
    /// <summary>Whether it had left the register.</summary>
    public bool HasLeft => RetainedUntil is not null;

    /// <summary>Whether it received aid in a month.</summary>
    public bool Receives(AidMonth month) => RetainedUntil is not { } last || last >= month.First;
}

/// <summary>Brings back what was known of households in a month (历史户情查询).</summary>
public static class HouseholdsThen
{
    /// <summary>
    /// The households as they were in a month, what is not saved yet included: of what was told for that month or an earlier one the newest
    /// counts. A household that was not registered by then is not among them.
    /// </summary>
    public static async Task<IReadOnlyList<HouseholdThen>> AsOfAsync(
        this DbContext db, IReadOnlyCollection<Guid> households, AidMonth month, CancellationToken ct)
    {
        var files = await db.Set<HouseholdFile>().WithUnsavedAsync(db, file => households.Contains(file.HouseholdId), ct);
        return await db.AsOfAsync(files, month, ct);
    }

    /// <summary>The same of files that were read already.</summary>
    public static async Task<IReadOnlyList<HouseholdThen>> AsOfAsync(this DbContext db, IReadOnlyCollection<HouseholdFile> files, AidMonth month, CancellationToken ct)
    {
        var earlier = files.Where(file => file.FactsMonth > month).Select(file => file.HouseholdId).ToList();
        IReadOnlyList<FactsOfMonth> rows = earlier.Count == 0
            ? []
            : await db.Set<FactsOfMonth>().WithUnsavedAsync(db, row => earlier.Contains(row.HouseholdId) && row.Month <= month, ct);
        var kept = rows.ToLookup(row => row.HouseholdId);
        return
        [
            .. from file in files
               let facts = file.FactsMonth <= month ? file.Facts : kept[file.HouseholdId].MaxBy(row => row.Revision)?.Facts
               where facts is not null
               select new HouseholdThen(file, facts, file.RetainedUntilAsOf(month)),
        ];
    }
}
