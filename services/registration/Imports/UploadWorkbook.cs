using System.Diagnostics;
using Fupin.Persistence;
using Fupin.Registration.Data;
using Fupin.Registration.Households;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Fupin.Registration.Imports;

/// <summary>Takes an uploaded workbook in for checking (上传登记表). What is no registration workbook at all is refused and not kept.</summary>
internal static class UploadWorkbook
{
    public const int MaxRequestBytes = ReadWorkbook.MaxBytes + (64 * 1024);

    // In memory: what is beyond the threshold would lie on disk in clear until the request ends.
    private static readonly FormOptions Form = new() { MemoryBufferThreshold = MaxRequestBytes, MultipartBodyLengthLimit = MaxRequestBytes, ValueCountLimit = 8 };

    public static async Task<Results<Accepted<GetImport.Response>, Refusal>> Handle(
        HttpRequest request, bool? commit, RegistrationDb db, FieldCipher cipher, CurrentOfficer officer, TimeProvider clock, ImportBell bell, CancellationToken ct)
    {
        if (request.ContentLength > MaxRequestBytes) return RegistrationErrors.TooLarge;
        if (!request.HasFormContentType) return RegistrationErrors.FileMissing;
        byte[] content;
        try
        {
            var form = await request.ReadFormAsync(Form, ct);
            if (form.Files.GetFile("file") is not { } file) return RegistrationErrors.FileMissing;
            if (file.Length > ReadWorkbook.MaxBytes) return RegistrationErrors.TooLarge;
            content = new byte[file.Length];
            await using var stream = file.OpenReadStream();
            await stream.ReadExactlyAsync(content, ct);
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return RegistrationErrors.TooLarge;
        }
        catch (InvalidDataException)
        {
            return RegistrationErrors.FileMissing; // a multipart body that cannot be read holds no file
        }

        if (ReadWorkbook.From(content).No is { } refusal) return refusal;

        var today = clock.Today();
        var id = Guid.CreateVersion7();
        var job = new ImportJob
        {
            Id = id,
            OfficerId = officer.Id,
            OfficerName = officer.Name,
            Region = officer.Region,
            Commit = commit == true,
            Content = cipher.SealBytes(content, ImportJob.Table, nameof(ImportJob.Content), id),
            UploadedAtUtc = clock.UtcNow(),
            KeptUntil = today.AddDays((await db.RegistrationRulesAsync(today, ct)).UploadDays),
            LeaseUntilUtc = DateTime.UnixEpoch,
            TraceParent = Activity.Current?.Id,
        };
        db.Imports.Add(job);
        await db.SaveChangesAsync(ct);
        bell.Ring();
        return TypedResults.Accepted($"/api/registration/imports/{id}", GetImport.Of(job, []));
    }
}
