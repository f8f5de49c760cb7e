using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Fupin.Registration.Dci.Messages;

/// <summary>
/// The signature of a message (报文签名): "Signature of {header}+{message}" (MsgSignature of registry_core_api 1.0.0), as a JWS with detached content
/// (RFC 7515 appendix F) whose kid names a key of the sender's key set (jwks_core_api 1.0.0). What is signed is the text of header and message exactly
/// as it stands in the body, so that nobody has to write JSON anew in the same way.
/// </summary>
internal static class DetachedSignature
{
    private const int Longest = 2 * 1024 * 1024;

    private static readonly string[] Algorithms =
        [SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256];

    public static string Sign(string header, string message, SigningCredentials signing)
    {
        var parts = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(Content(header, message), signing).Split('.');
        return $"{parts[0]}..{parts[2]}";
    }

    public static async Task<bool> IsGenuineAsync(string signature, string header, string message, IEnumerable<SecurityKey> keys)
    {
        if (signature.Split('.') is not [{ Length: > 0 } protectedHeader, "", { Length: > 0 } signed]) return false;
        var whole = $"{protectedHeader}.{Base64UrlEncoder.Encode(Content(header, message))}.{signed}";
        var result = await new JsonWebTokenHandler { MaximumTokenSizeInBytes = Longest }.ValidateTokenAsync(whole, new TokenValidationParameters
        {
            IssuerSigningKeys = keys,
            ValidAlgorithms = Algorithms,
            TryAllIssuerSigningKeys = false, // the kid says which
            // A message is no token: who it is from and when it was made stand in its own header and are checked there.
            ValidateIssuer = false,
            ValidateAudience = false,
            ValidateLifetime = false,
        });
        return result.IsValid;
    }

    private static string Content(string header, string message) => $$"""{"header":{{header}},"message":{{message}}}""";
}
