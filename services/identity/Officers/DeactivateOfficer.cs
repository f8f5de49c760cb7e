using Fupin.Identity.Data;
using Fupin.Messaging;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Fupin.Identity.Officers;

/// <summary>Takes an officer's access away (停用经办人); tokens already issued end within their quarter of an hour.</summary>
internal static class DeactivateOfficer
{
    public static async Task<Results<NoContent, Refusal>> Handle(Guid id, IdentityDb db, IOutbox outbox, CurrentOfficer current, CancellationToken ct)
    {
        var officer = await db.Officers.FindAsync([id], ct);
        if (officer is null || !officer.Region.IsWithin(current.Region)) return IdentityErrors.NoSuchOfficer;
        if (!officer.Active) return TypedResults.NoContent();
        if (officer.Deactivate(current.Id) is { } refusal) return refusal;

        outbox.Add(officer.Told());
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
