using Fupin.Contracts.Values;
using Fupin.Identity.Data;
using Fupin.Messaging;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Identity.Officers;

/// <summary>Appoints an officer inside the own region (任命经办人).</summary>
internal static class AppointOfficer
{
    public sealed record Request(string? Login, string? Name, Role Role, string? Department, DivisionCode Region, string? Password);

    public sealed record Response(Guid Id);

    public static async Task<Results<Created<Response>, Refusal>> Handle(
        Request request, IdentityDb db, IOutbox outbox, Passwords passwords, CurrentOfficer current, CancellationToken ct)
    {
        if (request is not { Login.Length: > 0 and <= Officer.LongestLogin, Name.Length: > 0 and <= 50, Department.Length: > 0 and <= 40, Password.Length: <= 200 })
            return SystemErrors.Unreadable;
        if (!request.Role.Fits(request.Region)) return IdentityErrors.RegionDoesNotFit;
        if (!request.Region.IsWithin(current.Region)) return IdentityErrors.OutsideRegion;
        if (Passwords.IsWeak(request.Password, request.Login)) return IdentityErrors.PasswordTooWeak;
        var officer = Officer.Appoint(request.Login, request.Name, request.Role, request.Department, request.Region);
        if (await db.Officers.AnyAsync(other => other.Login == officer.Login, ct)) return IdentityErrors.LoginTaken;
        officer.SetPassword(passwords.Hash(request.Password));

        db.Add(officer);
        outbox.Add(officer.Told());
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/officers/{officer.Id}", new Response(officer.Id));
    }
}
