using Fupin.Persistence;
using Fupin.Registration.Data;
using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Identification.Steps;

/// <summary>Puts cases on the village's or the town's notice (公示).</summary>
internal static class PublishNotice
{
    /// <param name="Place">Where it hangs.</param>
    /// <param name="Photo">An attachment of the batch.</param>
    /// <param name="Attachments">Other attachments.</param>
    public sealed record Request(string? Place, Guid? Photo, IReadOnlyList<Guid>? Attachments);

    public static Task<Results<Ok<StepResponse>, Refusal>> First(Guid id, Request? request, [AsParameters] Desk desk, CancellationToken ct) =>
        Handle(id, NoticeRound.First, Step.FirstNotice, request, desk, ct);

    public static Task<Results<Ok<StepResponse>, Refusal>> Second(Guid id, Request? request, [AsParameters] Desk desk, CancellationToken ct) =>
        Handle(id, NoticeRound.Second, Step.SecondNotice, request, desk, ct);

    private static async Task<Results<Ok<StepResponse>, Refusal>> Handle(
        Guid id, NoticeRound round, Step step, Request? request, Desk desk, CancellationToken ct)
    {
        if (request?.Place?.Length > 200) return IdentificationErrors.TextTooLong;
        if (request?.Photo is { } photo && await UsedBeforeAsync(desk.Db, id, photo, ct)) return IdentificationErrors.PhotoReused;

        var act = desk.Act();
        IReadOnlyList<Guid> attachments = [.. request?.Attachments ?? [], .. request?.Photo is { } one ? new[] { one } : []];
        return await desk.TakeAsync(
            id, step, act, attachments, (batch, rules) => batch.Publish(round, request?.Place?.Trim(), request?.Photo, rules, act), ct);
    }

    // The same picture may have been used in a village this officer cannot see; only its digest is compared.
    private static async Task<bool> UsedBeforeAsync(RegistrationDb db, Guid batchId, Guid photo, CancellationToken ct)
    {
        var hash = await db.Attachments.Where(one => one.Id == photo && one.BatchId == batchId).Select(one => one.ContentHash).SingleOrDefaultAsync(ct);
        return hash is not null && await db.Attachments
            .IgnoreQueryFilters([ScopeFilter.Name])
            .AnyAsync(one => one.ContentHash == hash && db.Notices.Any(notice => notice.PhotoId == one.Id), ct);
    }
}
