using Fupin.Contracts.Registration;
using Fupin.Messaging;
using Fupin.Registration.Data;
using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Households;

/// <summary>Takes a household off the register (退出); its aids stay for the years of retention.</summary>
internal static class ExitHousehold
{
    public sealed record Response(DateOnly ExitedOn, DateOnly RetainedUntil);

    public static async Task<Results<Ok<Response>, Refusal>> Handle(Guid id, RegistrationDb db, IOutbox outbox, TimeProvider clock, CancellationToken ct)
    {
        var household = await db.Households.SingleOrDefaultAsync(one => one.Id == id, ct);
        if (household is null) return RegistrationErrors.NoSuchHousehold;
        var today = clock.Today();
        if (household.Exit(today, (await db.RegistrationRulesAsync(today, ct)).RetainedYears) is { } refusal) return refusal;
        HouseholdTelling.TellExited(outbox, household);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Response(today, household.RetainedUntil!.Value));
    }
}
