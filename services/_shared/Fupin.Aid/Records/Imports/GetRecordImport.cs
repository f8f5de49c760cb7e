using System.Diagnostics;
using Fupin.Aid.Policies;
using Fupin.Persistence;
using Fupin.Persistence.Jobs;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Fupin.Workbooks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Aid.Records.Imports;

/// <summary>Imports of the officer's own: all of a kind, one with its findings, its marked workbook, and the word to take it in (记录导入).</summary>
internal static class GetRecordImport
{
    private const int LargestPage = 100;

    public sealed record FindingLine(int Row, string Header, string Check, FindingLevel Level, string Text);

    public sealed record Response(
        Guid Id, string Kind, string State, bool Commit, int Rows, int Processed, int Accepted, int Rejected, int Unmatched, int AlreadyThere,
        DateTime UploadedAtUtc, bool WorkbookKept, IReadOnlyList<FindingLine> Findings);

    public sealed record Page(IReadOnlyList<Response> Items, Guid? Next);

    public static async Task<Ok<Page>> List(RecordKind kind, DbContext db, CurrentOfficer officer, Guid? after, int? size, CancellationToken ct)
    {
        var shown = Math.Clamp(size ?? 20, 1, LargestPage);
        var jobs = await db.Set<RecordImport>().AsNoTracking()
            .Where(job => job.OfficerId == officer.Id && job.Kind == kind.Name && (after == null || job.Id.CompareTo(after.Value) < 0))
            .OrderByDescending(job => job.Id)
            .Take(shown + 1)
            .ToListAsync(ct);
        return TypedResults.Ok(new Page([.. jobs.Take(shown).Select(job => Of(job, []))], jobs.Count > shown ? jobs[shown - 1].Id : null));
    }

    public static async Task<Results<Ok<Response>, Refusal>> Handle(RecordKind kind, Guid id, DbContext db, CurrentOfficer officer, CancellationToken ct)
    {
        if (await OwnAsync(kind, id, db, officer, ct) is not { } job) return AidErrors.NoSuchImport;
        var findings = await FindingsAsync(db, id, ct);
        return TypedResults.Ok(Of(job, [.. findings.Select(finding => new FindingLine(finding.Row, finding.Header, finding.Check, finding.Level, finding.Text))]));
    }

    public static async Task<Results<FileContentHttpResult, Refusal>> Workbook(
        RecordKind kind, Guid id, DbContext db, FieldCipher cipher, CurrentOfficer officer, CancellationToken ct)
    {
        if (await OwnAsync(kind, id, db, officer, ct) is not { } job) return AidErrors.NoSuchImport;
        if (job.State == RecordImportState.Checking) return AidErrors.StillChecking;
        if (job.Content is null) return AidErrors.WorkbookGone;
        var findings = (await FindingsAsync(db, id, ct)).Select(finding => new Finding(finding.Row, finding.Header, finding.Check, finding.Level, finding.Text));
        var marked = MarkedWorkbook.Of(RecordImportWork.SheetOf(job, kind, cipher), kind.Form, [.. findings]);
        return TypedResults.File(marked, UploadedWorkbook.ContentType, $"{kind.Title}-{kind.Form.Result}.xlsx");
    }

    public static async Task<Results<Accepted<Response>, Refusal>> Commit(
        RecordKind kind, Guid id, DbContext db, PolicyBook book, CurrentOfficer officer, JobBell<RecordImport> bell, CancellationToken ct)
    {
        var job = await db.Set<RecordImport>().SingleOrDefaultAsync(job => job.Id == id && job.Kind == kind.Name && job.OfficerId == officer.Id, ct);
        if (job is null) return AidErrors.NoSuchImport;
        if (job.State != RecordImportState.Waiting) return AidErrors.ImportNotWaiting;
        if (job.Content is null) return AidErrors.WorkbookGone;
        (job.State, job.Commit, job.TraceParent) = (RecordImportState.Taking, true, Activity.Current?.Id);
        await db.SaveChangesAsync(ct);
        bell.Ring();
        return TypedResults.Accepted($"/api/{book.Department}/{kind.Name}/imports/{id}", Of(job, []));
    }

    public static Response Of(RecordImport job, IReadOnlyList<FindingLine> findings) => new(
        job.Id, job.Kind, StateOf(job), job.Commit, job.Rows, job.Processed, job.Accepted, job.Rejected, job.Unmatched, job.AlreadyThere,
        job.UploadedAtUtc, job.Content is not null, findings);

    private static Task<RecordImport?> OwnAsync(RecordKind kind, Guid id, DbContext db, CurrentOfficer officer, CancellationToken ct) =>
        db.Set<RecordImport>().AsNoTracking().SingleOrDefaultAsync(job => job.Id == id && job.Kind == kind.Name && job.OfficerId == officer.Id, ct);

    private static Task<List<RecordImportFinding>> FindingsAsync(DbContext db, Guid id, CancellationToken ct) =>
        db.Set<RecordImportFinding>().AsNoTracking().Where(finding => finding.ImportId == id).OrderBy(finding => finding.Order).ToListAsync(ct);

    // To those who wait, taking in is a part of checking: neither is over.
    private static string StateOf(RecordImport job) => job.State switch
    {
        RecordImportState.Waiting => "waiting",
        RecordImportState.Done => "done",
        RecordImportState.Failed => "failed",
        _ => "checking",
    };
}
