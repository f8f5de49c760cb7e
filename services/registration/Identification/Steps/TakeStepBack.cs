using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Fupin.Registration.Identification.Steps;

/// <summary>Takes the last step of cases back, by the level that took it (退回).</summary>
internal static class TakeStepBack
{
    public sealed record Request(string? Reason, IReadOnlyList<Guid>? CaseIds, IReadOnlyList<Guid>? Attachments);

    public static Task<Results<Ok<StepResponse>, Refusal>> Handle(Guid id, Request? request, [AsParameters] Desk desk, CancellationToken ct)
    {
        var act = desk.Act(request?.Reason);
        return desk.TakeAsync(
            id, Step.StepBack, act, request?.Attachments, (batch, _) => batch.StepBack(request?.CaseIds, step => IsOf(desk.Officer, step), act), ct);
    }

    // An answer that took a case out was the village's or the town's; the town, which stands above, takes it back.
    private static bool IsOf(CurrentOfficer officer, Step step) => officer.Has(Flow.DutyOf(step) switch
    {
        Duty.Enter => Permissions.EnterRegister,
        Duty.Approve => Permissions.ApproveRegister,
        _ => Permissions.ReviewRegister,
    });
}
