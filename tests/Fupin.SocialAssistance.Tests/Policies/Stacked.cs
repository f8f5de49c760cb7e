using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Fupin.SocialAssistance.Allowances;
using Fupin.SocialAssistance.Policies;
using Fupin.SocialAssistance.Relief;
using Fupin.Stacking;

namespace Fupin.SocialAssistance.Tests.Policies;

/// <summary>What the department proposes, stacked by the default rules: the pairs of facts §3.7 that are ours.</summary>
public sealed class Stacked
{
    private static readonly AidMonth Month = new(2016, 4);
    private static readonly Guid Person = Guid.NewGuid();

    [Theory]
    [InlineData(nameof(AllowanceKind.OldAgeLiving), 174_99L, "B4", "B12")]
    [InlineData(nameof(AllowanceKind.OldAgeLiving), 175_01L, "B12", "B4")]
    [InlineData(nameof(AllowanceKind.ElderCare), 59_99L, "B5", "B13")]
    [InlineData(nameof(AllowanceKind.ElderCare), 60_01L, "B13", "B5")]
    [InlineData(nameof(AllowanceKind.Orphan), 1L, "B14", "B4")]
    [InlineData(nameof(AllowanceKind.WorkInjuryCare), 1L, "B15", "B4")]
    [InlineData(nameof(AllowanceKind.WorkInjuryCare), 1L, "B15", "B5")]
    public void Of_allowances_of_one_kind_one_stays(string kind, long fen, string kept, string refused)
    {
        var stacked = Stack(new OtherAllowance { MemberId = Person, Kind = Enum.Parse<AllowanceKind>(kind), Monthly = new Money(fen), From = Month });
        Assert.Equal(StackedState.Granted, stacked.Items.Single(item => item.Policy == kept).State);
        var reduction = Assert.Single(stacked.Items.Single(item => item.Policy == refused).Reductions);
        Assert.Equal(kept, reduction.BecausePolicy);
    }

    [Fact]
    public void Orphans_keep_the_nursing_allowance_and_high_age_goes_with_both()
    {
        var stacked = Stack(
            new OtherAllowance { MemberId = Person, Kind = AllowanceKind.Orphan, Monthly = Money.FromYuan(1_400), From = Month },
            new OtherAllowance { MemberId = Person, Kind = AllowanceKind.HighAge, Monthly = Money.FromYuan(50), From = Month });
        Assert.All(stacked.Items.Where(item => item.Policy is "B5" or "B9" or "B14"), item => Assert.Equal(StackedState.Granted, item.State));
    }

    [Theory]
    [InlineData(25_000L, 2_100L)]
    [InlineData(28_000L, 2_000L)]
    [InlineData(30_000L, 0L)]
    public void Temporary_relief_and_charity_get_what_insurance_and_medical_aid_left_of_a_settlement(long paidInYuan, long reliefInYuan)
    {
        ProposedItem paid = new(Guid.NewGuid(), "M1", Person, "2016-04", AidNature.Reimbursement, Money.FromYuan(paidInYuan), "JS-9", "v1", [], Money.FromYuan(30_000));
        var ours = Decide(
            new ReliefApplication { Number = "L-1", On = Month.First, Cause = ReliefCause.MedicalCost, Cost = Money.FromYuan(30_000), SettlementNo = "JS-9", VerifiedOn = Month.First },
            new CharityApplication { MemberId = Person, Number = "C-1", On = Month.First, Disease = CharityDisease.Dialysis, Cost = Money.FromYuan(30_000), SettlementNo = "JS-9" });
        var stacked = Fupin.Stacking.Stack.Compute([new DepartmentSet("medical-aid", 1, [paid]), new DepartmentSet("social-assistance", 1, ours)], RuleBook.Default, Month, []);
        Assert.Equal(Money.FromYuan(reliefInYuan), stacked.Items.Single(item => item.Policy == "B6").Granted);
        Assert.Equal(
            Money.Min(Money.FromYuan(6_000), Money.FromYuan(30_000 - paidInYuan - reliefInYuan)), stacked.Items.Single(item => item.Policy == "B11").Granted);
    }

    [Fact]
    public void A_household_alone_and_the_family_it_lives_in_both_keep_their_allowance()
    {
        var parent = MemberOf(Guid.NewGuid(), 50, null, null) with { IsHead = true };
        var son = MemberOf(Person, 25, DisabilityType.Mental, 2);
        var stacked = Stack([parent, son], yearlyInYuan: 4_800);
        Assert.Equal((300L, 700L), (Granted("B1"), Granted("B2")));

        long Granted(string policy) => stacked.Items.Single(item => item.Policy == policy).Granted.Fen / 100;
    }

    private static StackResult Stack(params object[] records) => Stack([MemberOf(Person, 66, DisabilityType.Mental, 3) with { IsHead = true }], 1_200, records);

    private static StackResult Stack(MemberFacts[] members, long yearlyInYuan, params object[] records) =>
        Fupin.Stacking.Stack.Compute([new DepartmentSet("social-assistance", 1, Decide(members, yearlyInYuan, records))], RuleBook.Default, Month, []);

    private static IReadOnlyList<ProposedItem> Decide(params object[] records) =>
        Decide([MemberOf(Person, 45, null, null) with { IsHead = true }], 0, records);

    private static IReadOnlyList<ProposedItem> Decide(MemberFacts[] members, long yearlyInYuan, object[] records)
    {
        var income = new IncomeFacts(
            2015, Money.Zero, Money.Zero, Money.Zero, new Dictionary<TransferItem, Money>(), Money.Zero,
            Enum.GetValues<IncomeView>().ToDictionary(view => view, _ => Money.FromYuan(yearlyInYuan)));
        var facts = new HouseholdFacts(DivisionCode.Parse("320412110207"), HouseholdAttribute.Ordinary, PovertyCause.Illness, members, income);
        return SocialAssistancePolicies.Book.Decide(
            new AidCase(Guid.NewGuid(), Month, facts) { Records = new OwnRecords(records) }, SocialAssistancePolicies.Book.SeedOn(Month.Last));
    }

    private static MemberFacts MemberOf(Guid id, int age, DisabilityType? type, int? level) => new(
        id, false, AgeBand.Of(age), Sex.Male, [HealthStatus.Healthy], type, level, LabourAbility.Ordinary, null, EducationLevel.Primary, null, 0, Money.Zero);
}
