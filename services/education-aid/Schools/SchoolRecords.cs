using Fupin.Aid.Households;
using Fupin.Aid.Proposals;
using Fupin.Contracts.Values;
using Fupin.EducationAid.Data;

namespace Fupin.EducationAid.Schools;

internal sealed class SchoolRecords(EducationAidDb db) : IOwnRecords
{
    public async Task<ILookup<Guid, object>> OfAsync(IReadOnlyCollection<Guid> households, AidMonth month, CancellationToken ct)
    {
        var records = await db.SchoolRecords.WithUnsavedAsync(db, record => households.Contains(record.HouseholdId), ct);
        return records.ToLookup(record => record.HouseholdId, object (record) => record);
    }
}
