using Fupin.Identity.Data;
using Fupin.ServiceDefaults.Security;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Identity.Officers;

/// <summary>Lists the officers of the own region (经办人名单), a page after a login.</summary>
internal static class ListOfficers
{
    private const int PageSize = 100;

    public sealed record Row(Guid Id, string Login, string Name, Role Role, string Department, string Region, bool Active);

    public static async Task<IReadOnlyList<Row>> Handle(string? after, IdentityDb db, CurrentOfficer officer, CancellationToken ct)
    {
        var region = officer.Region;
        var last = region.LastInside;
        var rows = await db.Officers.AsNoTracking()
            .Where(row => row.Region >= region && row.Region <= last)
            .Where(row => string.Compare(row.Login, after ?? "") > 0)
            .OrderBy(row => row.Login)
            .Take(PageSize)
            .ToListAsync(ct);
        return [.. rows.Select(row => new Row(row.Id, row.Login, row.Name, row.Role, row.Department, row.Region.Segments, row.Active))];
    }
}
