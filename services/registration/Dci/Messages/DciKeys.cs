using System.Security.Cryptography;
using Fupin.ServiceDefaults.Security;
using Microsoft.IdentityModel.Tokens;

namespace Fupin.Registration.Dci.Messages;

/// <summary>
/// The keys with which the platform signs what it tells partners (签名密钥): a ring of the shared key folder, the same in every replica; the newest
/// signs, older ones stay published until an operator removes them.
/// </summary>
internal sealed class DciKeys(SharedKeys shared) : IDisposable
{
    private readonly Lazy<IReadOnlyList<ECDsaSecurityKey>> keys = new(() => [.. shared.Ring("dci-signing", NewKey).Select(Open)]);

    public sealed record PublicKey(string Kty, string Crv, string X, string Y, string Kid, string Use, string Alg);

    public SigningCredentials Signing => new(keys.Value[0], SecurityAlgorithms.EcdsaSha256);

    /// <summary>What partners check with; the id of a key is its thumbprint of RFC 7638, as jwks_core_api 1.0.0 asks.</summary>
    public IReadOnlyList<PublicKey> Published =>
    [
        .. keys.Value.Select(key => (key.KeyId, Jwk: JsonWebKeyConverter.ConvertFromECDsaSecurityKey(key)))
            .Select(key => new PublicKey(key.Jwk.Kty, key.Jwk.Crv, key.Jwk.X, key.Jwk.Y, key.KeyId, JsonWebKeyUseNames.Sig, SecurityAlgorithms.EcdsaSha256)),
    ];

    public void Dispose()
    {
        if (!keys.IsValueCreated) return;
        foreach (var key in keys.Value) key.ECDsa.Dispose();
    }

    private static byte[] NewKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKey();
    }

    private static ECDsaSecurityKey Open(byte[] pkcs8)
    {
        var ecdsa = ECDsa.Create();
        ecdsa.ImportPkcs8PrivateKey(pkcs8, out _);
        var key = new ECDsaSecurityKey(ecdsa);
        key.KeyId = Base64UrlEncoder.Encode(key.ComputeJwkThumbprint());
        return key;
    }
}
