using Fupin.Identity.SignIn;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Server.AspNetCore;

namespace Fupin.Identity.Tokens;

/// <summary>Signs a person out (退出登录) and sends the browser back to the portal.</summary>
internal static class EndSession
{
    public static async Task<IResult> Handle(HttpContext http)
    {
        await http.SignOutAsync(SignInSession.Scheme);
        return Results.SignOut(new AuthenticationProperties { RedirectUri = "/" }, [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
    }
}
