using Fupin.Aid.Policies;
using Fupin.Contracts.Values;
using Fupin.MedicalAid.Policies;

namespace Fupin.MedicalAid.Settlements;

/// <summary>
/// The bills of some households in a year (年度结算), settled one after the other in the order of discharge, whatever the order in which
/// they were entered: counters of persons and households run through them. A bill that comes late, is corrected or reversed changes
/// what the later ones are computed from; they are settled again with the parameters they were settled with first.
/// </summary>
internal sealed class YearOfBills
{
    private readonly Dictionary<Guid, YearToDate> persons = [];
    private readonly Dictionary<Guid, FamilyToDate> families = [];
    private readonly List<(Settlement Bill, bool IsOther)> changed = [];

    private YearOfBills()
    {
    }

    public IReadOnlyDictionary<Guid, YearToDate> Persons => persons;

    public IReadOnlyDictionary<Guid, FamilyToDate> Families => families;

    /// <summary>The bills that are computed from something else than before, and whether they came to something else.</summary>
    public IReadOnlyList<(Settlement Bill, bool IsOther)> Changed => changed;

    /// <summary>Settles all bills of a year; all bills of the persons and of the households in them must be there.</summary>
    public static YearOfBills Settle(IEnumerable<Settlement> bills, PolicyParameters parameters)
    {
        var year = new YearOfBills();
        foreach (var bill in bills.OrderBy(bill => bill.DischargedOn).ThenBy(OrderOfEntry)) year.Settle(bill, parameters);
        return year;
    }

    // What is not saved yet came last.
    private static long OrderOfEntry(Settlement bill) => bill.Sequence > 0 ? bill.Sequence : long.MaxValue;

    private void Settle(Settlement bill, PolicyParameters parameters)
    {
        var person = persons.GetValueOrDefault(bill.MemberId) ?? new YearToDate();
        var family = families.GetValueOrDefault(bill.HouseholdId) ?? new FamilyToDate();
        var was = (bill.Before, bill.VisitNo, bill.FamilyAidBefore, bill.Paid);
        (bill.Before, bill.VisitNo, bill.FamilyAidBefore) = (person, bill.StatedVisit ?? person.Visits + 1, family.MedicalAid);
        bill.Paid = OneStop.Again(bill, parameters).ToPaid();
        var isOther = bill.Revision == 0 || bill.Paid != was.Paid;
        if (isOther || was != (bill.Before, bill.VisitNo, bill.FamilyAidBefore, bill.Paid)) changed.Add((bill, isOther));

        persons[bill.MemberId] = bill.IsCancelled ? person : After(bill);
        families[bill.HouseholdId] = bill.IsCancelled ? family : new FamilyToDate
        {
            Bills = family.Bills + 1,
            Total = family.Total + bill.Paid.Total,
            MedicalAid = family.MedicalAid + (bill.Paid.ByProgram ? Money.Zero : bill.Paid.MedicalAid),
            SelfPaid = family.SelfPaid + bill.Paid.SelfPaid,
        };
    }

    // What a programme pays uses up no limit and opens no claim on the year's serious-illness insurance: it is a price for all.
    private static YearToDate After(Settlement bill)
    {
        var (before, paid) = (bill.Before, bill.Paid);
        var counted = before with
        {
            Visits = bill.Care == CareKind.Inpatient ? Math.Max(before.Visits + 1, bill.VisitNo) : before.Visits,
            Total = before.Total + paid.Total,
            SelfPaid = before.SelfPaid + paid.SelfPaid,
        };
        return paid.ByProgram ? counted : counted with
        {
            Basic = before.Basic + paid.Basic,
            Left = before.Left + paid.InScope - paid.Basic,
            Serious = before.Serious + paid.Serious,
            Supplementary = before.Supplementary + paid.Supplementary,
            MedicalAid = before.MedicalAid + paid.MedicalAid,
        };
    }
}
