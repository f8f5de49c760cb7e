using Fupin.Messaging;
using Fupin.Registration.Data;
using Fupin.Registration.Households;
using Fupin.Registration.Identification;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Changes;

/// <summary>
/// Lets a household that left the register apply again (返贫再次申请): it goes through identification like any other, and keeps its number and
/// what it retains until it is registered.
/// </summary>
internal static class ApplyAgain
{
    public sealed record Response(Guid CaseId, Guid BatchId);

    public static async Task<Results<Ok<Response>, Refusal>> Handle(
        Guid id, RegistrationDb db, IOutbox outbox, CurrentOfficer officer, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Households.SingleOrDefaultAsync(one => one.Id == id, ct) is not { } household) return RegistrationErrors.NoSuchHousehold;
        if (household.ExitKind is ExitKind.Merged or ExitKind.Ended) return ChangeErrors.CannotReturn;
        if (household.Status != HouseholdStatus.Exited) return ChangeErrors.NotExited;
        var act = new Act(Guid.CreateVersion7(), officer.Id, officer.Name, clock.UtcNow(), clock.Today());
        var entered = await Batches.EnterAsync(db, outbox, household, act, ct);
        if (entered is null) return ChangeErrors.NotExited;
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Response(entered.Id, entered.BatchId));
    }
}
