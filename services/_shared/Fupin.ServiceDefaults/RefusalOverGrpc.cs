using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.AspNetCore.Http;

namespace Fupin.ServiceDefaults;

/// <summary>A refusal thrown by a gRPC face (拒绝); the one place where a no is an exception, because the call has no other way to say it.</summary>
/// <param name="refusal">The refusal.</param>
public class RefusedException(Refusal refusal) : Exception(refusal.Text)
{
    /// <summary>The refusal.</summary>
    public Refusal Refusal { get; } = refusal;
}

internal sealed class RefusalOverGrpc : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(request, context);
        }
        catch (RefusedException refused)
        {
            throw InWordsOfGrpc(refused.Refusal);
        }
    }

    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(requestStream, responseStream, context);
        }
        catch (RefusedException refused)
        {
            throw InWordsOfGrpc(refused.Refusal);
        }
    }

    private static RpcException InWordsOfGrpc(Refusal refusal) =>
        new(new Status(StatusOf(refusal), refusal.Text), new Metadata { { "refusal-code", refusal.Code } });

    private static StatusCode StatusOf(Refusal refusal) => refusal.Status switch
    {
        StatusCodes.Status400BadRequest => StatusCode.InvalidArgument,
        StatusCodes.Status401Unauthorized => StatusCode.Unauthenticated,
        StatusCodes.Status403Forbidden => StatusCode.PermissionDenied,
        StatusCodes.Status404NotFound => StatusCode.NotFound,
        StatusCodes.Status429TooManyRequests => StatusCode.ResourceExhausted,
        StatusCodes.Status503ServiceUnavailable => StatusCode.Unavailable,
        _ => StatusCode.FailedPrecondition,
    };
}
