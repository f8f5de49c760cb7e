using System.Text.Json;
using Fupin.Aid.PersonalData;
using Fupin.Aid.Records.Unmatched;
using Fupin.Messaging;
using Fupin.Persistence;
using Fupin.Persistence.Jobs;
using Fupin.Workbooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fupin.Aid.Records.Imports;

/// <summary>The work on imports of records, piece by piece (记录导入处理): checking first, then taking in, some rows at a time.</summary>
internal sealed class RecordImportPieces : IJobWork<RecordImport>
{
    private IReadOnlyList<RecordRow>? rows;

    public static IQueryable<RecordImport> Waiting(DbContext db) => db.Set<RecordImport>()
        .Where(job => job.State == RecordImportState.Checking || job.State == RecordImportState.Taking)
        .OrderBy(job => job.UploadedAtUtc);

    public static void Fail(RecordImport job) => job.State = RecordImportState.Failed;

    public async Task<bool> StepAsync(RecordImport job, IServiceProvider services, CancellationToken ct)
    {
        var work = services.GetRequiredService<RecordImportWork>();
        if (job.State == RecordImportState.Checking)
        {
            rows = await work.CheckAsync(job, ct);
            return job.State == RecordImportState.Taking;
        }

        rows ??= await work.ReadAsync(job, ct);
        return await work.TakeNextAsync(job, rows, ct);
    }
}

/// <summary>The work on one import of records, for whoever holds its lease.</summary>
internal sealed class RecordImportWork(DbContext db, RecordKinds kinds, RecordDesk desk, UnmatchedRecords unmatched, FieldCipher cipher)
{
    private const int RowsPerSave = 250;

    /// <summary>Checks the sheet, notes every finding, and leaves the job waiting, taking or done.</summary>
    public async Task<IReadOnlyList<RecordRow>> CheckAsync(RecordImport job, CancellationToken ct)
    {
        var rows = await ReadAsync(job, ct);
        await db.Set<RecordImportFinding>().Where(finding => finding.ImportId == job.Id).ExecuteDeleteAsync(ct);
        var order = 0;
        foreach (var finding in rows.SelectMany(row => row.Findings)) db.Add(Noted(job, ++order, finding));

        job.Rows = rows.Count;
        job.Accepted = rows.Count(row => row.IsToTake);
        job.Unmatched = rows.Count(row => row.IsToKeep);
        job.AlreadyThere = rows.Count(row => row.IsRight && row.IsKnown);
        job.Rejected = rows.Count(row => !row.IsRight);
        job.Processed = 0;
        job.State = job.Accepted + job.Unmatched == 0 ? RecordImportState.Done : job.Commit ? RecordImportState.Taking : RecordImportState.Waiting;
        await db.SaveChangesAsync(ct);
        return rows;
    }

    /// <summary>Takes the next right rows in and moves the cursor in the same save; false when none is left.</summary>
    public async Task<bool> TakeNextAsync(RecordImport job, IReadOnlyList<RecordRow> rows, CancellationToken ct)
    {
        var kind = kinds.Of(job.Kind);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var next = rows.Skip(job.Processed).Take(RowsPerSave).ToList();
        await desk.TakeAsync(kind, [.. next.Where(row => row.IsToTake).Select(row => row.Record)], ct);
        await unmatched.KeepAsync(
            kind, [.. next.Where(row => row.IsToKeep).Select(row => row.Unmatched)], new EnteredBy(job.OfficerId, job.OfficerName, job.Region), ct);
        job.Processed += next.Count;
        if (job.Processed == rows.Count) job.State = RecordImportState.Done;
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return job.State == RecordImportState.Taking;
    }

    /// <summary>The rows of a job as checked against what is known now.</summary>
    public async Task<IReadOnlyList<RecordRow>> ReadAsync(RecordImport job, CancellationToken ct)
    {
        var kind = kinds.Of(job.Kind);
        var sheet = SheetOf(job, kind, cipher);
        var places = JsonSerializer.Deserialize<Dictionary<int, FoundPlace>>(job.People, EventCatalog.Json)!;
        var rows = sheet.Rows.Select(row => RecordRows.Read(kind, sheet, row)).ToList();
        foreach (var row in rows.Where(row => row.Findings.Any(finding => finding.Check == "V02"))) row.Missed = UnmatchedReason.WrongNumber;

        await FindByHandAsync(job, kind, rows, places, ct);
        var files = await desk.FilesAsync(places.Values.Select(place => place.HouseholdId), ct);
        foreach (var row in rows) RecordRows.Put(kind, row, places.GetValueOrDefault(row.Number), files, desk);
        FindTwice(kind, rows);
        await FindKnownAsync(kind, rows, ct);
        return rows;
    }

    /// <summary>The sheet of a job that still has its workbook.</summary>
    public static WorkbookSheet SheetOf(RecordImport job, RecordKind kind, FieldCipher cipher)
    {
        var content = cipher.RevealBytes(job.Content ?? throw new InvalidOperationException("The workbook is gone."), RecordImport.Table, nameof(RecordImport.Content), job.Id);
        return ReadWorkbook.From(content, kind.Form).Sheet ?? throw new InvalidOperationException("The workbook was readable when it came.");
    }

    // What an officer decided on a row once holds for the same row when it comes again.
    private async Task FindByHandAsync(RecordImport job, RecordKind kind, List<RecordRow> rows, Dictionary<int, FoundPlace> places, CancellationToken ct)
    {
        var nobody = rows.Where(row => row.IsRight && kind.Subject != RecordSubject.None && !places.ContainsKey(row.Number)).ToList();
        foreach (var row in nobody) row.Missed ??= UnmatchedReason.Unknown;
        var decided = await unmatched.FindAsync(kind, [.. nobody.Select(row => row.Unmatched)], job.Region, ct);
        foreach (var row in nobody)
        {
            if (!decided.TryGetValue(unmatched.FingerprintOf(kind, row.Unmatched, job.Region), out var earlier)) continue;
            if (earlier is { State: UnmatchedState.Matched, HouseholdId: { } household }) places[row.Number] = new FoundPlace(household, earlier.MemberId);
            row.IsKnown = earlier.State == UnmatchedState.Dismissed;
        }

        foreach (var earlier in decided.Values) db.Entry(earlier).State = EntityState.Detached;
    }

    private static void FindTwice(RecordKind kind, List<RecordRow> rows)
    {
        Dictionary<string, int> seen = [];
        foreach (var row in rows.Where(row => row.IsRight))
        {
            kind.Sign(row.Record);
            var key = $"{(row.Missed is null ? "" : row.Given.Number)}|{row.Record.Key}";
            if (!seen.TryAdd(key, row.Number)) row.Say(kind.KeyHeader, "TWICE", seen[key]);
        }
    }

    private async Task FindKnownAsync(RecordKind kind, List<RecordRow> rows, CancellationToken ct)
    {
        foreach (var chunk in rows.Where(row => row.IsToTake).Chunk(500))
        {
            var there = await kind.FindAsync(db, [.. chunk.Select(row => row.Record.Key)], ct);
            foreach (var row in chunk)
            {
                if (!there.TryGetValue(row.Record.Key, out var earlier)) continue;
                var compared = RecordDesk.Compare(kind, earlier, row.Record);
                row.IsKnown = compared == Taken.Same;
                if (row.IsKnown) row.Say(kind.KeyHeader, "KNOWN");
                if (compared == Taken.Elsewhere) row.Say(kind.KeyHeader, "ELSEWHERE");
            }

            foreach (var record in there.Values) db.Entry(record).State = EntityState.Detached; // looked at only; taking them in loads them again
        }
    }

    private static RecordImportFinding Noted(RecordImport job, int order, Finding finding) => new()
    {
        Id = Guid.CreateVersion7(),
        ImportId = job.Id,
        Order = order,
        Row = finding.Row,
        Header = finding.Header,
        Check = finding.Check,
        Level = finding.Level,
        Text = finding.Text,
    };
}
