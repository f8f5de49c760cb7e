using Fupin.Registration.Identification.Steps;
using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Identification.Objections;

/// <summary>Answers an objection in writing (答复异议).</summary>
internal static class AnswerObjection
{
    public sealed record Request(bool? Upheld, string? Text);

    public sealed record Response(Guid CaseId, int Number, bool Upheld, CaseState State);

    public static async Task<Results<Ok<Response>, Refusal>> Handle(Guid id, int number, Request? request, [AsParameters] Desk desk, CancellationToken ct)
    {
        if (request?.Upheld is not { } upheld || string.IsNullOrWhiteSpace(request.Text) || request.Text.Length > Batches.LongestText)
        {
            return IdentificationErrors.AnswerEmpty;
        }
        if (await desk.Db.Cases.Where(one => one.Id == id).Select(one => (Guid?)one.BatchId).SingleOrDefaultAsync(ct) is not { } batchId
            || await desk.Db.Batches.WholeAsync(batchId, ct) is not { } batch)
        {
            return IdentificationErrors.NoSuchCase;
        }

        var act = desk.Act();
        var one = batch.Cases.Single(one => one.Id == id);
        if (one.Objections.FirstOrDefault(objection => objection.Number == number) is not { } objection) return IdentificationErrors.NoSuchObjection;
        var finding = desk.Cipher.Seal(request.Text.Trim(), Objection.Table, nameof(Objection.Finding), objection.Id);
        if (one.Answer(number, upheld, finding, act) is { } refusal) return refusal;
        batch.Changed(act.Today);
        await desk.Db.FollowAsync([one], ct);
        desk.Outbox.Tell(batch, one, Step.Answer, act);
        await desk.Db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Response(id, number, upheld, one.State));
    }
}
