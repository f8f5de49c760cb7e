using Fupin.Persistence;
using Fupin.Registration.Data;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Identification.Attachments;

/// <summary>Gives an attachment to an officer who says why (查阅附件); the reading is recorded before a byte goes out.</summary>
internal static class OpenAttachment
{
    public sealed record Request(string? Reason);

    public static async Task<Results<FileContentHttpResult, Refusal>> Handle(
        Guid id, Guid attachmentId, Request? request, RegistrationDb db, FieldCipher cipher, CurrentOfficer officer, TimeProvider clock, CancellationToken ct)
    {
        var attachment = await db.Attachments.Include(one => one.Content).SingleOrDefaultAsync(one => one.Id == attachmentId && one.BatchId == id, ct);
        if (attachment is null) return IdentificationErrors.NoSuchAttachment;
        if (string.IsNullOrWhiteSpace(request?.Reason)) return IdentificationErrors.ReasonMissing;
        if (request.Reason.Length > Batches.LongestText) return IdentificationErrors.TextTooLong;

        db.AttachmentReadings.Add(new AttachmentReading
        {
            AttachmentId = attachmentId,
            OfficerId = officer.Id,
            OfficerName = officer.Name,
            Reason = request.Reason.Trim(),
            AtUtc = clock.UtcNow(),
        });
        await db.SaveChangesAsync(ct);
        return TypedResults.File(
            cipher.RevealBytes(attachment.Content!.Sealed, Attachment.Table, nameof(Attachment.Content), attachmentId),
            attachment.ContentType,
            cipher.Reveal(attachment.FileName, Attachment.Table, nameof(Attachment.FileName), attachmentId));
    }
}
