using Fupin.Persistence;
using Fupin.Registration.Data;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Identification.Attachments;

/// <summary>Takes in a file for a batch or one of its cases (上传附件).</summary>
internal static class AddAttachment
{
    public const int MaxBytes = 5 * 1024 * 1024;

    // The form around the file needs a little room.
    public const int MaxRequestBytes = MaxBytes + 64 * 1024;

    public sealed record Response(Guid Id, AttachmentKind Kind, string ContentHash, int Size);

    public static async Task<Results<Created<Response>, Refusal>> Handle(
        Guid id, IFormFile file, [AsParameters] Form form, RegistrationDb db, FieldCipher cipher, CurrentOfficer officer, TimeProvider clock, CancellationToken ct)
    {
        var batch = await db.Batches.Where(batch => batch.Id == id).Select(batch => new { batch.Id, batch.Village }).SingleOrDefaultAsync(ct);
        if (batch is null) return IdentificationErrors.NoSuchBatch;
        if (form.CaseId is { } caseId && !await db.Cases.AnyAsync(one => one.Id == caseId && one.BatchId == id, ct)) return IdentificationErrors.NoSuchCase;
        if (!Enum.TryParse<AttachmentKind>(form.Kind, ignoreCase: true, out var kind) || !Enum.IsDefined(kind)) return IdentificationErrors.AttachmentKindUnknown;
        if (file.Length > MaxBytes) return IdentificationErrors.AttachmentTooLarge;

        var content = new byte[file.Length];
        await using (var stream = file.OpenReadStream()) await stream.ReadExactlyAsync(content, ct);
        if (Attachment.TypeOf(content) is not { } contentType) return IdentificationErrors.AttachmentUnreadable;

        var attachmentId = Guid.CreateVersion7();
        var attachment = new Attachment
        {
            Id = attachmentId,
            BatchId = id,
            CaseId = form.CaseId,
            Village = batch.Village,
            Kind = kind,
            FileName = cipher.Seal(Path.GetFileName(file.FileName), Attachment.Table, nameof(Attachment.FileName), attachmentId),
            ContentType = contentType,
            ContentHash = Attachment.HashOf(content),
            Size = content.Length,
            OfficerId = officer.Id,
            OfficerName = officer.Name,
            AtUtc = clock.UtcNow(),
            Content = new AttachmentContent
            {
                Id = attachmentId,
                Sealed = cipher.SealBytes(content, Attachment.Table, nameof(Attachment.Content), attachmentId),
            },
        };
        db.Attachments.Add(attachment);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/batches/{id}/attachments/{attachmentId}", new Response(attachmentId, kind, attachment.ContentHash, attachment.Size));
    }

    public sealed record Form(
        [property: Microsoft.AspNetCore.Mvc.FromForm(Name = "kind")] string? Kind,
        [property: Microsoft.AspNetCore.Mvc.FromForm(Name = "caseId")] Guid? CaseId);
}
