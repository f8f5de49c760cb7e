using System.Security.Claims;
using Fupin.Identity.Data;
using Fupin.Identity.Officers;
using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Identity.SignIn;

/// <summary>Signs a person in with login and password (登录).</summary>
internal static class SignInSession
{
    public const string Scheme = "sign-in";

    public static RazorComponentResult<SignInPage> Show([FromQuery] string? returnUrl) => Page(returnUrl, "", null);

    public static async Task<IResult> Open(
        [FromForm] string? login, [FromForm] string? password, [FromQuery] string? returnUrl,
        IdentityDb db, SignInCounts counts, Passwords passwords, IHostEnvironment environment, HttpContext http, CancellationToken ct)
    {
        var name = Officer.NormalLogin(login ?? "");
        if (name.Length is 0 or > Officer.LongestLogin || password is not { Length: > 0 and <= 200 }) return Page(returnUrl, name, IdentityErrors.WrongPassword);
        if (await counts.TryAsync(name, ct) is { } until) return Page(returnUrl, name, Locked(until));

        var officer = await db.Officers.AsNoTracking().FirstOrDefaultAsync(officer => officer.Login == name, ct);
        var fits = passwords.Fits(password, officer?.PasswordHash);
        if (!fits || officer is null || !officer.MayAct(environment.IsDevelopment()))
        {
            return Page(returnUrl, name, await counts.LockedUntilAsync(name, ct) is { } now ? Locked(now) : IdentityErrors.WrongPassword);
        }

        await counts.ForgetAsync(name, ct);
        var identity = new ClaimsIdentity([new Claim("sub", officer.Id.ToString())], Scheme);
        await http.SignInAsync(Scheme, new ClaimsPrincipal(identity));
        return Results.LocalRedirect(IsLocal(returnUrl) ? returnUrl! : "/");
    }

    private static Refusal Locked(DateTime until) => IdentityErrors.Locked.With(until.InChina().ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture));

    private static RazorComponentResult<SignInPage> Page(string? returnUrl, string login, Refusal? refusal) =>
        new(new { ReturnUrl = IsLocal(returnUrl) ? returnUrl : "/", Login = login, Refusal = refusal })
        {
            StatusCode = refusal?.Status ?? StatusCodes.Status200OK,
        };

    private static bool IsLocal(string? url) => url is ['/', not ('/' or '\\'), ..] or "/";
}
