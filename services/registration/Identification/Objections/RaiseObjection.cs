using Fupin.Persistence;
using Fupin.Registration.Identification.Steps;
using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Identification.Objections;

/// <summary>Takes in an objection to a case (登记异议). An anonymous one keeps neither the objector nor the officer who typed it.</summary>
internal static class RaiseObjection
{
    public sealed record Request(string? Text, string? Name, string? Phone, bool Anonymous);

    public sealed record Response(Guid CaseId, int Number);

    public static async Task<Results<Created<Response>, Refusal>> Handle(Guid id, Request? request, [AsParameters] Desk desk, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(request?.Text) || request.Text.Length > Batches.LongestText) return IdentificationErrors.ObjectionEmpty;
        if (request.Name?.Length > 100 || request.Phone?.Length > 30) return IdentificationErrors.TextTooLong;
        if (await desk.Db.Cases.Where(one => one.Id == id).Select(one => (Guid?)one.BatchId).SingleOrDefaultAsync(ct) is not { } batchId
            || await desk.Db.Batches.WholeAsync(batchId, ct) is not { } batch)
        {
            return IdentificationErrors.NoSuchCase;
        }

        var anonymous = request.Anonymous || string.IsNullOrWhiteSpace(request.Name);
        var act = anonymous ? desk.Act() with { OfficerId = null, OfficerName = "" } : desk.Act();
        var objectionId = Guid.CreateVersion7();
        SealedText? Sealed(string? plain, string column) =>
            anonymous || string.IsNullOrWhiteSpace(plain) ? null : desk.Cipher.Seal(plain.Trim(), Objection.Table, column, objectionId);
        var objection = new Objection
        {
            Id = objectionId,
            CaseId = id,
            Text = desk.Cipher.Seal(request.Text.Trim(), Objection.Table, nameof(Objection.Text), objectionId),
            Name = Sealed(request.Name, nameof(Objection.Name)),
            Phone = Sealed(request.Phone, nameof(Objection.Phone)),
            Anonymous = anonymous,
            RaisedAtUtc = act.AtUtc,
        };

        var one = batch.Cases.Single(one => one.Id == id);
        if (one.Raise(objection, act) is { } refusal) return refusal;
        batch.Changed(act.Today);
        desk.Outbox.Tell(batch, one, Step.Objection, act);
        await desk.Db.SaveChangesAsync(ct);
        return TypedResults.Created($"/cases/{id}", new Response(id, objection.Number));
    }
}
