using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Fupin.ServiceDefaults;

/// <summary>Error answers that every process gives alike (错误应答): a problem document with a code, a Chinese sentence and the trace id; never a stack trace.</summary>
public static class Problems
{
    internal static void AddProblems(this IServiceCollection services)
    {
        services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
        {
            context.ProblemDetails.Extensions["traceId"] = Activity.Current?.TraceId.ToString() ?? context.HttpContext.TraceIdentifier;
            context.ProblemDetails.Type = null;
        });
        services.AddExceptionHandler<Handler>();
    }

    /// <summary>An answer with a status and no body gets one.</summary>
    public static Task OfStatusAsync(HttpContext context)
    {
        var refusal = context.Response.StatusCode switch
        {
            StatusCodes.Status401Unauthorized => SystemErrors.NotSignedIn,
            StatusCodes.Status403Forbidden => SystemErrors.NotPermitted,
            StatusCodes.Status404NotFound => SystemErrors.NotFound,
            StatusCodes.Status413PayloadTooLarge => SystemErrors.TooLarge,
            >= 500 => SystemErrors.Fault with { Status = context.Response.StatusCode },
            var status => SystemErrors.Unreadable with { Status = status },
        };
        return refusal.ExecuteAsync(context);
    }

    private sealed class Handler(ILogger<Handler> log) : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            var refusal = exception switch
            {
                RefusedException refused => refused.Refusal,
                BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => SystemErrors.TooLarge,
                BadHttpRequestException bad => SystemErrors.Unreadable with { Status = bad.StatusCode },
                _ => SystemErrors.Fault,
            };
            if (refusal == SystemErrors.Fault) log.LogError(exception, "Unexpected failure");
            await refusal.ExecuteAsync(httpContext);
            return true;
        }
    }
}
