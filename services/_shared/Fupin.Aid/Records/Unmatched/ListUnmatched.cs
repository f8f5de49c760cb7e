using System.Text.Json.Nodes;
using Fupin.Aid.PersonalData;
using Fupin.Contracts.Registration.Grpc;
using Fupin.Contracts.Values;
using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Aid.Records.Unmatched;

/// <summary>
/// The work list of unmatched records, the oldest first (待核对清单), with whom registration thinks may be meant. Numbers are masked.
/// </summary>
internal static class ListUnmatched
{
    private const int MostRows = 50;

    public sealed record Page(IReadOnlyList<Row> Items, Guid? Next, bool RegisterDown);

    public sealed record Row(
        Guid Id, string Kind, string Title, UnmatchedReason Reason, UnmatchedState State, DivisionCode Village, string? Name, string? IdNumber,
        string? HouseholdNumber, JsonObject Record, DateTime EnteredAtUtc, string EnteredBy, Guid? HouseholdId, Guid? MemberId, string? ClosedBy,
        DateTime? ClosedAtUtc, string? Why, IReadOnlyList<Suggested> Suggestions);

    public sealed record Suggested(Guid HouseholdId, Guid MemberId, string Name, string IdNumber, string Village, string Likeness);

    public static async Task<Results<Ok<Page>, Refusal>> Handle(
        DbContext db, RecordKinds kinds, UnmatchedRecords unmatched, Register register, string? state, string? kind, Guid? after, int? size, CancellationToken ct)
    {
        if (!Enum.TryParse<UnmatchedState>(state ?? nameof(UnmatchedState.Open), ignoreCase: true, out var wanted) || !Enum.IsDefined(wanted)) return AidErrors.NoSuchUnmatchedState;
        var shown = Math.Clamp(size ?? 20, 1, MostRows);
        var rows = await db.Set<UnmatchedRecord>().AsNoTracking()
            .Where(row => row.State == wanted && (kind == null || row.Kind == kind) && (after == null || row.Id.CompareTo(after.Value) > 0))
            .OrderBy(row => row.Id)
            .Take(shown + 1)
            .ToListAsync(ct);
        var opened = rows.Take(shown).Select(row => (Row: row, Opened: unmatched.Open(row))).ToList();
        var (suggested, isDown) = await SuggestAsync(register, [.. opened.Where(one => NeedsSomebody(one.Row)).Select(one => (one.Row, one.Opened.Given))], ct);
        return TypedResults.Ok(new Page(
            [.. opened.Select(one => Shown(kinds, one.Row, one.Opened.Given, one.Opened.Record, suggested.GetValueOrDefault(one.Row.Id) ?? []))],
            rows.Count > shown ? rows[shown - 1].Id : null,
            isDown));
    }

    public static async Task<Results<Ok<Row>, Refusal>> One(
        Guid id, DbContext db, RecordKinds kinds, UnmatchedRecords unmatched, Register register, CancellationToken ct)
    {
        if (await db.Set<UnmatchedRecord>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } row) return AidErrors.NoSuchUnmatched;
        var (given, record) = unmatched.Open(row);
        var (suggested, _) = await SuggestAsync(register, NeedsSomebody(row) ? [(row, given)] : [], ct);
        return TypedResults.Ok(Shown(kinds, row, given, record, suggested.GetValueOrDefault(row.Id) ?? []));
    }

    private static bool NeedsSomebody(UnmatchedRecord row) => row.State == UnmatchedState.Open && row.HouseholdId is null;

    private static async Task<(Dictionary<Guid, IReadOnlyList<Suggested>> Found, bool IsDown)> SuggestAsync(
        Register register, IReadOnlyList<(UnmatchedRecord Row, GivenPerson Given)> rows, CancellationToken ct)
    {
        if (rows.Count == 0) return ([], false);
        var missed = rows.Select(row => new MissedPerson { IdNumber = row.Given.IdNumber ?? "", Name = row.Given.Name ?? "", Village = row.Given.Village ?? "" });
        var answer = await register.SuggestPersonsAsync([.. missed], new Asking(EnterRecord.Purpose, UnmatchedRecord.Table, ""), ct);
        if (answer is null) return ([], true);
        return (rows.Zip(answer).ToDictionary(pair => pair.First.Row.Id, IReadOnlyList<Suggested> (pair) => [.. pair.Second.Persons.Select(Of)]), false);
    }

    private static Suggested Of(Suggestion one) =>
        new(Guid.Parse(one.HouseholdId), Guid.Parse(one.MemberId), one.Name, one.IdNumber, one.Village, one.Likeness);

    private static Row Shown(RecordKinds kinds, UnmatchedRecord row, GivenPerson given, IRecord record, IReadOnlyList<Suggested> suggestions)
    {
        var kind = kinds.Of(row.Kind);
        var json = JsonObject.Create(kind.ToJson(record))!;
        foreach (var hidden in new[] { "id", "key", "version", "householdId", "memberId", "village" }) json.Remove(hidden);
        return new Row(
            row.Id, kind.Name, kind.Title, row.Reason, row.State, row.Village, given.Name, Masked(given.IdNumber), given.HouseholdNumber, json,
            row.EnteredAtUtc, row.EnteredByName, row.HouseholdId, row.MemberId, row.ClosedByName, row.ClosedAtUtc, row.Why, suggestions);
    }

    private static string? Masked(string? number) => number is { Length: > 8 } ? $"{number[..6]}******{number[^2..]}" : number is null ? null : "******";
}
