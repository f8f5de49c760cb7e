using Fupin.Contracts.Values;
using Fupin.Messaging;
using Fupin.Persistence;
using Fupin.Persistence.Jobs;
using Fupin.Registration.Data;
using Fupin.Registration.Divisions;
using Fupin.Registration.Households;
using Fupin.Registration.Identification;
using Fupin.ServiceDefaults;
using Fupin.Workbooks;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Imports;

/// <summary>The work on imports, piece by piece (导入处理): checking first, then taking in, some households at a time.</summary>
internal sealed class ImportPieces : IJobWork<ImportJob>
{
    private IReadOnlyList<CheckedHousehold>? households;

    public static IQueryable<ImportJob> Waiting(DbContext db) => db.Set<ImportJob>()
        .Where(job => job.State == ImportState.Checking || job.State == ImportState.Taking)
        .OrderBy(job => job.UploadedAtUtc);

    public static void Fail(ImportJob job) => job.State = ImportState.Failed;

    public async Task<bool> StepAsync(ImportJob job, IServiceProvider services, CancellationToken ct)
    {
        var work = ActivatorUtilities.CreateInstance<ImportWork>(services);
        if (job.State == ImportState.Checking)
        {
            await work.CheckAsync(job, ct);
            return job.State == ImportState.Taking;
        }

        households ??= await work.ResumeAsync(job, ct);
        return await work.TakeNextAsync(job, households, ct);
    }
}

/// <summary>The work on one import, for whoever holds its lease.</summary>
internal sealed class ImportWork(RegistrationDb db, IOutbox outbox, FieldCipher cipher, TimeProvider clock)
{
    private const int HouseholdsPerSave = 50;

    /// <summary>Checks the sheet, notes every finding, and leaves the job waiting, taking or done.</summary>
    public async Task CheckAsync(ImportJob job, CancellationToken ct)
    {
        var (sheet, households) = await ReadAsync(job, ct);
        await db.ImportFindings.Where(finding => finding.ImportId == job.Id).ExecuteDeleteAsync(ct);
        var order = 0;
        foreach (var finding in HouseholdChecks.InOrder(households.SelectMany(household => household.Findings), sheet))
        {
            db.ImportFindings.Add(Row(job, ++order, finding));
        }

        job.Rows = sheet.Rows.Count;
        job.Households = households.Count;
        job.AlreadyThere = households.Count(household => household.IsRight && household.IsKnown);
        job.Accepted = households.Count(household => household.IsRight && !household.IsKnown);
        job.Rejected = households.Count(household => !household.IsRight);
        job.State = job.Accepted == 0 ? ImportState.Done : job.Commit ? ImportState.Taking : ImportState.Waiting;
        job.Processed = 0;
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Takes the next right households in and moves the cursor in the same save; false when none is left.</summary>
    public async Task<bool> TakeNextAsync(ImportJob job, IReadOnlyList<CheckedHousehold> households, CancellationToken ct)
    {
        var year = (await db.RegistrationRulesAsync(clock.Today(), ct)).ReferenceDay.Year;
        var act = new Act(job.Id, job.OfficerId, job.OfficerName, clock.UtcNow(), clock.Today());
        db.ChangeTracker.AutoDetectChangesEnabled = false; // looked for once, before the save: at each household it took half of the time
        foreach (var household in households.Skip(job.Processed).Take(HouseholdsPerSave).Where(household => household.IsRight && !household.IsKnown))
        {
            job.Taken++;
            if (await TakeHousehold.TakeAsync(db, outbox, cipher, household.Draft!, year, act, ct) is { } refusal) throw new InvalidOperationException(refusal.Code);
        }

        job.Processed = Math.Min(job.Processed + HouseholdsPerSave, households.Count);
        if (job.Processed == households.Count) job.State = ImportState.Done;
        db.ChangeTracker.AutoDetectChangesEnabled = true;
        await db.SaveChangesAsync(ct);
        return job.State == ImportState.Taking;
    }

    /// <summary>
    /// The households of a job that is being taken, compared with the register once more: days may have passed since they were checked.
    /// Who meanwhile stands there through somebody else is noted and counted as that.
    /// </summary>
    public async Task<IReadOnlyList<CheckedHousehold>> ResumeAsync(ImportJob job, CancellationToken ct)
    {
        var (_, households) = await ReadAsync(job, ct);
        var noted = await db.ImportFindings.AsNoTracking().Where(finding => finding.ImportId == job.Id).ToListAsync(ct);
        var order = noted.Count;
        foreach (var finding in households.Skip(job.Processed).SelectMany(household => household.Findings).Where(finding =>
            finding.Check is "V17" or "KNOWN" && !noted.Exists(earlier => earlier.Row == finding.Row && earlier.Check == finding.Check)))
        {
            db.ImportFindings.Add(Row(job, ++order, finding));
        }

        job.Accepted = job.Taken + households.Skip(job.Processed).Count(household => household.IsRight && !household.IsKnown);
        job.Rejected = households.Count(household => !household.IsRight);
        job.AlreadyThere = job.Households - job.Accepted - job.Rejected;
        return households;
    }

    /// <summary>The sheet of a job, and its households as checked against the register as it is now.</summary>
    private async Task<(WorkbookSheet Sheet, IReadOnlyList<CheckedHousehold> Households)> ReadAsync(ImportJob job, CancellationToken ct)
    {
        var content = cipher.RevealBytes(job.Content ?? throw new InvalidOperationException("The workbook is gone."), ImportJob.Table, nameof(ImportJob.Content), job.Id);
        var (sheet, refusal) = ReadWorkbook.From(content, Headers.Form);
        if (sheet is null) throw new InvalidOperationException(refusal?.Code);
        var ground = await GroundAsync(db, job.Region, clock.Today(), ct);
        var households = CheckSheet.Check(sheet, ground);
        await RegisterMatch.CheckAsync(households, db, cipher, ground.Book, ct);
        return (sheet, households);
    }

    public static async Task<CheckGround> GroundAsync(RegistrationDb db, DivisionCode region, DateOnly today, CancellationToken ct)
    {
        var divisions = await db.Divisions.AsNoTracking().ToDictionaryAsync(division => division.Code.Digits, ct);
        return new CheckGround(
            new CheckBook(await db.CheckRules.AsNoTracking().ToListAsync(ct), today),
            code => FitOf(code, divisions, region),
            await db.RegistrationRulesAsync(today, ct),
            await db.IncomeRulesAsync(ct));
    }

    public static VillageFit FitOf(string code, Dictionary<string, Division> divisions, DivisionCode region) =>
        !divisions.TryGetValue(code, out var division) ? VillageFit.Unknown
        : division.Level != DivisionLevel.Village || !division.IsReal ? VillageFit.NotAVillage
        : division.Code.IsWithin(region) ? VillageFit.Mine
        : VillageFit.Foreign;

    private static ImportFinding Row(ImportJob job, int order, Workbooks.Finding finding) => new()
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
