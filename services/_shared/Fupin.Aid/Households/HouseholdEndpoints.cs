using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Aid.Households;

internal static class HouseholdEndpoints
{
    public sealed record Answer(Guid HouseholdId, DivisionCode Village, HouseholdFacts Facts, DateOnly? RetainedUntil);

    public static void MapHouseholds(this IEndpointRouteBuilder app) => app.MapGet("/households/{id:guid}", Get)
        .RequireAuthorization(Permissions.ReadAid)
        .Refuses(AidErrors.NoSuchHousehold);

    // What this department knows of a household: facts by pseudonym, so that an officer can pick the member a record is about.
    private static async Task<Results<Ok<Answer>, Refusal>> Get(Guid id, DbContext db, CancellationToken ct)
    {
        var file = await db.Set<HouseholdFile>().AsNoTracking().SingleOrDefaultAsync(row => row.HouseholdId == id, ct);
        return file?.Facts is { } facts
            ? TypedResults.Ok(new Answer(file.HouseholdId, file.Village, facts, file.RetainedUntil))
            : AidErrors.NoSuchHousehold;
    }
}
