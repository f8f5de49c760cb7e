using Fupin.Contracts.Values;
using Fupin.Persistence;
using Fupin.Registration.Data;
using Fupin.Registration.Identification.Objections;
using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Identification.Lists;

/// <summary>One case with its objections and history (个案详情). Who objected is not shown; what was objected is.</summary>
internal static class GetCase
{
    public sealed record ObjectionLine(
        int Number, bool Anonymous, string Text, DateTime RaisedAtUtc, bool? Upheld, string? Answer, string? AnsweredBy, DateTime? AnsweredAtUtc);

    public sealed record Response(
        Guid BatchId, string Batch, DivisionCode Village, string VillageName, int Attempt, CaseLine Case, IReadOnlyList<ObjectionLine> Objections, IReadOnlyList<StepLine> Steps);

    public static async Task<Results<Ok<Response>, Refusal>> Handle(
        Guid id, RegistrationDb db, FieldCipher cipher, TimeProvider clock, CancellationToken ct)
    {
        var one = await db.Cases.AsNoTracking()
            .Include(one => one.Steps.OrderBy(step => step.Order))
            .Include(one => one.Objections.OrderBy(objection => objection.Number))
            .AsSplitQuery()
            .SingleOrDefaultAsync(one => one.Id == id, ct);
        if (one is null) return IdentificationErrors.NoSuchCase;
        var batch = await db.Batches.AsNoTracking().SingleAsync(batch => batch.Id == one.BatchId, ct);
        var faces = await db.FacesAsync(cipher, [one.HouseholdId], clock.Today(), ct);
        var attachments = await db.Attachments
            .Where(attachment => attachment.BatchId == one.BatchId && attachment.RunId != null && (attachment.CaseId == null || attachment.CaseId == id))
            .Select(attachment => new { attachment.Id, RunId = attachment.RunId!.Value })
            .ToListAsync(ct);
        var names = await db.VillageNamesAsync([one.Village], ct);
        return TypedResults.Ok(new Response(
            batch.Id,
            batch.Number,
            one.Village,
            names[one.Village],
            one.Attempt,
            CaseLine.Of(one, faces[one.HouseholdId]),
            [.. one.Objections.Select(objection => Of(objection, cipher))],
            StepLine.Of([one], attachments.ToLookup(attachment => attachment.RunId, attachment => attachment.Id))));
    }

    private static ObjectionLine Of(Objection objection, FieldCipher cipher) => new(
        objection.Number,
        objection.Anonymous,
        cipher.Reveal(objection.Text, Objection.Table, nameof(Objection.Text), objection.Id),
        objection.RaisedAtUtc,
        objection.Upheld,
        objection.Finding is { } finding ? cipher.Reveal(finding, Objection.Table, nameof(Objection.Finding), objection.Id) : null,
        objection.AnsweredBy,
        objection.AnsweredAtUtc);
}
