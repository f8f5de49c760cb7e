using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Fupin.Registration.Identification.Steps;

/// <summary>Announces the district's list (区公告).</summary>
internal static class AnnounceList
{
    public sealed record Request(string? Reason, IReadOnlyList<Guid>? Attachments);

    public static Task<Results<Ok<StepResponse>, Refusal>> Handle(Guid id, Request? request, [AsParameters] Desk desk, CancellationToken ct)
    {
        var act = desk.Act(request?.Reason);
        return desk.TakeAsync(id, Step.Announce, act, request?.Attachments, (batch, _) => batch.Announce(act), ct);
    }
}
