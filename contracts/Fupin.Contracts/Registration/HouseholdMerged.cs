using MassTransit;

namespace Fupin.Contracts.Registration;

/// <summary>A registered household went over into another whole (并户); what was given to it before follows its members.</summary>
/// <param name="HouseholdId">The household that remains (并入户).</param>
/// <param name="MergedHouseholdId">The household that ends (被并户).</param>
/// <param name="On">The day from which they are together, China time; the first of a month.</param>
/// <param name="Members">The members who come.</param>
[EntityName("registration.household-merged"), MessageUrn("fupin:registration:household-merged")]
public sealed record HouseholdMerged(Guid HouseholdId, Guid MergedHouseholdId, DateOnly On, IReadOnlyList<Guid> Members);
