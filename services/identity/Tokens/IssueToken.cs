using Fupin.Identity.Data;
using Fupin.Identity.Officers;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Fupin.Identity.Tokens;

/// <summary>Issues an access token (签发令牌) to a machine, or to the portal for a person's code or refresh token.</summary>
internal static class IssueToken
{
    private static readonly TimeSpan ForMachines = TimeSpan.FromMinutes(60);

    public static async Task<IResult> Handle(HttpContext http, IdentityDb db, IHostEnvironment environment, CancellationToken ct)
    {
        var request = http.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("This is no request of OpenID Connect.");
        if (request.IsClientCredentialsGrantType())
        {
            // OpenIddict has checked the secret; the client is the officer of that login.
            var machine = await db.Officers.AsNoTracking().FirstOrDefaultAsync(officer => officer.Login == request.ClientId, ct);
            return Issue(machine, [], ForMachines, Errors.InvalidClient, environment);
        }

        var earlier = await http.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        var id = Guid.Parse(earlier.Principal!.GetClaim(Claims.Subject)!);
        var person = await db.Officers.AsNoTracking().FirstOrDefaultAsync(officer => officer.Id == id, ct);
        return Issue(person, earlier.Principal!.GetScopes(), null, Errors.InvalidGrant, environment);
    }

    private static IResult Issue(Officer? officer, IEnumerable<string> scopes, TimeSpan? lifetime, string error, IHostEnvironment environment)
    {
        if (officer is null || !officer.MayAct(environment.IsDevelopment()))
        {
            var reason = new AuthenticationProperties(new Dictionary<string, string?>
            {
                [OpenIddictServerAspNetCoreConstants.Properties.Error] = error,
                [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = "The officer may not act any more.",
            });
            return Results.Forbid(reason, [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
        }

        var principal = officer.Principal(scopes);
        if (lifetime is not null) principal.SetAccessTokenLifetime(lifetime);
        return Results.SignIn(principal, authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }
}
