using Microsoft.AspNetCore.Http.HttpResults;

namespace Fupin.Registration.Dci.Messages;

/// <summary>The public keys of the platform's signatures (签名公钥); /.well-known/jwks.json of jwks_core_api 1.0.0.</summary>
internal static class GetKeys
{
    public sealed record Response(IReadOnlyList<DciKeys.PublicKey> Keys);

    public static Ok<Response> Handle(DciKeys keys) => TypedResults.Ok(new Response(keys.Published));
}
