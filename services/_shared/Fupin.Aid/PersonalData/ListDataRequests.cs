using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Aid.PersonalData;

/// <summary>Who of this department used identified data, and why (数据使用记录), the latest first.</summary>
internal static class ListDataRequests
{
    private const int MostRows = 200;

    public sealed record Row(Guid Id, Guid HouseholdId, Guid OfficerId, string Purpose, string Case, string Reason, IReadOnlyList<string> Fields, DateTime AtUtc);

    public static async Task<Ok<IReadOnlyList<Row>>> Handle(DbContext db, CancellationToken ct, Guid? household = null, DateTime? before = null)
    {
        var until = before?.ToUniversalTime();
        var rows = await db.Set<DataRequest>().AsNoTracking()
            .Where(row => (household == null || row.HouseholdId == household) && (until == null || row.AtUtc < until))
            .OrderByDescending(row => row.AtUtc)
            .Take(MostRows)
            .ToListAsync(ct);
        return TypedResults.Ok<IReadOnlyList<Row>>(
        [
            .. rows.Select(row => new Row(
                row.Id, row.HouseholdId, row.OfficerId, row.Purpose, row.Case, row.Reason, row.Fields.Split(',', StringSplitOptions.RemoveEmptyEntries), row.AtUtc)),
        ]);
    }
}
