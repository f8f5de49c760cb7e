using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;

namespace Fupin.Aid.Households;

/// <summary>
/// Facts of a household that newer ones have taken the place of (历史户情): the last that were told for a month. The month is that of the
/// day from which they hold, so that neither the order of arrival nor a late arrival matters.
/// </summary>
public sealed class FactsOfMonth : IHouseholdRow
{
    /// <inheritdoc />
    public Guid HouseholdId { get; init; }

    /// <summary>The month from which they held (月份).</summary>
    public AidMonth Month { get; init; }

    /// <inheritdoc />
    public DivisionCode Village { get; init; }

    /// <summary>Their revision.</summary>
    public int Revision { get; private set; }

    /// <summary>The facts (户情).</summary>
    public HouseholdFacts Facts { get; private set; } = null!;

    /// <summary>Keeps facts, unless newer ones of the month are kept.</summary>
    public void Keep(int revision, HouseholdFacts facts)
    {
        if (revision > Revision) (Revision, Facts) = (revision, facts);
    }
}
