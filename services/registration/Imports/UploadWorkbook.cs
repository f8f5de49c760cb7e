using System.Diagnostics;
using Fupin.Persistence;
using Fupin.Persistence.Jobs;
using Fupin.Registration.Data;
using Fupin.Registration.Households;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Fupin.Workbooks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Fupin.Registration.Imports;

/// <summary>Takes an uploaded workbook in for checking (上传登记表). What is no registration workbook at all is refused and not kept.</summary>
internal static class UploadWorkbook
{
    public static async Task<Results<Accepted<GetImport.Response>, Refusal>> Handle(
        HttpRequest request, bool? commit, RegistrationDb db, FieldCipher cipher, CurrentOfficer officer, TimeProvider clock, JobBell<ImportJob> bell, CancellationToken ct)
    {
        var (content, sheet, refusal) = await UploadedWorkbook.ReadAsync(request, Headers.Form, ct);
        if (sheet is null) return refusal!;

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
