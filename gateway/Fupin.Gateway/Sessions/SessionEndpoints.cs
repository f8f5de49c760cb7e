using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Mvc;

namespace Fupin.Gateway.Sessions;

internal static class SessionEndpoints
{
    private sealed record Me(Guid Id, string Name, string Department, string Region, IReadOnlyList<string> Permissions, string FormToken);

    public static void MapSessions(this IEndpointRouteBuilder app)
    {
        var session = app.MapGroup("/session").ExcludeFromDescription();
        session.MapGet("/sign-in", SignIn).AllowAnonymous();
        session.MapPost("/sign-out", SignOut).AllowAnonymous();
        app.MapGet("/api/session", Show).RequireAuthorization();
    }

    private static IResult SignIn([FromQuery] string? returnUrl) =>
        Results.Challenge(new AuthenticationProperties { RedirectUri = Local(returnUrl) }, [OpenIdConnectDefaults.AuthenticationScheme]);

    private static async Task<IResult> SignOut(HttpContext context, IAntiforgery forms)
    {
        if (!await forms.IsRequestValidAsync(context)) return Results.StatusCode(StatusCodes.Status400BadRequest);
        return Results.SignOut(new AuthenticationProperties { RedirectUri = "/" }, [SignInAtIdentity.Cookie, OpenIdConnectDefaults.AuthenticationScheme]);
    }

    private static Me Show(HttpContext context, CurrentOfficer officer, IAntiforgery forms) => new(
        officer.Id,
        officer.Name,
        officer.Department,
        officer.Region.Segments,
        [.. context.User.FindAll("permission").Select(claim => claim.Value)],
        forms.GetAndStoreTokens(context).RequestToken!);

    private static string Local(string? url) => url is ['/', not ('/' or '\\'), ..] ? url : "/";
}
