using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Identity;
using Fupin.Contracts.MedicalAid;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;

namespace Fupin.Contracts.Tests;

/// <summary>One of each event with every field filled, so that a field that changes its form cannot hide behind a null.</summary>
internal static class EventSamples
{
    private static readonly Guid Household = new("11111111-1111-1111-1111-111111111111");
    private static readonly Guid Member = new("22222222-2222-2222-2222-222222222222");
    private static readonly Guid Item = new("33333333-3333-3333-3333-333333333333");
    private static readonly Guid Officer = new("44444444-4444-4444-4444-444444444444");
    private static readonly Guid Other = new("55555555-5555-5555-5555-555555555555");
    private static readonly DivisionCode Village = DivisionCode.Parse("320412110207");
    private static readonly AidMonth May = new(2016, 5);
    private static readonly DateOnly Day = new(2016, 5, 3);
    private static readonly DateTime Instant = new(2016, 5, 3, 1, 2, 3, DateTimeKind.Utc);

    private static readonly HouseholdFacts Facts = new(
        Village,
        HouseholdAttribute.MinimumLivingAllowance,
        PovertyCause.Disability,
        [new MemberFacts(
            Member, true, AgeBand.Of(52), Sex.Male, [HealthStatus.Chronic, HealthStatus.Disabled], DisabilityType.Limbs, 2,
            LabourAbility.Weak, StudentStatus.NotAtSchool, EducationLevel.Primary, WorkStatus.InTown, 6, Money.FromYuan(6_000))],
        new IncomeFacts(
            2015, Money.FromYuan(1_000), Money.FromYuan(300), Money.FromYuan(200),
            new Dictionary<TransferItem, Money> { [TransferItem.Pension] = Money.FromYuan(1_380) },
            Money.FromYuan(120),
            new Dictionary<IncomeView, Money> { [IncomeView.Identification] = Money.FromYuan(8_160), [IncomeView.MeansTest] = Money.FromYuan(8_160) }));

    public static IReadOnlyList<object> All { get; } =
    [
        new HouseholdRegistered(Household, 1, Day, Facts),
        new HouseholdChanged(Household, 2, Day, Facts),
        new HouseholdExited(Household, 3, Day, Day.AddYears(2)),
        new MembersMoved(Household, Other, new DateOnly(2016, 6, 1), [Member], MovedBy.Split),
        new IdentificationStepTaken(Household, Item, Other, Village, "town-review", "town-reviewed", Officer, Instant),
        new PersonalDataRead(Item, Household, Officer, "medical-aid", "settle-medical", ["name", "idNumber"], Instant),
        new AidStacked(
            Household, May, 4,
            [new StackedItem(
                Item, "social-assistance", "B1", Member, "2016-05", AidNature.Cash, "claim-1", new Money(70_000), new Money(20_000), StackedState.Reduced,
                [new Reduction("X01", new Money(50_000), Other, "B3", "已享受特困供养，不再重复享受低保。")])],
            [new CountedAid(IncomeView.MeansTest, "J6", Member, new Money(200_000))],
            new Dictionary<string, int> { ["social-assistance"] = 2 }),
        new AidProposed(
            Household, "social-assistance", May, 2,
            [new ProposedItem(
                Item, "B1", Member, "2016-05", AidNature.Cash, new Money(70_000), "claim-1", "2016-03-19", [new TraceLine("低保标准", "700.00 元", "三(六)")],
                new Money(90_000))]),
        new AidApproved(
            Other, Household, "social-assistance", May,
            [new ApprovedItem(
                Item, "B1", Member, "2016-05", AidNature.Cash, new Money(20_000),
                [new Reduction("offset", new Money(5_000), Other, "B1", "前期多发，从本项抵扣。")])],
            Officer, Other, Instant),
        new OverpaymentDecided(Other, Household, "social-assistance", May, Item, "B1", Member, new Money(5_000), OverpaymentDecision.Offset, Officer, Instant),
        new PersonStateTold(Household, Member, "education-aid", "school-record:1", PersonState.AtSchool, Day, Day.AddMonths(4), false, 2),
        new SettlementClosed(
            Item, 1, Household, Member, Day, Money.FromYuan(300_000), Money.FromYuan(270_000), Money.FromYuan(100_000), Money.FromYuan(87_000), Money.FromYuan(1_000),
            Money.FromYuan(50_000), Money.FromYuan(6_000), Money.FromYuan(56_000)),
        new OfficerChanged(Officer, 1, "registration", "320412110", ["register.read"], true),
    ];
}
