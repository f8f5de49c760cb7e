using Fupin.Aid.Households;
using Fupin.Aid.Parameters;
using Fupin.Aid.Proposals;
using Fupin.Contracts.MedicalAid;
using Fupin.Contracts.Values;
using Fupin.MedicalAid.Data;
using Fupin.Messaging;
using Fupin.ServiceDefaults;

namespace Fupin.MedicalAid.Settlements;

/// <summary>
/// Settles a year's bills again when one of them came, was corrected or was reversed (重新结算): counters, aid items of whichever month, and
/// what other departments are told. What was granted and confirmed meanwhile becomes an overpayment at its item, never another amount.
/// It adds to the unit of work and does not save; the caller has a transaction open that began as a writer.
/// </summary>
internal sealed class BillDesk(MedicalAidDb db, AidDesk desk, IOutbox outbox, CurrentParameters parameters, TimeProvider clock)
{
    /// <summary>Settles the year of a person and household again.</summary>
    public async Task SettleAsync(Guid householdId, Guid memberId, int year, CancellationToken ct)
    {
        var settled = YearOfBills.Settle(await BillsAsync(householdId, memberId, year, ct), await parameters.OnAsync(clock.Today(), ct));
        foreach (var bill in settled.Changed) Tell(bill);

        foreach (var member in settled.Persons.Keys.Append(memberId).Distinct())
        {
            (await PersonAsync(member, year, ct)).Counters = settled.Persons.GetValueOrDefault(member) ?? new YearToDate();
        }

        foreach (var household in settled.Families.Keys.Append(householdId).Distinct())
        {
            (await FamilyAsync(household, year, ct)).Counters = settled.Families.GetValueOrDefault(household) ?? new FamilyToDate();
        }

        foreach (var month in settled.Changed.GroupBy(changed => AidMonth.Of(changed.Bill.On)))
        {
            await desk.DecideAsync([.. month.Select(changed => changed.Bill.HouseholdId).Distinct()], month.Key, ct);
        }
    }

    // Bills hang together by person and by household; where a person changed the household, so do those of both.
    private async Task<IReadOnlyList<Settlement>> BillsAsync(Guid householdId, Guid memberId, int year, CancellationToken ct)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        HashSet<Guid> households = [householdId];
        HashSet<Guid> persons = [memberId];
        while (true)
        {
            var bills = await db.Settlements.WithUnsavedAsync(
                db,
                bill => bill.DischargedOn >= first && bill.DischargedOn <= last && (households.Contains(bill.HouseholdId) || persons.Contains(bill.MemberId)),
                ct);
            var known = households.Count + persons.Count;
            households.UnionWith(bills.Select(bill => bill.HouseholdId));
            persons.UnionWith(bills.Select(bill => bill.MemberId));
            if (households.Count + persons.Count == known) return bills;
        }
    }

    private void Tell((Settlement Bill, bool IsOther) changed)
    {
        var (bill, isOther) = changed;
        if (!isOther) return;
        bill.Revision++;
        var paid = bill.Paid;
        outbox.Add(new SettlementClosed(
            bill.Id, bill.Revision, bill.HouseholdId, bill.MemberId, bill.On, paid.Total, paid.InScope, paid.Basic, paid.Serious, paid.Supplementary,
            paid.MedicalAid, Charity: Money.Zero, paid.SelfPaid, bill.IsCancelled));
    }

    private async Task<PersonYear> PersonAsync(Guid memberId, int year, CancellationToken ct)
    {
        if (await db.PersonYears.FindAsync([memberId, year], ct) is { } known) return known;
        var first = new PersonYear { MemberId = memberId, Year = year };
        db.Add(first);
        return first;
    }

    private async Task<FamilyYear> FamilyAsync(Guid householdId, int year, CancellationToken ct)
    {
        if (await db.FamilyYears.FindAsync([householdId, year], ct) is { } known) return known;
        var file = await db.Set<HouseholdFile>().FindAsync([householdId], ct);
        var first = new FamilyYear { HouseholdId = householdId, Year = year, Village = file!.Village };
        db.Add(first);
        return first;
    }
}
