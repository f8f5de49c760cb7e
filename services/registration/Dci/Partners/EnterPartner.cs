using System.Text.Json;
using Fupin.Registration.Data;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Fupin.Registration.Dci.Partners;

/// <summary>Enters a partner (登记交换单位): its machine officer, its keys, and where it may be called back. Another officer confirms it.</summary>
internal static class EnterPartner
{
    private const int MostCallbacks = 10;

    /// <param name="SenderId">The name by which it signs its messages.</param>
    /// <param name="Name">The name for people.</param>
    /// <param name="OfficerId">The machine officer whose token it uses.</param>
    /// <param name="Keys">A JSON Web Key Set with its public keys; absent for one that does not sign.</param>
    /// <param name="Callbacks">The addresses below which it may be called back, the usual one first.</param>
    public sealed record Request(string? SenderId, string? Name, Guid? OfficerId, JsonElement? Keys, IReadOnlyList<string>? Callbacks);

    public sealed record Response(Guid Id);

    public static async Task<Results<Created<Response>, Refusal>> Handle(
        Request request, RegistrationDb db, CurrentOfficer officer, TimeProvider clock, CancellationToken ct)
    {
        var keys = request.Keys is { ValueKind: JsonValueKind.Object } set ? set.GetRawText() : null;
        var callbacks = (request.Callbacks ?? []).Select(CallbackAddress.Read).ToList();
        var wrong = request switch
        {
            { SenderId: not { Length: >= 1 and <= 99 } } => DciErrors.Reasons.SenderId,
            { Name: not { Length: >= 1 and <= 100 } } => DciErrors.Reasons.Name,
            { OfficerId: null } => DciErrors.Reasons.Officer,
            { Keys.ValueKind: not (JsonValueKind.Object or JsonValueKind.Null) } => DciErrors.Reasons.Keys,
            _ when keys is not null && PartnerKeys.Read(keys) is null => DciErrors.Reasons.Keys,
            _ when callbacks.Contains(null) || callbacks.Count > MostCallbacks => DciErrors.Reasons.Callback,
            _ => null,
        };
        if (wrong is not null) return DciErrors.PartnerUnreadable.With(wrong);

        var partner = DciPartner.Enter(request.SenderId!, request.Name!, request.OfficerId!.Value, keys, callbacks.OfType<Uri>(), officer.Id, clock.UtcNow());
        db.DciPartners.Add(partner);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/dci/partners/{partner.Id}", new Response(partner.Id));
    }
}
