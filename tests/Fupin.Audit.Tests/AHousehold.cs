using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;

namespace Fupin.Audit.Tests;

/// <summary>A made-up household of 谢家村 and what departments tell of it.</summary>
public sealed class AHousehold
{
    private static readonly DivisionCode Village = DivisionCode.Parse("320412110207");
    private static readonly DateOnly Day = new(2016, 3, 21);
    private static readonly DateTime Morning = new(2016, 3, 21, 1, 0, 0, DateTimeKind.Utc);
    private static readonly AidMonth Month = AidMonth.Of(Day);

    private readonly Guid item = Guid.NewGuid();

    public Guid Id { get; } = Guid.NewGuid();

    public Guid Officer { get; } = Guid.NewGuid();

    public IdentificationStepTaken Announced() => new(Id, Guid.NewGuid(), Guid.NewGuid(), Village, "announce", "announced", Officer, Morning);

    public HouseholdRegistered Registered() => new(
        Id, 1, Day,
        new HouseholdFacts(
            Village, HouseholdAttribute.Ordinary, PovertyCause.Illness, [],
            new IncomeFacts(2015, Money.Zero, Money.Zero, Money.Zero, new Dictionary<TransferItem, Money>(), Money.Zero, new Dictionary<IncomeView, Money>())));

    public AidProposed Proposed(string department, long yuan, int revision = 1) =>
        new(Id, department, Month, revision, [new ProposedItem(item, "B1", null, "2016-03", AidNature.Cash, Money.FromYuan(yuan), null, "1", [])]);

    public AidStacked Stacked(string department, long proposed, long granted) => new(
        Id, Month, 1,
        [new StackedItem(item, department, "B1", null, "2016-03", AidNature.Cash, null, Money.FromYuan(proposed), Money.FromYuan(granted), StackedState.Reduced, [])],
        [], new Dictionary<string, int>());

    public AidApproved Approved(string department, long yuan) => new(
        Guid.NewGuid(), Id, department, Month, [new ApprovedItem(item, "B1", null, "2016-03", AidNature.Cash, Money.FromYuan(yuan))], Guid.NewGuid(), Officer, Morning);

    public HouseholdExited Exited() => new(Id, 2, new DateOnly(2016, 12, 31), new DateOnly(2018, 12, 31));
}
