using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Aid.Parameters;

/// <summary>Confirms a drafted parameter (复核政策参数); the month's sets are then decided again by the opening of the month.</summary>
internal static class ConfirmParameter
{
    public static async Task<Results<NoContent, Refusal>> Handle(
        Guid id, DbContext db, CurrentParameters parameters, CurrentOfficer officer, CancellationToken ct)
    {
        if (await db.Set<ParameterRow>().FindAsync([id], ct) is not { } row) return AidErrors.NoSuchParameter;
        if (row.Confirm(officer.Id, await parameters.LastNumberAsync(ct) + 1) is { } refusal) return refusal;
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
