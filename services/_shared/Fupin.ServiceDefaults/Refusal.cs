using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Fupin.ServiceDefaults;

/// <summary>An expected no (拒绝): a number, one Chinese sentence that says what to do, and an HTTP status. The only way to say no.</summary>
/// <param name="Code">The number, such as REG-0003; never changed once given.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Status">The HTTP status; 409 unless said otherwise.</param>
public sealed record Refusal(string Code, string Text, int Status = StatusCodes.Status409Conflict) : IResult
{
    /// <summary>The same refusal with the values of this case put into {0}, {1} … of its sentence.</summary>
    public Refusal With(params object[] values) => this with { Text = string.Format(CultureInfo.InvariantCulture, Text, values) };

    /// <summary>Answers with a problem document that carries the code.</summary>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = Status;
        return httpContext.RequestServices.GetRequiredService<IProblemDetailsService>().WriteAsync(new ProblemDetailsContext
        {
            HttpContext = httpContext,
            ProblemDetails = new ProblemDetails { Status = Status, Title = Text, Extensions = { ["code"] = Code } },
        }).AsTask();
    }
}

/// <summary>Declares refusals of a route for its OpenAPI document.</summary>
public static class RefusalsOfRoutes
{
    /// <summary>Says which refusals the route may give.</summary>
    public static TBuilder Refuses<TBuilder>(this TBuilder builder, params Refusal[] refusals)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.WithMetadata(new RefusalsMetadata(refusals));
        foreach (var status in refusals.Select(refusal => refusal.Status).Distinct())
        {
            builder.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(ProblemDetails), ["application/problem+json"]));
        }

        return builder;
    }
}

/// <summary>The refusals a route declared.</summary>
/// <param name="Refusals">All of them.</param>
public sealed record RefusalsMetadata(IReadOnlyList<Refusal> Refusals);
