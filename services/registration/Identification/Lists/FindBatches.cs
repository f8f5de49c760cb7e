using Fupin.Contracts.Values;
using Fupin.Persistence;
using Fupin.Registration.Data;
using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Identification.Lists;

/// <summary>The batches of a village, newest first (村批次一览).</summary>
internal static class FindBatches
{
    public sealed record Line(
        Guid Id, string Number, DivisionCode Village, string VillageName, CaseState State, bool IsOpen, int Cases, IReadOnlyDictionary<CaseState, int> States, DateTime OpenedAtUtc);

    /// <param name="Items">The batches.</param>
    /// <param name="Next">What to pass as <c>after</c> for the next page; nothing on the last.</param>
    public sealed record Page(IReadOnlyList<Line> Items, string? Next);

    public static async Task<Results<Ok<Page>, Refusal>> Handle(
        string code, string? after, int? size, RegistrationDb db, CurrentScope scope, CancellationToken ct)
    {
        if (!DivisionCode.TryParse(code, out var village) || !village.IsVillage || !scope.Covers(village)) return IdentificationErrors.NoSuchVillage;
        var names = await db.VillageNamesAsync([village], ct);
        if (names.Count == 0) return IdentificationErrors.NoSuchVillage;
        var take = Math.Clamp(size ?? 20, 1, 100);
        var batches = db.Batches.AsNoTracking().Where(batch => batch.Village == village);
        if (BatchNumber.TryParse(after, out var last))
        {
            batches = batches.Where(batch => batch.Year < last.Year || (batch.Year == last.Year && batch.Serial < last.Serial));
        }
        var page = await batches
            .OrderByDescending(batch => batch.Year).ThenByDescending(batch => batch.Serial)
            .Take(take + 1)
            .ToListAsync(ct);
        var shown = page.Take(take).ToList();
        var ids = shown.ConvertAll(batch => batch.Id);
        var states = await db.Cases
            .Where(one => ids.Contains(one.BatchId))
            .GroupBy(one => new { one.BatchId, one.State })
            .Select(group => new { group.Key.BatchId, group.Key.State, Count = group.Count() })
            .ToListAsync(ct);
        var statesOf = states.ToLookup(count => count.BatchId);
        return TypedResults.Ok(new Page(
            [.. shown.Select(batch => new Line(
                batch.Id,
                batch.Number,
                batch.Village,
                names[village],
                CaseBatch.StateOf(statesOf[batch.Id].Select(count => count.State)),
                batch.IsOpen,
                batch.CaseCount,
                statesOf[batch.Id].OrderBy(count => count.State).ToDictionary(count => count.State, count => count.Count),
                batch.OpenedAtUtc))],
            page.Count > take ? shown[^1].Number : null));
    }
}
