using Fupin.Identity.Data;
using Fupin.Identity.SignIn;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;

namespace Fupin.Identity.Tokens;

/// <summary>Gives the portal a code for the person who signed in here (授权), asking for the password first where needed.</summary>
internal static class Authorize
{
    public static async Task<IResult> Handle(HttpContext http, IdentityDb db, IHostEnvironment environment, CancellationToken ct)
    {
        var request = http.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("This is no request of OpenID Connect.");
        var session = await http.AuthenticateAsync(SignInSession.Scheme);
        var id = session.Principal?.FindFirst("sub")?.Value;
        var officer = id is null ? null : await db.Officers.AsNoTracking().FirstOrDefaultAsync(officer => officer.Id == Guid.Parse(id), ct);
        if (officer is null || !officer.MayAct(environment.IsDevelopment()))
        {
            return Results.Challenge(new AuthenticationProperties { RedirectUri = http.Request.PathBase + http.Request.Path + http.Request.QueryString }, [SignInSession.Scheme]);
        }

        return Results.SignIn(officer.Principal(request.GetScopes()), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }
}
