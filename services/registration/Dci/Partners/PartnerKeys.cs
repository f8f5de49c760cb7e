using Microsoft.IdentityModel.Tokens;

namespace Fupin.Registration.Dci.Partners;

/// <summary>Reads the keys that a partner signs with (验签公钥).</summary>
internal static class PartnerKeys
{
    private const int SmallestRsa = 2048;
    private const int Longest = 16 * 1024;
    private static readonly string[] Curves = [JsonWebKeyECTypes.P256, JsonWebKeyECTypes.P384];

    /// <summary>The signing keys of a key set; null when it holds none, a weak one, or a private one.</summary>
    public static IReadOnlyList<SecurityKey>? Read(string json)
    {
        if (json.Length > Longest) return null;
        try
        {
            var keys = new JsonWebKeySet(json).Keys.Where(key => key.Use is null or JsonWebKeyUseNames.Sig).ToList();
            return keys.Count > 0 && keys.TrueForAll(IsFit) ? [.. keys] : null;
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or System.Text.Json.JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool IsFit(JsonWebKey key) => !key.HasPrivateKey && key.D is null && key.KeyId is { Length: > 0 } && key.Kty switch
    {
        JsonWebAlgorithmsKeyTypes.RSA => key.KeySize >= SmallestRsa,
        JsonWebAlgorithmsKeyTypes.EllipticCurve => Curves.Contains(key.Crv) && key.X is not null && key.Y is not null,
        _ => false,
    };
}
