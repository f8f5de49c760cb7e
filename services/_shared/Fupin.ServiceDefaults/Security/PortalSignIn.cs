using System.Security.Cryptography;

namespace Fupin.ServiceDefaults.Security;

/// <summary>What identity and the gateway agree on for the portal's sign-in (门户登录约定).</summary>
public static class PortalSignIn
{
    /// <summary>The portal's client id.</summary>
    public const string ClientId = "portal";

    /// <summary>Where identity sends the browser back with a code.</summary>
    public const string SignedInPath = "/session/signed-in";

    /// <summary>Where identity sends the browser after signing out.</summary>
    public const string SignedOutPath = "/session/signed-out";

    /// <summary>The portal's client secret; a file of the key folder that both read.</summary>
    public static string Secret(SharedKeys keys) => Convert.ToBase64String(keys.Ring("portal-secret", () => RandomNumberGenerator.GetBytes(32))[0]);
}
