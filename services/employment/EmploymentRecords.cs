using Fupin.Aid.Households;
using Fupin.Aid.Proposals;
using Fupin.Contracts.Values;
using Fupin.Employment.Data;

namespace Fupin.Employment;

internal sealed class EmploymentRecords(EmploymentDb db) : IOwnRecords
{
    public async Task<ILookup<Guid, object>> OfAsync(IReadOnlyCollection<Guid> households, AidMonth month, CancellationToken ct)
    {
        var loans = await db.Loans.WithUnsavedAsync(db, loan => households.Contains(loan.HouseholdId), ct);
        var posts = await db.PublicPosts.WithUnsavedAsync(db, post => households.Contains(post.HouseholdId), ct);
        return loans.AsEnumerable<IHouseholdRow>().Concat(posts).ToLookup(row => row.HouseholdId, object (row) => row);
    }
}
