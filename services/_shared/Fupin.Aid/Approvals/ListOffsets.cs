using Fupin.Aid.Policies;
using Fupin.Aid.Proposals;
using Fupin.Contracts.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Aid.Approvals;

/// <summary>Overpayments that are being set off (抵扣列表), those with something left first.</summary>
internal static class ListOffsets
{
    private const int Most = 200;

    public sealed record Answer(
        Guid ItemId, Guid HouseholdId, DivisionCode Village, Guid? MemberId, string Policy, string PolicyName, AidMonth Month, string Period,
        Money Amount, Money Applied, Money Left);

    public static async Task<Ok<IReadOnlyList<Answer>>> Handle(DbContext db, PolicyBook book, CancellationToken ct, Guid? household = null)
    {
        var rows = await (
            from offset in db.Set<Offset>().AsNoTracking()
            join item in db.Set<AidItem>().AsNoTracking() on offset.ItemId equals item.ItemId
            where household == null || offset.HouseholdId == household
            orderby offset.Applied < offset.Amount descending, item.Sequence
            select new { Offset = offset, item.Month, item.Overpaid }).Take(Most).ToListAsync(ct);
        return TypedResults.Ok<IReadOnlyList<Answer>>(
        [
            .. rows.Select(row => new Answer(
                row.Offset.ItemId, row.Offset.HouseholdId, row.Offset.Village, row.Offset.MemberId, row.Offset.Policy, book.NameOf(row.Offset.Policy).Name,
                row.Month, row.Offset.Period, row.Offset.Amount, row.Offset.Applied, row.Offset.Left(row.Overpaid))),
        ]);
    }
}
