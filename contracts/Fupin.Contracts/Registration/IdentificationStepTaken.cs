using Fupin.Contracts.Values;
using MassTransit;

namespace Fupin.Contracts.Registration;

/// <summary>A case went a step forward or back in its identification (识别).</summary>
/// <param name="HouseholdId">The household (户).</param>
/// <param name="CaseId">The identification case (识别个案).</param>
/// <param name="BatchId">The village's batch of cases (批次) it belongs to.</param>
/// <param name="Village">The village (行政村).</param>
/// <param name="Step">The step in kebab-case, as in the route: entered, review-meeting, first-notice, …, register, objection, answer, step-back.</param>
/// <param name="State">The state of the case after the step, kebab-case.</param>
/// <param name="OfficerId">Who took it (经办人); absent for an anonymous objection.</param>
/// <param name="AtUtc">When, on the platform clock.</param>
[EntityName("registration.identification-step-taken"), MessageUrn("fupin:registration:identification-step-taken")]
public sealed record IdentificationStepTaken(
    Guid HouseholdId, Guid CaseId, Guid BatchId, DivisionCode Village, string Step, string State, Guid? OfficerId, DateTime AtUtc);
