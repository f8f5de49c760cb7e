using System.Text.Json;
using Fupin.Aid.Households;
using Fupin.Contracts.Values;
using Fupin.Messaging;
using Fupin.Persistence;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Aid.Records.Unmatched;

/// <summary>Whom a row names (所填对象).</summary>
internal sealed record GivenPerson(string? IdNumber, string? Name, string? Village, string? HouseholdNumber)
{
    /// <summary>The number by which it is looked up.</summary>
    public string Number => IdNumber ?? HouseholdNumber ?? "";
}

/// <summary>A record that is about nobody here (未匹配的一行).</summary>
internal sealed record UnmatchedRow(GivenPerson Given, IRecord Record, UnmatchedReason Reason, Guid? HouseholdId, Guid? MemberId);

/// <summary>On whose behalf something is entered (登记人).</summary>
internal sealed record EnteredBy(Guid Id, string Name, DivisionCode Region);

/// <summary>The work list of unmatched records (待核对清单). It adds to the unit of work and does not save.</summary>
internal sealed class UnmatchedRecords(DbContext db, RecordKinds kinds, RecordDesk desk, FieldCipher cipher, TimeProvider clock)
{
    private sealed record Sealed(GivenPerson Given, JsonElement Record);

    public static EnteredBy By(CurrentOfficer officer) => new(officer.Id, officer.Name, officer.Region);

    /// <summary>Keeps rows; one that is kept already is brought up to date, and one that was decided on stays so.</summary>
    public async Task<IReadOnlyList<UnmatchedRecord>> KeepAsync(RecordKind kind, IReadOnlyList<UnmatchedRow> rows, EnteredBy by, CancellationToken ct)
    {
        var there = await FindAsync(kind, rows, by.Region, ct);
        List<UnmatchedRecord> kept = [];
        foreach (var row in rows)
        {
            var fingerprint = FingerprintOf(kind, row, by.Region);
            if (!there.TryGetValue(fingerprint, out var record))
            {
                record = new UnmatchedRecord
                {
                    Id = Guid.CreateVersion7(),
                    Kind = kind.Name,
                    Fingerprint = fingerprint,
                    Village = DivisionCode.TryParse(row.Given.Village, out var village) && village.IsWithin(by.Region) ? village : by.Region,
                    EnteredBy = by.Id,
                    EnteredByName = by.Name,
                    EnteredAtUtc = clock.UtcNow(),
                };
                db.Add(record);
                there[fingerprint] = record;
            }

            kept.Add(record);
            if (record.State != UnmatchedState.Open) continue;
            (record.Reason, record.HouseholdId, record.MemberId) = (row.Reason, row.HouseholdId, row.MemberId);
            if (record.Row.Value is null || !SaysTheSame(kind, record, row)) record.Row = Seal(kind, record.Id, row);
        }

        return kept;
    }

    /// <summary>What is kept of rows already, by fingerprint.</summary>
    public async Task<Dictionary<string, UnmatchedRecord>> FindAsync(
        RecordKind kind, IReadOnlyCollection<UnmatchedRow> rows, DivisionCode region, CancellationToken ct)
    {
        Dictionary<string, UnmatchedRecord> found = [];
        foreach (var chunk in rows.Select(row => FingerprintOf(kind, row, region)).Distinct().Chunk(500))
        {
            foreach (var record in await db.Set<UnmatchedRecord>().Where(record => chunk.Contains(record.Fingerprint)).ToListAsync(ct)) found[record.Fingerprint] = record;
        }

        return found;
    }

    /// <summary>The blind index of whom a row names and of its key, within the region of whoever enters it.</summary>
    public string FingerprintOf(RecordKind kind, UnmatchedRow row, DivisionCode region)
    {
        kind.Sign(row.Record); // to nobody: the key of its columns alone
        return cipher.BlindIndex($"{kind.Name}\n{region.Digits}\n{row.Given.Number}\n{row.Record.Key}", UnmatchedRecord.Table);
    }

    /// <summary>The record in clear, and whom it names.</summary>
    public (GivenPerson Given, IRecord Record) Open(UnmatchedRecord record)
    {
        var row = JsonSerializer.Deserialize<Sealed>(cipher.Reveal(record.Row, UnmatchedRecord.Table, nameof(UnmatchedRecord.Row), record.Id), EventCatalog.Json)!;
        return (row.Given, kinds.Of(record.Kind).FromJson(row.Record));
    }

    /// <summary>Puts a record to a household and member, as an officer found or as the registration told.</summary>
    public async Task<Refusal?> MatchAsync(UnmatchedRecord unmatched, Guid householdId, Guid? memberId, CurrentOfficer? officer, CancellationToken ct)
    {
        var kind = kinds.Of(unmatched.Kind);
        var (_, record) = Open(unmatched);
        var file = await db.Set<HouseholdFile>().FindAsync([householdId], ct); // one just registered is not saved yet
        if (RecordDesk.Put(record, file, memberId) is { } refusal) return refusal;
        if (kind.Check(record, desk.GroundOf(file, memberId)).Refusal is { } wrong) return wrong;
        if ((await desk.TakeAsync(kind, [record], ct))[0].Taken == Taken.Elsewhere) return AidErrors.RecordElsewhere;
        unmatched.Match(householdId, memberId, officer?.Id, officer?.Name, clock.UtcNow());
        return null;
    }

    /// <summary>Enters what waited for households to be registered; what is then found wrong goes on waiting for an officer.</summary>
    public async Task HouseholdsRegisteredAsync(IReadOnlyCollection<Guid> households, CancellationToken ct)
    {
        if (kinds.All.Count == 0) return;
        var waiting = await db.Set<UnmatchedRecord>()
            .Where(record => record.HouseholdId != null && households.Contains(record.HouseholdId.Value) && record.State == UnmatchedState.Open)
            .ToListAsync(ct);
        foreach (var record in waiting) await MatchAsync(record, record.HouseholdId!.Value, record.MemberId, null, ct);
    }

    private bool SaysTheSame(RecordKind kind, UnmatchedRecord kept, UnmatchedRow row)
    {
        var (given, record) = Open(kept);
        return given == row.Given && kind.Columns.All(column => Equals(column.Get(record), column.Get(row.Record)));
    }

    private SealedText Seal(RecordKind kind, Guid id, UnmatchedRow row) => cipher.Seal(
        JsonSerializer.Serialize(new Sealed(row.Given, kind.ToJson(row.Record)), EventCatalog.Json), UnmatchedRecord.Table, nameof(UnmatchedRecord.Row), id);
}
