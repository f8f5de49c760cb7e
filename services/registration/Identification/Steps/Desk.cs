using Fupin.Messaging;
using Fupin.Persistence;
using Fupin.Registration.Data;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Identification.Steps;

/// <summary>What every step of a batch needs at hand (经办台), and the way they all go: read the batch whole, act, tell, save once.</summary>
internal sealed record Desk(RegistrationDb Db, IOutbox Outbox, FieldCipher Cipher, CurrentOfficer Officer, TimeProvider Clock)
{
    /// <summary>The officer acting now.</summary>
    public Act Act(string? reason = null) =>
        new(Guid.CreateVersion7(), Officer.Id, Officer.Name, Clock.UtcNow(), Clock.Today(), string.IsNullOrWhiteSpace(reason) ? null : reason.Trim());

    /// <summary>Takes a step on a batch; what the step adds beyond the batch itself it does in <paramref name="then"/>.</summary>
    public async Task<Results<Ok<StepResponse>, Refusal>> TakeAsync(
        Guid batchId,
        Step step,
        Act act,
        IReadOnlyList<Guid>? attachments,
        Func<CaseBatch, IdentificationRules, StepOutcome> take,
        CancellationToken ct,
        Func<StepOutcome, Task<Refusal?>>? then = null)
    {
        if (act.Reason?.Length > Batches.LongestText) return IdentificationErrors.TextTooLong;
        if (await Db.Batches.WholeAsync(batchId, ct) is not { } batch) return IdentificationErrors.NoSuchBatch;
        if (await HandInAsync(batchId, attachments ?? [], act, ct) is { } missing) return missing;

        var drawsBefore = batch.Draws.Count;
        var outcome = take(batch, await Db.RulesAsync(act.Today, ct));
        if (outcome.Refusal is { } refusal) return refusal;
        if (then is not null && await then(outcome) is { } late) return late;

        await Db.FollowAsync(outcome.Moved, ct);
        foreach (var one in outcome.Moved) Outbox.Tell(batch, one, step, act);
        await Db.SaveChangesAsync(ct);
        return TypedResults.Ok(StepResponse.Of(batch, step, outcome, drawn: batch.Draws.Count > drawsBefore));
    }

    private async Task<Refusal?> HandInAsync(Guid batchId, IReadOnlyList<Guid> ids, Act act, CancellationToken ct)
    {
        if (ids.Count == 0) return null;
        var attachments = await Db.Attachments.Where(one => one.BatchId == batchId && ids.Contains(one.Id)).ToListAsync(ct);
        if (attachments.Count != ids.Distinct().Count()) return IdentificationErrors.NoSuchAttachment;
        attachments.ForEach(one => one.HandInWith(act.RunId));
        return null;
    }
}
