using CsCheck;
using Fupin.Aid.Policies;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;
using Fupin.MedicalAid.Policies;
using Fupin.MedicalAid.Settlements;

namespace Fupin.MedicalAid.Tests.Policies;

/// <summary>What holds of a year's bills of some households, whatever the order in which they came, were corrected and reversed.</summary>
public sealed class YearProperties
{
    private const int Cases = 2_000;
    private static readonly DateOnly FirstDay = new(2016, 1, 1);
    private static readonly PolicyParameters Parameters = MedicalAidPolicies.Book.SeedOn(FirstDay);
    private static readonly Guid[] Persons = [.. Enumerable.Range(1, 4).Select(Id)];
    private static readonly Guid[] Households = [.. Enumerable.Range(101, 2).Select(Id)];

    private static readonly Gen<Sketch> Sketches =
        from person in Gen.Int[0, 3]
        from level in Gen.Enum<HospitalLevel>()
        from attribute in Gen.Enum<HouseholdAttribute>()
        from care in Gen.Enum<CareKind>()
        from disease in Gen.Enum<Disease>()
        from veteran in Gen.Bool
        from age in Gen.OneOfConst(5, 13, 14, 17, 200)
        from hospital in Gen.OneOfConst(null, "CZ01", "NJ09")
        from total in Gen.Long[1, 60_000_000]
        from outOfScope in Gen.Long[0, total]
        select new Sketch(person, level, attribute, care, disease, veteran, age, hospital, total, outOfScope);

    // Each bill has a day of discharge of its own: among those of one day the order of entry decides.
    private static readonly Gen<Sketch[]> Years = Sketches.Array[1, 12];

    [Fact]
    public void The_order_of_entry_makes_no_difference() =>
        Gen.Select(Years, Gen.Int[0, int.MaxValue]).Sample((sketches, seed) =>
        {
            var (once, grown) = (BillsOf(sketches), BillsOf(sketches));
            YearOfBills.Settle(once, Parameters);
            // Entered one after the other in another order, the year settled again each time.
            var random = new Random(seed);
            List<Settlement> entered = [];
            foreach (var bill in grown.OrderBy(_ => random.Next()).ToList())
            {
                entered.Add(bill);
                YearOfBills.Settle(entered, Parameters);
            }

            return once.Zip(grown).All(pair => pair.First.Paid == pair.Second.Paid && pair.First.Before == pair.Second.Before && pair.First.VisitNo == pair.Second.VisitNo);
        }, iter: Cases);

    [Fact]
    public void A_reversed_bill_leaves_the_year_as_if_it_had_never_come() =>
        Gen.Select(Years, Gen.Int[0, 11]).Sample((sketches, which) =>
        {
            var (all, without) = (BillsOf(sketches), BillsOf(sketches));
            YearOfBills.Settle(all, Parameters);
            var gone = which % all.Count;
            all[gone].Standing = Standing.Cancelled;
            var after = YearOfBills.Settle(all, Parameters);
            without.RemoveAt(gone);
            var never = YearOfBills.Settle(without, Parameters);
            all.RemoveAt(gone);
            return all.Zip(without).All(pair => pair.First.Paid == pair.Second.Paid && pair.First.Before == pair.Second.Before)
                && never.Persons.All(pair => after.Persons[pair.Key] == pair.Value)
                && never.Families.All(pair => after.Families[pair.Key] == pair.Value);
        }, iter: Cases);

    [Fact]
    public void A_corrected_bill_leaves_the_year_as_if_it_had_come_right() =>
        Gen.Select(Years, Sketches, Gen.Int[0, 11]).Sample((sketches, right, which) =>
        {
            var at = which % sketches.Length;
            var bills = BillsOf(sketches);
            YearOfBills.Settle(bills, Parameters);
            right = right with { Person = sketches[at].Person };
            Write(right, bills[at]);
            YearOfBills.Settle(bills, Parameters);
            sketches[at] = right;
            var fresh = BillsOf(sketches);
            YearOfBills.Settle(fresh, Parameters);
            return bills.Zip(fresh).All(pair => pair.First.Paid == pair.Second.Paid && pair.First.Before == pair.Second.Before);
        }, iter: Cases);

    [Fact]
    public void Settling_again_changes_nothing() =>
        Years.Sample(sketches =>
        {
            var bills = BillsOf(sketches);
            foreach (var (bill, _) in YearOfBills.Settle(bills, Parameters).Changed) bill.Revision++;
            return YearOfBills.Settle(bills, Parameters).Changed.Count == 0;
        }, iter: Cases);

    [Fact]
    public void No_bill_is_paid_beyond_its_cost_and_no_limit_is_exceeded() =>
        Years.Sample(sketches =>
        {
            var bills = BillsOf(sketches);
            var year = YearOfBills.Settle(bills, Parameters);
            return bills.All(bill => IsWithinCost(bill.Paid, bill))
                && year.Persons.Values.All(person => person.Basic <= Parameters.Money("M1.cap")
                    && person.Serious <= Parameters.Money("M2.cap")
                    && person.Supplementary <= Parameters.Money("M3.cap")
                    && person.MedicalAid <= Parameters.Money("M4.cap.extremelyPoor"))
                && year.Families.Values.All(family => family.MedicalAid <= Parameters.Money("M4.cap.family"));
        }, iter: Cases);

    [Fact]
    public void The_counters_are_the_sums_of_the_bills() =>
        Years.Sample(sketches =>
        {
            var bills = BillsOf(sketches);
            var year = YearOfBills.Settle(bills, Parameters);
            return year.Persons.All(pair => pair.Value.SelfPaid == Money.Sum(bills.Where(bill => bill.MemberId == pair.Key).Select(bill => bill.Paid.SelfPaid)))
                && year.Families.All(pair =>
                    pair.Value.Total == Money.Sum(bills.Where(bill => bill.HouseholdId == pair.Key).Select(bill => bill.Paid.Total))
                    && pair.Value.Bills == bills.Count(bill => bill.HouseholdId == pair.Key));
        }, iter: Cases);

    [Fact]
    public void A_late_bill_of_an_earlier_day_is_settled_before_the_later_ones()
    {
        // 800 deductible for the only stay of the year …
        var later = Bill(Persons[0], new DateOnly(2016, 6, 1), 1_080_000, sequence: 1);
        YearOfBills.Settle([later], Parameters);
        Assert.Equal((1, Money.FromYuan(6500)), (later.VisitNo, later.Paid.Basic));
        // … and half of it once an earlier stay has come.
        var late = Bill(Persons[0], new DateOnly(2016, 2, 1), 1_080_000, sequence: 2);
        var changed = YearOfBills.Settle([later, late], Parameters).Changed;
        Assert.Equal((1, Money.FromYuan(6500)), (late.VisitNo, late.Paid.Basic));
        Assert.Equal((2, Money.FromYuan(6760)), (later.VisitNo, later.Paid.Basic));
        Assert.Equal(2, changed.Count(one => one.IsOther));
    }

    [Fact]
    public void Two_persons_of_a_household_share_its_limit_of_medical_aid()
    {
        var parameters = Parameters.With([Parameters["M4.cap.family"] with { Value = "3000" }]);
        var (first, second) = (Bill(Persons[0], new DateOnly(2016, 5, 1), 1_080_000, 1), Bill(Persons[1], new DateOnly(2016, 5, 2), 1_080_000, 2));
        second.HouseholdId = first.HouseholdId;
        YearOfBills.Settle([second, first], parameters);
        Assert.Equal((Money.FromYuan(2317), Money.FromYuan(683)), (first.Paid.MedicalAid, second.Paid.MedicalAid));
    }

    private static bool IsWithinCost(Paid paid, Settlement bill) =>
        new[] { paid.Basic, paid.Serious, paid.Supplementary, paid.MedicalAid }.All(layer => layer >= Money.Zero)
        && paid.Sum <= paid.InScope
        && paid.Total <= bill.Total
        && (paid.ByProgram ? paid.SelfPaid >= Money.Zero : paid.SelfPaid >= bill.OutOfScope);

    private static List<Settlement> BillsOf(IReadOnlyList<Sketch> sketches) => [.. sketches.Select((sketch, index) =>
    {
        var bill = Bill(Persons[sketch.Person], FirstDay.AddDays(index * 29), sketch.Total, index + 1);
        Write(sketch, bill);
        return bill;
    })];

    private static void Write(Sketch sketch, Settlement bill)
    {
        (bill.HospitalLevel, bill.Attribute, bill.Care, bill.Disease) = (sketch.Level, sketch.Attribute, sketch.Care, sketch.Disease);
        (bill.IsVeteran, bill.AgeAtMost, bill.HospitalCode) = (sketch.Veteran, sketch.Age, sketch.Hospital);
        (bill.Total, bill.OutOfScope) = (new Money(sketch.Total), new Money(sketch.OutOfScope));
    }

    private static Settlement Bill(Guid person, DateOnly discharged, long total, long sequence) => new()
    {
        Sequence = sequence,
        Id = Id((int)sequence + 1000),
        Number = $"S{sequence}",
        MemberId = person,
        HouseholdId = Households[Array.IndexOf(Persons, person) / 2],
        HospitalLevel = HospitalLevel.Third,
        AdmittedOn = discharged,
        DischargedOn = discharged,
        On = discharged,
        Total = new Money(total),
    };

    private static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    private sealed record Sketch(
        int Person, HospitalLevel Level, HouseholdAttribute Attribute, CareKind Care, Disease Disease, bool Veteran, int Age, string? Hospital, long Total, long OutOfScope);
}
