using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace Fupin.ServiceDefaults;

/// <summary>How often one service asks another again (重试).</summary>
internal static class Resilience
{
    /// <summary>
    /// The standard limits, with one difference: what changes something is sent again only when nobody was reached. An answer that got lost
    /// on its way does not say that nothing was done.
    /// </summary>
    public static void AddCarefulResilience(this IHttpClientBuilder client) => client.AddStandardResilienceHandler(options =>
        options.Retry.ShouldHandle = attempt => ValueTask.FromResult(
            HttpClientResiliencePredicates.IsTransient(attempt.Outcome) && (OnlyReads(attempt.Context) || ReachedNobody(attempt.Outcome.Exception))));

    private static bool OnlyReads(ResilienceContext context) => context.GetRequestMessage() is { } request && (request.Method == HttpMethod.Get || request.Method == HttpMethod.Head);

    private static bool ReachedNobody(Exception? exception) => exception is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError };
}
