using Fupin.Gateway.Sessions;
using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Diagnostics;

namespace Fupin.Gateway.Routes;

/// <summary>What is said when something went wrong (错误应答): machines get a problem document, people a page that says what to do.</summary>
internal static class ErrorAnswers
{
    /// <summary>Comes before the service defaults: the first handler that takes an exception has it.</summary>
    public static void AddErrorAnswers(this WebApplicationBuilder builder) => builder.Services.AddExceptionHandler<PageFaults>();

    /// <summary>Gives words to what was answered without any, also by a department.</summary>
    public static void UseErrorAnswers(this WebApplication app)
    {
        app.UseStatusCodePagesWithReExecute("/problem", "?status={0}", createScopeForStatusCodePages: true);
        app.Use(AsVisit);
        app.UseWhen(SignInAtIdentity.IsForMachines, machines => machines.UseStatusCodePages(context => context.HttpContext.Response.StatusCode switch
        {
            StatusCodes.Status502BadGateway or StatusCodes.Status503ServiceUnavailable => GatewayErrors.DepartmentAway.ExecuteAsync(context.HttpContext),
            StatusCodes.Status504GatewayTimeout => GatewayErrors.DepartmentSlow.ExecuteAsync(context.HttpContext),
            _ => Problems.OfStatusAsync(context.HttpContext),
        }));
    }

    /// <summary>Whether the page about an error is being drawn, which is neither counted nor refused again.</summary>
    public static bool IsAboutError(HttpContext context) => context.Features.Get<IStatusCodeReExecuteFeature>() is not null;

    // The page about a form that failed is looked at, not posted to.
    private static Task AsVisit(HttpContext context, RequestDelegate next)
    {
        if (IsAboutError(context)) context.Request.Method = HttpMethods.Get;
        return next(context);
    }

    // A page that failed leaves its status; the page about the error is drawn outside.
    private sealed class PageFaults(ILogger<PageFaults> log) : IExceptionHandler
    {
        public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            if (SignInAtIdentity.IsForMachines(httpContext)) return ValueTask.FromResult(false);
            httpContext.Response.StatusCode = exception switch
            {
                RefusedException refused => refused.Refusal.Status,
                BadHttpRequestException bad => bad.StatusCode,
                _ => StatusCodes.Status500InternalServerError,
            };
            if (httpContext.Response.StatusCode >= StatusCodes.Status500InternalServerError) log.LogError(exception, "A page failed");
            return ValueTask.FromResult(true);
        }
    }
}
