using System.Globalization;
using Fupin.Aid.Households;
using Fupin.Aid.Parameters;
using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;
using Fupin.MedicalAid.Data;
using Fupin.MedicalAid.Settlements;
using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.MedicalAid.Warnings;

/// <summary>
/// Households that illness may push into poverty (因病致贫预警): what they paid themselves in a year is more than a share of the household's
/// income. A work list; what was looked after comes back when they pay more.
/// </summary>
// 依据：武发[2016]68号 三(六)：防止因病致贫、因病返贫
internal static class ListWarnings
{
    private const int MostRows = 200;

    /// <param name="ShareBasisPoints">What was paid of the income, basis points; absent where there is no income.</param>
    public sealed record Warning(
        Guid HouseholdId, DivisionCode Village, int Year, int Bills, Money SelfPaid, Money Income, long? ShareBasisPoints, IReadOnlyList<TraceLine> Reasons,
        Money? HandledUpTo, string? HandledHow);

    public sealed record Page(IReadOnlyList<Warning> Items, Guid? Next);

    /// <summary>Those of a year that wait, by household; with <paramref name="all"/> those looked after as well.</summary>
    public static async Task<Results<Ok<Page>, Refusal>> Handle(
        int year, MedicalAidDb db, CurrentParameters parameters, TimeProvider clock, CancellationToken ct, bool all = false, Guid? after = null, int size = 50)
    {
        if (year is < 2000 or > 2100) return MedicalAidErrors.NoSuchYear;
        size = Math.Clamp(size, 1, MostRows);
        var values = await parameters.OnAsync(clock.Today(), ct);
        List<Warning> found = [];
        while (true)
        {
            var rows = await RowsAsync(year, after, values.Money("warning.least"), db, ct);
            foreach (var (family, file) in rows)
            {
                if (Of(family, file, values) is not { } warning || !(all || IsWaiting(family))) continue;
                if (found.Count == size) return TypedResults.Ok(new Page(found, found[^1].HouseholdId));
                found.Add(warning);
            }

            if (rows.Count < MostRows) return TypedResults.Ok(new Page(found, null));
            after = rows[^1].Family.HouseholdId;
        }
    }

    /// <summary>The warning of a household and year; null where there is none.</summary>
    public static Warning? Of(FamilyYear family, HouseholdFile file, PolicyParameters values)
    {
        if (file.Facts is not { } facts) return null;
        var paid = family.Counters.SelfPaid;
        var income = Money.Max(Money.Zero, facts.Income.Totals[IncomeView.Identification]);
        if (paid <= values.Money("warning.least") || paid <= income.Times(values.Ratio("warning.share"))) return null;

        long? share = income > Money.Zero ? paid.Fen * 10_000 / income.Fen : null;
        List<TraceLine> reasons =
        [
            values.Line("warning.paid", family.Year, family.Counters.Bills, family.Counters.Total, paid),
            share is { } part
                ? values.Line("warning.income", facts.Income.Year, income, (part / 100m).ToString("0.##", CultureInfo.InvariantCulture))
                : values.Line("warning.noIncome", facts.Income.Year),
            values.Line("warning.share"),
        ];
        if (family.HandledUpTo is { } handled && paid > handled) reasons.Add(values.Line("warning.again", handled));
        return new Warning(
            family.HouseholdId, family.Village, family.Year, family.Counters.Bills, paid, income, share, reasons, family.HandledUpTo, family.HandledHow);
    }

    public static bool IsWaiting(FamilyYear family) => family.HandledUpTo is not { } handled || family.Counters.SelfPaid > handled;

    private static async Task<IReadOnlyList<(FamilyYear Family, HouseholdFile File)>> RowsAsync(
        int year, Guid? after, Money least, MedicalAidDb db, CancellationToken ct)
    {
        var rows = await db.FamilyYears.AsNoTracking()
            .Where(family => family.Year == year && family.Counters.SelfPaid > least && (after == null || family.HouseholdId.CompareTo(after.Value) > 0))
            .Join(db.Set<HouseholdFile>().AsNoTracking(), family => family.HouseholdId, file => file.HouseholdId, (family, file) => new { family, file })
            .OrderBy(row => row.family.HouseholdId)
            .Take(MostRows)
            .ToListAsync(ct);
        return [.. rows.Select(row => (row.family, row.file))];
    }
}
