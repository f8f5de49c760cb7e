using MassTransit;

namespace Fupin.Contracts.Registration;

/// <summary>A household left the register (退出).</summary>
/// <param name="HouseholdId">The household (户).</param>
/// <param name="Revision">The revision of its facts; only a newer one counts.</param>
/// <param name="On">The day of the exit, China time.</param>
/// <param name="RetainedUntil">The last day on which it keeps its aids (政策保留期); the day before the exit where there is no retention.</param>
[EntityName("registration.household-exited"), MessageUrn("fupin:registration:household-exited")]
public sealed record HouseholdExited(Guid HouseholdId, int Revision, DateOnly On, DateOnly RetainedUntil);
