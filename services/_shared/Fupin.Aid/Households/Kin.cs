using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;

namespace Fupin.Aid.Households;

/// <summary>Another household from which members came, or to which they went (转户关系).</summary>
/// <param name="HouseholdId">The other household.</param>
/// <param name="From">The month from which they belong to the one that has them now.</param>
/// <param name="IsOrigin">Whether they came from there; otherwise they went there.</param>
/// <param name="By">By a split, by a merger or one by one.</param>
public sealed record Kin(Guid HouseholdId, AidMonth From, bool IsOrigin, MovedBy By);

/// <summary>A row about one person of a household (个人记录): it counts for the household to which the person belongs in the month.</summary>
public interface IMemberRow : IHouseholdRow
{
    /// <summary>The person.</summary>
    Guid MemberId { get; }
}
