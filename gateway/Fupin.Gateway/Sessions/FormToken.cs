using Fupin.Gateway.Routes;
using Microsoft.AspNetCore.Antiforgery;

namespace Fupin.Gateway.Sessions;

/// <summary>
/// A request that changes something and is let in by a cookie must show that it comes from a page of ours (防跨站请求). The token is read
/// from the header only: looking for it in a form would swallow an upload on its way.
/// </summary>
internal static class FormToken
{
    public const string Header = "X-Fupin-Form";

    public static void UseFormTokens(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (!IsNeeded(context) || await IsThereAsync(context)) await next(context);
        else await GatewayErrors.FormTokenMissing.ExecuteAsync(context);
    });

    /// <summary>A page's form without its token is answered with a page of ours, before the framework says so in English.</summary>
    public static void UseFormsOfPages(this WebApplication app) => app.Use((context, next) =>
    {
        if (ErrorAnswers.IsAboutError(context) || context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false }) return next(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });

    // Pages check the forms they posted themselves; a bearer token is sent by nobody who does not mean to.
    private static bool IsNeeded(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api")
        && !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method) && !HttpMethods.IsOptions(context.Request.Method)
        && context.User.Identity?.IsAuthenticated == true
        && context.Request.Headers.Authorization.Count == 0;

    private static async Task<bool> IsThereAsync(HttpContext context) =>
        context.Request.Headers[Header].Count > 0 && await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context);
}
