using Fupin.Persistence;
using Fupin.Registration.Data;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Fupin.Workbooks;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Imports;

/// <summary>The marked workbook of an import (下载校验结果), and the empty one to fill in (下载模板).</summary>
internal static class DownloadWorkbook
{
    public static async Task<Results<FileContentHttpResult, Refusal>> Handle(Guid id, RegistrationDb db, FieldCipher cipher, CurrentOfficer officer, CancellationToken ct)
    {
        var job = await db.Imports.AsNoTracking().SingleOrDefaultAsync(job => job.Id == id && job.OfficerId == officer.Id, ct);
        if (job is null) return RegistrationErrors.NoSuchImport;
        if (job.State == ImportState.Checking) return RegistrationErrors.StillChecking;
        if (job.Content is null) return RegistrationErrors.WorkbookGone;
        var (sheet, refusal) = ReadWorkbook.From(cipher.RevealBytes(job.Content, ImportJob.Table, nameof(ImportJob.Content), job.Id), Headers.Form);
        if (sheet is null) return refusal!;
        var findings = await db.ImportFindings.AsNoTracking().Where(finding => finding.ImportId == id).OrderBy(finding => finding.Order)
            .Select(finding => new Finding(finding.Row, finding.Header, finding.Check, finding.Level, finding.Text))
            .ToListAsync(ct);
        return TypedResults.File(MarkedWorkbook.Of(sheet, Headers.Form, findings), UploadedWorkbook.ContentType, $"{Headers.Sheet}-{Headers.Result}.xlsx");
    }

    public static FileContentHttpResult Template() => TypedResults.File(MarkedWorkbook.Template(Headers.Form), UploadedWorkbook.ContentType, $"{Headers.Sheet}.xlsx");
}
