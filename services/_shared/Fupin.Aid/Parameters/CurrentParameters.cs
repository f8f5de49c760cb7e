using Fupin.Aid.Policies;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Aid.Parameters;

/// <summary>The confirmed parameters of the department (现行政策参数).</summary>
public sealed class CurrentParameters(DbContext db, PolicyBook book)
{
    /// <summary>The parameters as they hold on a day.</summary>
    public async Task<PolicyParameters> OnAsync(DateOnly day, CancellationToken ct)
    {
        var rows = await db.Set<ParameterRow>().AsNoTracking().Where(row => row.Number != null).ToListAsync(ct);
        return PolicyParameters.Of([.. rows.Select(row => row.ToParameter())], book.Texts, day);
    }

    /// <summary>The number of the row confirmed last.</summary>
    public async Task<int> LastNumberAsync(CancellationToken ct) => await db.Set<ParameterRow>().MaxAsync(row => row.Number, ct) ?? 0;
}
