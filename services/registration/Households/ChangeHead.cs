using Fupin.Contracts.Codes;
using Fupin.Messaging;
using Fupin.Persistence;
using Fupin.Registration.Data;
using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Households;

/// <summary>Makes another member the head of a household (变更户主): the former one died, moved away or hands over.</summary>
internal static class ChangeHead
{
    /// <param name="MemberId">The new head.</param>
    /// <param name="Relations">Each other member's relation to the new head (与户主关系), in words or by its code.</param>
    public sealed record Request(Guid MemberId, IReadOnlyDictionary<Guid, string>? Relations);

    public static async Task<Results<NoContent, Refusal>> Handle(
        Guid id, Request request, RegistrationDb db, IOutbox outbox, FieldCipher cipher, TimeProvider clock, CancellationToken ct)
    {
        var household = await db.Households.Whole().SingleOrDefaultAsync(one => one.Id == id, ct);
        if (household is null) return RegistrationErrors.NoSuchHousehold;
        Dictionary<Guid, string> relations = [];
        foreach (var (member, word) in request.Relations ?? new Dictionary<Guid, string>())
        {
            if (CodeLists.Code("relation_to_head", word) is not { } relation) return RegistrationErrors.RelationsMissing;
            relations.Add(member, relation);
        }

        if (household.ChangeHead(request.MemberId, relations) is { } refusal) return refusal;
        await HouseholdTelling.TellChangedAsync(db, outbox, cipher, household, clock.Today(), ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
