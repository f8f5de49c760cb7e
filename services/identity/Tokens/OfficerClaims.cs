using System.Security.Claims;
using Fupin.Identity.Officers;
using Fupin.ServiceDefaults.Security;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Fupin.Identity.Tokens;

/// <summary>What a token says of an officer (令牌声明): always read anew, so that a refreshed token knows of a transfer.</summary>
internal static class OfficerClaims
{
    public static ClaimsPrincipal Principal(this Officer officer, IEnumerable<string> scopes)
    {
        var identity = new ClaimsIdentity(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme, Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, officer.Id.ToString())
            .SetClaim(Claims.Name, officer.Name)
            .SetClaim("department", officer.Department)
            .SetClaim("region", officer.Region.Segments)
            .SetClaims("permission", [.. officer.Role.Permissions()]);
        identity.SetScopes(scopes).SetResources(OfficerTokens.Audience);
        identity.SetDestinations(_ => [Destinations.AccessToken, Destinations.IdentityToken]);
        return new ClaimsPrincipal(identity);
    }
}
