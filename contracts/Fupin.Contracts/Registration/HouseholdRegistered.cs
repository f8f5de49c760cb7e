using MassTransit;

namespace Fupin.Contracts.Registration;

/// <summary>A household was entered in the register (建档立卡).</summary>
/// <param name="HouseholdId">The household (户).</param>
/// <param name="Revision">The revision of its facts; only a newer one counts.</param>
/// <param name="On">The day it was registered, China time.</param>
/// <param name="Facts">Its facts (户情).</param>
[EntityName("registration.household-registered"), MessageUrn("fupin:registration:household-registered")]
public sealed record HouseholdRegistered(Guid HouseholdId, int Revision, DateOnly On, HouseholdFacts Facts);
