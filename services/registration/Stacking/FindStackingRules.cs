using System.Text.Json;
using Fupin.Registration.Data;
using Fupin.Stacking;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Stacking;

/// <summary>All rules of stacking (叠加规则), drafts included.</summary>
internal static class FindStackingRules
{
    public sealed record Row(Guid Id, string Code, JsonElement Rule, bool Confirmed, Guid? DraftedBy, DateTime DraftedAtUtc, Guid? ConfirmedBy, DateTime? ConfirmedAtUtc);

    public sealed record Response(IReadOnlyList<Row> Rules, IReadOnlyDictionary<string, string> PolicyNames);

    public static async Task<Response> Handle(RegistrationDb db, CancellationToken ct)
    {
        var rows = await db.StackingRules.AsNoTracking().OrderBy(row => row.Code).ThenBy(row => row.DraftedAtUtc).ToListAsync(ct);
        return new Response(
            [.. rows.Select(row => new Row(
                row.Id, row.Code, JsonElement.Parse(row.Json), row.IsConfirmed, row.DraftedBy, row.DraftedAtUtc, row.ConfirmedBy, row.ConfirmedAtUtc))],
            RuleBook.Default.PolicyNames);
    }
}
