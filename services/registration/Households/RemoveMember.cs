using Fupin.Messaging;
using Fupin.Persistence;
using Fupin.Registration.Data;
using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Households;

/// <summary>Takes a person out of a household (减少家庭成员): married away, moved, died.</summary>
internal static class RemoveMember
{
    public static async Task<Results<NoContent, Refusal>> Handle(
        Guid id, Guid memberId, RegistrationDb db, IOutbox outbox, FieldCipher cipher, TimeProvider clock, CancellationToken ct)
    {
        var household = await db.Households.Whole().SingleOrDefaultAsync(one => one.Id == id, ct);
        if (household is null) return RegistrationErrors.NoSuchHousehold;
        if (household.Remove(memberId) is { } refusal) return refusal;
        await HouseholdTelling.TellChangedAsync(db, outbox, cipher, household, clock.Today(), ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
