using System.Globalization;
using System.Security.Claims;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Fupin.Gateway.Sessions;

/// <summary>The access token of a session (会话令牌), asked for anew before it runs out.</summary>
internal sealed class SessionTokens(IHttpClientFactory clients, SharedKeys keys, ILogger<SessionTokens> log) : CookieAuthenticationEvents, IAccessToken
{
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(1);
    private static readonly string[] OfOfficer = ["sub", "name", "department", "region", "permission"];

    public async ValueTask<string?> GetAsync(HttpContext context)
    {
        var session = await context.AuthenticateAsync(SignInAtIdentity.Cookie);
        return session.Succeeded ? session.Properties.GetTokenValue("access_token") : null;
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var ends = DateTimeOffset.Parse(context.Properties.GetTokenValue("expires_at")!, CultureInfo.InvariantCulture);
        if (ends - Ahead > TimeProvider.System.GetUtcNow()) return;

        try
        {
            using var answer = await clients.CreateClient().PostAsync(
                new Uri("http://identity/connect/token"),
                new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    ["grant_type"] = "refresh_token",
                    ["refresh_token"] = context.Properties.GetTokenValue("refresh_token") ?? "",
                    ["client_id"] = PortalSignIn.ClientId,
                    ["client_secret"] = PortalSignIn.Secret(keys),
                }),
                context.HttpContext.RequestAborted);
            if (answer.IsSuccessStatusCode)
            {
                Take(context, (await answer.Content.ReadFromJsonAsync<Tokens>(context.HttpContext.RequestAborted))!);
            }
            else if ((int)answer.StatusCode < 500)
            {
                // The officer was deactivated, or the working day is over.
                context.RejectPrincipal();
                await context.HttpContext.SignOutAsync(SignInAtIdentity.Cookie);
            }
        }
        catch (HttpRequestException exception)
        {
            log.LogWarning("Identity does not answer; the session goes on with its old token: {Reason}", exception.Message);
        }
    }

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    // The new token knows of a transfer to another post; the session follows it.
    private static void Take(CookieValidatePrincipalContext context, Tokens tokens)
    {
        var claims = new JsonWebToken(tokens.AccessToken).Claims.Where(claim => OfOfficer.Contains(claim.Type));
        context.ReplacePrincipal(new ClaimsPrincipal(new ClaimsIdentity(claims, SignInAtIdentity.Cookie, "name", null)));
        context.Properties.UpdateTokenValue("access_token", tokens.AccessToken);
        context.Properties.UpdateTokenValue(
            "expires_at", (TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(tokens.ExpiresIn)).ToString("o", CultureInfo.InvariantCulture));
        context.ShouldRenew = true;
    }

    private sealed record Tokens(
        [property: System.Text.Json.Serialization.JsonPropertyName("access_token")] string AccessToken,
        [property: System.Text.Json.Serialization.JsonPropertyName("expires_in")] int ExpiresIn);
}
