using Fupin.Aid.Households;
using Fupin.Aid.Policies;
using Fupin.Aid.Proposals;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Aid.Approvals;

/// <summary>
/// What is still to be set off (待抵扣), while items are approved: first against the same policy for the same beneficiary, then against
/// other aids of the household in the same form. Never more than an item gives; what remains waits for the next.
/// </summary>
internal sealed class OpenOffsets
{
    private readonly List<Row> rows;
    private readonly PolicyBook book;

    private OpenOffsets(List<Row> rows, PolicyBook book) => (this.rows, this.book) = (rows, book);

    public static async Task<OpenOffsets> LoadAsync(DbContext db, PolicyBook book, CancellationToken ct)
    {
        var open = await (
            from offset in db.Set<Offset>()
            join item in db.Set<AidItem>() on offset.ItemId equals item.ItemId
            where offset.Applied < offset.Amount
            orderby item.Month, item.Sequence
            select new { Offset = offset, item.Overpaid }).ToListAsync(ct);
        var owing = open.Select(row => row.Offset.HouseholdId).Distinct().ToList();
        var files = await db.Set<HouseholdFile>().AsNoTracking().Where(file => owing.Contains(file.HouseholdId)).ToDictionaryAsync(file => file.HouseholdId, ct);
        return new OpenOffsets([.. open.Select(row => new Row(row.Offset, row.Offset.Left(row.Overpaid), HeirOf(row.Offset.HouseholdId, files)))], book);
    }

    /// <summary>Sets off against an item what it can bear, the policy's own overpayments or those of other aids; each as a line with its sentence.</summary>
    public IReadOnlyList<Reduction> SetOff(AidItem item, Money bears, bool samePolicy)
    {
        var lines = new List<Reduction>();
        foreach (var row in rows.Where(row => row.Left > Money.Zero && row.IsFor(item, samePolicy)))
        {
            var amount = Money.Min(row.Left, bears);
            if (amount == Money.Zero) break;
            bears -= amount;
            row.Take(amount);
            lines.Add(new Reduction(
                AidItem.OffsetRule, amount, row.Offset.ItemId, row.Offset.Policy,
                AidErrors.OffsetSentence(book.NameOf(row.Offset.Policy).Name, row.Offset.Period, amount)));
        }

        return lines;
    }

    // A household that went over into another whole is answered for by that one.
    private static Guid HeirOf(Guid household, Dictionary<Guid, HouseholdFile> files) =>
        files.GetValueOrDefault(household)?.Kin.FirstOrDefault(kin => !kin.IsOrigin && kin.By == MovedBy.Merger)?.HouseholdId ?? household;

    private sealed class Row(Offset offset, Money left, Guid household)
    {
        public Offset Offset { get; } = offset;

        public Money Left { get; private set; } = left;

        // A person's overpayment follows the person; a household's stays with the household.
        public bool IsFor(AidItem item, bool samePolicy) => samePolicy
            ? Offset.Policy == item.Policy && Offset.MemberId == item.MemberId && (item.MemberId is not null || IsOf(item))
            : IsOf(item) && Offset.Nature == item.Nature;

        private bool IsOf(AidItem item) => item.HouseholdId == Offset.HouseholdId || item.HouseholdId == household;

        public void Take(Money amount)
        {
            Left -= amount;
            Offset.Apply(amount);
        }
    }
}
