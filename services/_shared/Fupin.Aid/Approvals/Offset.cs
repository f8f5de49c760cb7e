using Fupin.Aid.Households;
using Fupin.Aid.Proposals;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;
using Fupin.Persistence;

namespace Fupin.Aid.Approvals;

/// <summary>An overpayment that is set off against what comes next (抵扣), until nothing of it is left.</summary>
public sealed class Offset : IHouseholdRow, IVersioned
{
    private Offset()
    {
    }

    /// <summary>The offset of an item that was given too much; nothing is to be set off yet.</summary>
    public static Offset Of(AidItem item) => new()
    {
        ItemId = item.ItemId,
        HouseholdId = item.HouseholdId,
        Village = item.Village,
        MemberId = item.MemberId,
        Policy = item.Policy,
        Period = item.Period,
        Nature = item.Nature,
    };

    /// <summary>The item that was given too much (多发项目).</summary>
    public Guid ItemId { get; private init; }

    /// <inheritdoc />
    public Guid HouseholdId { get; private init; }

    /// <inheritdoc />
    public DivisionCode Village { get; private init; }

    /// <summary>Its beneficiary, where it is a person.</summary>
    public Guid? MemberId { get; private init; }

    /// <summary>Its policy code.</summary>
    public string Policy { get; private init; } = "";

    /// <summary>The period it was for.</summary>
    public string Period { get; private init; } = "";

    /// <summary>Its nature: a fee not charged cannot be set off against cash.</summary>
    public AidNature Nature { get; private init; }

    /// <summary>What is to be set off in all.</summary>
    public Money Amount { get; private set; }

    /// <summary>What was set off already.</summary>
    public Money Applied { get; private set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <summary>Adds an amount that an officer decided to set off.</summary>
    public void Add(Money amount) => Amount += amount;

    /// <summary>What is still to be set off, when so much of the item counts as given too much now: a decision that rose again takes back nothing.</summary>
    public Money Left(Money overpaid) => Money.Max(Money.Zero, Money.Min(Amount, overpaid) - Applied);

    /// <summary>Notes that an amount was set off.</summary>
    public void Apply(Money amount) => Applied += amount;

    /// <summary>Takes that back: the approval in which it was set off was returned.</summary>
    public void TakeBack(Money amount) => Applied -= amount;
}
