using Fupin.Aid.Households;
using Fupin.Aid.Proposals;
using Fupin.Contracts.Values;
using Fupin.MedicalAid.Data;

namespace Fupin.MedicalAid.Records;

/// <summary>What this department keeps on households (卫计局记录): the bills settled in the month, premium lists and rehabilitation.</summary>
internal sealed class MedicalAidRecords(MedicalAidDb db) : IOwnRecords
{
    public async Task<ILookup<Guid, object>> OfAsync(IReadOnlyCollection<Guid> households, AidMonth month, CancellationToken ct)
    {
        var (first, last, year) = (month.First, month.Last, month.Year);
        var settlements = await db.Settlements.WithUnsavedAsync(
            db, row => households.Contains(row.HouseholdId) && row.On >= first && row.On <= last, ct);
        var premiums = await db.PremiumListings.WithUnsavedAsync(db, row => households.Contains(row.HouseholdId) && row.Year >= year, ct);
        var rehabilitation = await db.RehabilitationCases.WithUnsavedAsync(db, row => households.Contains(row.HouseholdId), ct);

        List<(Guid Household, object Record)> all =
        [
            .. settlements.Where(row => !row.IsCancelled).OrderBy(row => row.Number, StringComparer.Ordinal).Select(row => (row.HouseholdId, (object)row)),
            .. premiums.OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => (row.HouseholdId, (object)row)),
            .. rehabilitation.OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => (row.HouseholdId, (object)row)),
        ];
        return all.ToLookup(one => one.Household, one => one.Record);
    }
}
