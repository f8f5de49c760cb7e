using CsCheck;
using Fupin.Aid.Policies;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Fupin.MedicalAid.Policies;
using Fupin.MedicalAid.Settlements;

namespace Fupin.MedicalAid.Tests.Policies;

public sealed class OneStopProperties
{
    private static readonly DateOnly Discharged = new(2016, 5, 8);
    private static readonly PolicyParameters Parameters = MedicalAidPolicies.Book.SeedOn(Discharged);

    private static readonly Gen<Settlement> Bills =
        from level in Gen.Enum<HospitalLevel>()
        from attribute in Gen.Enum<HouseholdAttribute>()
        from total in Gen.Long[1, 80_000_000]
        from outOfScope in Gen.Long[0, total]
        from visit in Gen.Int[1, 4]
        select Bill(level, attribute, total, outOfScope, visit);

    private static readonly Gen<YearToDate> Counters =
        from basic in Gen.Long[0, 20_000_000]
        from left in Gen.Long[0, 40_000_000]
        from serious in Gen.Long[0, 20_000_000]
        from supplementary in Gen.Long[0, 3_000_000]
        from medicalAid in Gen.Long[0, 5_000_000]
        select new YearToDate
        {
            Basic = new Money(basic),
            Left = new Money(left),
            Serious = new Money(serious),
            Supplementary = new Money(supplementary),
            MedicalAid = new Money(medicalAid),
        };

    [Fact]
    public void Layers_and_what_is_self_paid_make_up_the_total_and_no_layer_is_negative() =>
        Gen.Select(Bills, Counters).Sample((bill, before) =>
        {
            var settled = OneStop.Settle(With(bill, bill.Total, before), Parameters);
            var layers = LayersOf(settled);
            return Money.Sum(layers) + settled.ToPaid().SelfPaid == bill.Total && layers.All(layer => layer >= Money.Zero) && settled.ToPaid().SelfPaid >= bill.OutOfScope;
        });

    [Fact]
    public void A_higher_bill_never_lowers_a_layer_nor_what_is_self_paid() =>
        Gen.Select(Bills, Counters, Gen.Long[0, 5_000_000]).Sample((bill, before, more) =>
        {
            var low = OneStop.Settle(With(bill, bill.Total, before), Parameters);
            var high = OneStop.Settle(With(bill, bill.Total + new Money(more), before), Parameters);
            return low.ToPaid().SelfPaid <= high.ToPaid().SelfPaid && LayersOf(low).Zip(LayersOf(high)).All(pair => pair.First <= pair.Second);
        });

    [Fact]
    public void Serious_illness_insurance_pays_the_same_for_a_sum_however_many_bills_it_came_in()
    {
        // Two bills of 150,000 in scope, without deductible or ratio of the first layer, are one of 300,000 to the second.
        var parameters = MedicalAidPolicies.Book.SeedOn(Discharged);
        var year = new YearToDate { Basic = parameters.Money("M1.cap") };
        var half = Bill(HospitalLevel.Third, HouseholdAttribute.Ordinary, 15_000_000, 0, 1);
        var first = OneStop.Settle(With(half, half.Total, year), parameters);
        var then = year with { Left = first.Basic.Cost - first.Basic.Amount, Serious = first.Serious.Amount };
        var second = OneStop.Settle(With(half, half.Total, then), parameters);
        var whole = OneStop.Settle(With(half, half.Total * 2, year), parameters);
        Assert.Equal(whole.Serious.Amount, first.Serious.Amount + second.Serious.Amount);
    }

    [Fact]
    public void A_settlement_is_computed_again_with_the_parameters_known_then()
    {
        var seed = MedicalAidPolicies.Book.Seed;
        var bill = Bill(HospitalLevel.Second, HouseholdAttribute.Ordinary, 900_000, 0, 1, parameterNumber: seed.Count);
        var raised = seed.Last(row => row.Name == "M1.ratio.level2") with { Number = seed.Count + 1, Value = "80", From = new DateOnly(2016, 1, 1) };
        var later = PolicyParameters.Of([.. seed, raised], MedicalAidPolicies.Book.Texts, Discharged);
        Assert.Equal(Money.FromYuan(6375), OneStop.Again(bill, later).Basic.Amount);
        Assert.Equal(Money.FromYuan(6800), OneStop.Settle(bill, later).Basic.Amount);
    }

    [Fact]
    public void What_is_tried_out_counts_for_old_bills_too()
    {
        var bill = Bill(HospitalLevel.Second, HouseholdAttribute.Ordinary, 900_000, 0, 1, parameterNumber: Parameters.LastNumber - 1);
        var tried = Parameters.With([Parameters["M1.ratio.level2"] with { Value = "80" }]);
        Assert.Equal(Money.FromYuan(6375), OneStop.Again(bill, Parameters).Basic.Amount);
        Assert.Equal(Money.FromYuan(6800), OneStop.Again(bill, tried).Basic.Amount);
    }

    [Fact]
    public void A_bill_is_decided_on_without_allocating_where_nobody_asks_why()
    {
        var bill = Bill(HospitalLevel.Third, HouseholdAttribute.Ordinary, 4_080_000, 0, 1, parameterNumber: Parameters.LastNumber - 1);
        bill.On = Discharged;
        var income = new IncomeFacts(2015, Money.Zero, Money.Zero, Money.Zero, new Dictionary<TransferItem, Money>(), Money.Zero, new Dictionary<IncomeView, Money>());
        var facts = new HouseholdFacts(DivisionCode.Parse("320412110207"), HouseholdAttribute.Ordinary, PovertyCause.Illness, [], income);
        var aidCase = new AidCase(Guid.NewGuid(), AidMonth.Of(Discharged), facts) { Records = new OwnRecords([bill]) };
        var decisions = new Decisions(Detail.Amounts);
        void Decide(int times)
        {
            for (var time = 0; time < times; time++)
            {
                decisions.Clear();
                MedicalAidPolicies.Book.Decide(aidCase, Parameters, decisions);
            }
        }

        Decide(100);
        Assert.Equal(["M1", "M2", "M3", "M4"], decisions.Given.Select(given => given.Policy.Code));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Decide(1_000);
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 1_000, 0, 64);
    }

    private static Money[] LayersOf(Settled settled) =>
        [settled.Basic.Amount, settled.Serious.Amount, settled.Supplementary.Amount, settled.MedicalAid.Amount];

    private static Settlement Bill(
        HospitalLevel level, HouseholdAttribute attribute, long total, long outOfScope, int visit, int? parameterNumber = null) => new()
        {
            Number = "S1",
            InvoiceNo = "F1",
            HospitalLevel = level,
            Attribute = attribute,
            DischargedOn = Discharged,
            VisitNo = visit,
            Total = new Money(total),
            OutOfScope = new Money(outOfScope),
            ParameterNumber = parameterNumber,
        };

    private static Settlement With(Settlement bill, Money total, YearToDate before) => new()
    {
        Number = bill.Number,
        InvoiceNo = bill.InvoiceNo,
        HospitalLevel = bill.HospitalLevel,
        Attribute = bill.Attribute,
        DischargedOn = bill.DischargedOn,
        VisitNo = bill.VisitNo,
        Total = total,
        OutOfScope = bill.OutOfScope,
        Before = before,
    };
}
