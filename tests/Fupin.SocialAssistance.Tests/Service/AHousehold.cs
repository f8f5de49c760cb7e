using Fupin.Contracts.Codes;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;

namespace Fupin.Testing.Register;

/// <summary>A made-up household of 谢家村, as registration would tell of it.</summary>
public sealed record AHousehold(HouseholdAttribute Attribute = HouseholdAttribute.Ordinary, int Age = 45, long YearlyIncomeInYuan = 0, bool HasDisabledSon = false)
{
    public Guid Id { get; } = Guid.NewGuid();

    public Guid Head { get; } = Guid.NewGuid();

    public Guid Spouse { get; } = Guid.NewGuid();

    public Guid Son { get; } = Guid.NewGuid();

    public HouseholdRegistered Registered(DateOnly on, int revision = 1) => new(Id, revision, on, Facts);

    public HouseholdChanged Changed(DateOnly on, int revision, long yearlyIncomeInYuan) =>
        new(Id, revision, on, Facts with { Income = IncomeOf(yearlyIncomeInYuan) });

    private HouseholdFacts Facts => new(
        DivisionCode.Parse("320412110207"), Attribute, PovertyCause.Illness,
        [MemberOf(Head, isHead: true, Sex.Male), MemberOf(Spouse, isHead: false, Sex.Female), .. Sons],
        IncomeOf(YearlyIncomeInYuan));

    // Severely disabled and without work.
    private MemberFacts[] Sons => HasDisabledSon
        ? [MemberOf(Son, isHead: false, Sex.Male) with { Age = AgeBand.Of(25), Health = [HealthStatus.Disabled], DisabilityType = DisabilityType.Mental, DisabilityLevel = 2, LabourAbility = LabourAbility.None }]
        : [];

    private MemberFacts MemberOf(Guid id, bool isHead, Sex sex) => new(
        id, isHead, AgeBand.Of(Age), sex, [HealthStatus.Healthy], null, null, LabourAbility.Ordinary, null, EducationLevel.Primary, null, 0, Money.Zero);

    private static IncomeFacts IncomeOf(long yuan) => new(
        2015, Money.Zero, Money.Zero, Money.FromYuan(yuan), new Dictionary<TransferItem, Money>(), Money.Zero,
        Enum.GetValues<IncomeView>().ToDictionary(view => view, _ => Money.FromYuan(yuan)));
}
