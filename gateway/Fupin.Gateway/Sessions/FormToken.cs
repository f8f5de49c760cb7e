using Microsoft.AspNetCore.Antiforgery;

namespace Fupin.Gateway.Sessions;

/// <summary>
/// A request that changes something and is let in by a cookie must show that it comes from a page of ours (防跨站请求). The token is read
/// from the header only: looking for it in a form would swallow an upload on its way.
/// </summary>
internal static class FormToken
{
    public const string Header = "X-Fupin-Form";

    public static async Task<bool> IsMissingAsync(HttpContext context)
    {
        var method = context.Request.Method;
        var changes = !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method);
        if (!changes || context.User.Identity?.AuthenticationType is null || context.Request.Headers.Authorization.Count > 0) return false;
        return context.Request.Headers[Header].Count == 0
            || !await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context);
    }
}
