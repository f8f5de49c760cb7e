using MassTransit;

namespace Fupin.Contracts.Registration;

/// <summary>Members of a registered household became a household of their own (分户); what was given to them before follows them.</summary>
/// <param name="HouseholdId">The household they leave (原户).</param>
/// <param name="NewHouseholdId">Their new household (新户).</param>
/// <param name="On">The day from which they are apart, China time; the first of a month.</param>
/// <param name="Members">The members who go.</param>
[EntityName("registration.household-split"), MessageUrn("fupin:registration:household-split")]
public sealed record HouseholdSplit(Guid HouseholdId, Guid NewHouseholdId, DateOnly On, IReadOnlyList<Guid> Members);
