using Fupin.ServiceDefaults.Security;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Fupin.ServiceDefaults;

/// <summary>Clients of other services (部门间调用).</summary>
public static class ServiceClients
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(3);

    /// <summary>A gRPC client of a service: its grpc endpoint by service discovery, the officer's own token, a deadline on every call.</summary>
    public static IHttpClientBuilder AddGrpcClientOf<TClient>(this WebApplicationBuilder builder, string service)
        where TClient : class => builder.Services.AddGrpcClient<TClient>(options => options.Address = AddressOf(service)).AsOfficer(builder);

    /// <summary>Clients of what several services answer alike, asked for by the name of the service (<c>GrpcClientFactory.CreateClient</c>).</summary>
    public static void AddGrpcClientsOf<TClient>(this WebApplicationBuilder builder, IEnumerable<string> services)
        where TClient : class
    {
        foreach (var service in services) builder.Services.AddGrpcClient<TClient>(service, options => options.Address = AddressOf(service)).AsOfficer(builder);
    }

    private static Uri AddressOf(string service) => new($"http://_grpc.{service}");

    private static IHttpClientBuilder AsOfficer(this IHttpClientBuilder client, WebApplicationBuilder builder)
    {
        builder.Services.AddHttpContextAccessor();
        return client
            .ConfigureChannel(channel => channel.UnsafeUseInsecureChannelCallCredentials = true)
            .AddCallCredentials((context, metadata, services) =>
            {
                var authorization = services.GetRequiredService<IHttpContextAccessor>().HttpContext?.Request.Headers.Authorization.ToString();
                if (!string.IsNullOrEmpty(authorization)) metadata.Add("authorization", authorization);
                return Task.CompletedTask;
            })
            .AddInterceptor(() => new DeadlineInterceptor(Deadline));
    }

    private sealed class DeadlineInterceptor(TimeSpan limit) : Grpc.Core.Interceptors.Interceptor
    {
        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            TRequest request, Grpc.Core.Interceptors.ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            var options = context.Options.Deadline is null
                ? context.Options.WithDeadline(TimeProvider.System.GetUtcNow().UtcDateTime + limit)
                : context.Options;
            return continuation(request, new(context.Method, context.Host, options));
        }
    }
}
