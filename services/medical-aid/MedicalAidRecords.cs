using Fupin.Aid.Households;
using Fupin.Aid.Proposals;
using Fupin.Contracts.Values;
using Fupin.MedicalAid.Data;

namespace Fupin.MedicalAid;

internal sealed class MedicalAidRecords(MedicalAidDb db) : IOwnRecords
{
    public async Task<ILookup<Guid, object>> OfAsync(IReadOnlyCollection<Guid> households, AidMonth month, CancellationToken ct)
    {
        var (first, last) = (month.First, month.Last);
        var settlements = await db.Settlements.WithUnsavedAsync(
            db, row => households.Contains(row.HouseholdId) && row.On >= first && row.On <= last, ct);
        return settlements.ToLookup(row => row.HouseholdId, object (row) => row);
    }
}
