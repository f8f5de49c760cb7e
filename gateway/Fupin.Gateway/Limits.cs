using System.Globalization;
using System.Threading.RateLimiting;
using Fupin.Gateway.Routes;
using Fupin.Gateway.Sessions;
using Microsoft.AspNetCore.ResponseCompression;

namespace Fupin.Gateway;

/// <summary>What is accepted from outside, how often and how large (访问限制), and the headers that keep a browser safe.</summary>
internal static class Limits
{
    private const string Policy =
        "default-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    public static void AddLimits(this WebApplicationBuilder builder)
    {
        var burst = builder.Configuration.GetValue("Limits:Burst", 600);
        var perSecond = builder.Configuration.GetValue("Limits:PerSecond", 100);
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => ErrorAnswers.IsAboutError(context)
                ? RateLimitPartition.GetNoLimiter("")
                : RateLimitPartition.GetTokenBucketLimiter(Caller(context), _ => new()
                {
                    TokenLimit = burst,
                    TokensPerPeriod = perSecond,
                    ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                    QueueLimit = 0,
                }));
            limiter.OnRejected = async (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = 1.ToString(CultureInfo.InvariantCulture);
                if (SignInAtIdentity.IsForMachines(rejected.HttpContext)) await GatewayErrors.TooMany.ExecuteAsync(rejected.HttpContext);
            };
        });
        builder.Services.AddRequestTimeouts();
        builder.Services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true; // pages hold no secret beside what a caller could inject; form tokens are masked anew each time
            options.MimeTypes = ["text/html"];
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
    }

    public static void UseLimits(this WebApplication app)
    {
        app.UseRateLimiter();
        app.UseRequestTimeouts();
    }

    public static void UseSafeHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = Policy;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            if (headers.CacheControl.Count == 0 && context.User.Identity?.IsAuthenticated == true) headers.CacheControl = "no-store";
            if (context.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000";
            return Task.CompletedTask;
        });
        return next(context);
    });

    // One officer is one caller, from whatever number of machines; who is not signed in is the machine's address.
    private static string Caller(HttpContext context) =>
        context.User.FindFirst("sub")?.Value ?? context.Connection.RemoteIpAddress?.ToString() ?? "";
}
