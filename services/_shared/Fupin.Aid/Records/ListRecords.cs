using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Aid.Records;

/// <summary>The records of a kind, paged by key (记录列表).</summary>
internal static class ListRecords
{
    private const int MostRows = 200;

    public sealed record Page(IReadOnlyList<JsonObject> Items, string? Next);

    public static async Task<Ok<Page>> Handle(RecordKind kind, DbContext db, Guid? household, string? after, int? size, CancellationToken ct)
    {
        var shown = Math.Clamp(size ?? 50, 1, MostRows);
        var rows = await kind.PageAsync(db, household, after, shown + 1, ct);
        return TypedResults.Ok(new Page([.. rows.Take(shown).Select(row => Shown(kind, row))], rows.Count > shown ? rows[shown - 1].Key : null));
    }

    private static JsonObject Shown(RecordKind kind, IRecord record)
    {
        var json = JsonObject.Create(kind.ToJson(record))!;
        json.Remove("key");
        json.Remove("version");
        return json;
    }
}
