using MassTransit;

namespace Fupin.Contracts.Registration;

/// <summary>The facts of a registered household changed (动态调整).</summary>
/// <param name="HouseholdId">The household (户).</param>
/// <param name="Revision">The revision of its facts; only a newer one counts.</param>
/// <param name="On">The day from which the new facts hold, China time.</param>
/// <param name="Facts">Its facts (户情), whole.</param>
[EntityName("registration.household-changed"), MessageUrn("fupin:registration:household-changed")]
public sealed record HouseholdChanged(Guid HouseholdId, int Revision, DateOnly On, HouseholdFacts Facts);
