using Fupin.Contracts.Values;
using Fupin.Persistence;

namespace Fupin.Aid.Households;

/// <summary>Rows of a part of the region (按区划筛选).</summary>
internal static class Villages
{
    /// <summary>The rows inside a division, as a range that the index answers; all of them where none is named.</summary>
    public static IQueryable<TRow> Inside<TRow>(this IQueryable<TRow> rows, DivisionCode? division)
        where TRow : class, IScoped
    {
        if (division is not { } region) return rows;
        var last = region.LastInside;
        return rows.Where(row => row.Village >= region && row.Village <= last);
    }
}
