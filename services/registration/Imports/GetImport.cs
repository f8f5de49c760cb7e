using Fupin.Registration.Data;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Fupin.Workbooks;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Imports;

/// <summary>One import of the officer's own, with its findings (导入详情).</summary>
internal static class GetImport
{
    public sealed record FindingLine(int Row, string Header, string Check, FindingLevel Level, string Text);

    public sealed record Response(
        Guid Id, string State, bool Commit, int Rows, int Households, int Processed, int Accepted, int Rejected, int AlreadyThere,
        DateTime UploadedAtUtc, bool WorkbookKept, IReadOnlyList<FindingLine> Findings);

    public static async Task<Results<Ok<Response>, Refusal>> Handle(Guid id, RegistrationDb db, CurrentOfficer officer, CancellationToken ct)
    {
        var job = await db.Imports.AsNoTracking().SingleOrDefaultAsync(job => job.Id == id && job.OfficerId == officer.Id, ct);
        if (job is null) return RegistrationErrors.NoSuchImport;
        var findings = await db.ImportFindings.AsNoTracking().Where(finding => finding.ImportId == id).OrderBy(finding => finding.Order)
            .Select(finding => new FindingLine(finding.Row, finding.Header, finding.Check, finding.Level, finding.Text))
            .ToListAsync(ct);
        return TypedResults.Ok(Of(job, findings));
    }

    public static Response Of(ImportJob job, IReadOnlyList<FindingLine> findings) => new(
        job.Id, StateOf(job), job.Commit, job.Rows, job.Households, job.Processed, job.Accepted, job.Rejected, job.AlreadyThere,
        job.UploadedAtUtc, job.Content is not null, findings);

    // To those who wait, taking in is a part of checking: neither is over.
    private static string StateOf(ImportJob job) => job.State switch
    {
        ImportState.Waiting => "waiting",
        ImportState.Done => "done",
        ImportState.Failed => "failed",
        _ => "checking",
    };
}
