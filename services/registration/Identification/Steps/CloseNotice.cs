using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Fupin.Registration.Identification.Steps;

/// <summary>Ends a notice after its days and draws who will be visited (公示结束、抽样).</summary>
internal static class CloseNotice
{
    public sealed record Request(IReadOnlyList<Guid>? Attachments);

    public static Task<Results<Ok<StepResponse>, Refusal>> First(Guid id, Request? request, [AsParameters] Desk desk, CancellationToken ct) =>
        Handle(id, NoticeRound.First, Step.CloseFirstNotice, request, desk, ct);

    public static Task<Results<Ok<StepResponse>, Refusal>> Second(Guid id, Request? request, [AsParameters] Desk desk, CancellationToken ct) =>
        Handle(id, NoticeRound.Second, Step.CloseSecondNotice, request, desk, ct);

    private static Task<Results<Ok<StepResponse>, Refusal>> Handle(
        Guid id, NoticeRound round, Step step, Request? request, Desk desk, CancellationToken ct)
    {
        var act = desk.Act();
        return desk.TakeAsync(
            id, step, act, request?.Attachments, (batch, rules) => batch.CloseNotice(round, rules, SampleDraw.NewSeed(), act), ct);
    }
}
