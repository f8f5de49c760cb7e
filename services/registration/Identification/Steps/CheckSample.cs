using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Fupin.Registration.Identification.Steps;

/// <summary>Records what the visits found: the town's review, the district's check (镇审核、区核查).</summary>
internal static class CheckSample
{
    public sealed record Request(IReadOnlyList<Finding>? Findings, string? Reason, IReadOnlyList<Guid>? Attachments);

    public static Task<Results<Ok<StepResponse>, Refusal>> Town(Guid id, Request? request, [AsParameters] Desk desk, CancellationToken ct) =>
        Handle(id, SampleLevel.Town, Step.TownReview, request, desk, ct);

    public static Task<Results<Ok<StepResponse>, Refusal>> District(Guid id, Request? request, [AsParameters] Desk desk, CancellationToken ct) =>
        Handle(id, SampleLevel.District, Step.DistrictCheck, request, desk, ct);

    private static async Task<Results<Ok<StepResponse>, Refusal>> Handle(
        Guid id, SampleLevel level, Step step, Request? request, Desk desk, CancellationToken ct)
    {
        if (request?.Findings?.Any(finding => finding.Note?.Length > Batches.LongestText) == true) return IdentificationErrors.TextTooLong;
        var act = desk.Act(request?.Reason);
        return await desk.TakeAsync(id, step, act, request?.Attachments, (batch, _) => batch.Check(level, request?.Findings ?? [], act), ct);
    }
}
