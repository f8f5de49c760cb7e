using Fupin.Aid.Policies;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;

namespace Fupin.EducationAid.Policies;

/// <summary>The highest of the tiers for which a pupil qualifies (最高一档): a pupil has one of them only.</summary>
internal ref struct HighestTier(PolicyParameters parameters)
{
    private string? name;
    private int count;

    public Money Amount { get; private set; }

    /// <summary>Whether the household lives on the allowance or is kept as extremely poor (低保户、特困供养户).</summary>
    public static bool IsOnAllowance(AidCase aidCase) =>
        aidCase.Facts.Attribute is HouseholdAttribute.MinimumLivingAllowance or HouseholdAttribute.ExtremelyPoor;

    /// <summary>Counts a tier, by the name of its parameter, where the pupil qualifies for it.</summary>
    public void Take(string tier, bool qualifies = true)
    {
        if (!qualifies) return;
        count++;
        var amount = parameters.Money(tier);
        if (name is null || amount > Amount) (name, Amount) = (tier, amount);
    }

    public readonly void Explain(Explanation? trace)
    {
        if (trace is null) return;
        trace.Parameter(name!);
        if (count > 1) trace.Line("school.highest", count);
    }
}
