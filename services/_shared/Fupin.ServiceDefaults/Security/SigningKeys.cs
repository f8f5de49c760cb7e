using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Fupin.ServiceDefaults.Security;

/// <summary>
/// The public keys with which identity signs (签名公钥): fetched once, again when a token names an unknown one, and kept while identity is away.
/// </summary>
internal sealed class SigningKeys(IHttpClientFactory clients, IConfiguration configuration, ILogger<SigningKeys> log) : IDisposable
{
    private static readonly TimeSpan AtMostEvery = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim fetching = new(1, 1);
    private IReadOnlyList<SecurityKey> keys = [];
    private DateTimeOffset asked = DateTimeOffset.MinValue;

    public IEnumerable<SecurityKey> Get(string kid) => keys.Where(key => key.KeyId == kid);

    /// <summary>Makes sure that the key which a bearer token names is here, if there is one.</summary>
    public async Task EnsureAsync(string? authorization, CancellationToken ct)
    {
        if (authorization?.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) != true) return;
        var token = authorization["Bearer ".Length..].Trim();
        if (!new JsonWebTokenHandler().CanReadToken(token)) return;
        var kid = new JsonWebToken(token).Kid;
        if (keys.Any(key => key.KeyId == kid)) return;

        await fetching.WaitAsync(ct);
        try
        {
            // Unknown ids cannot make us ask without end.
            if (keys.Any(key => key.KeyId == kid) || TimeProvider.System.GetUtcNow() - asked < AtMostEvery) return;
            asked = TimeProvider.System.GetUtcNow();
            keys = [.. new JsonWebKeySet(await ReadAsync(ct)).GetSigningKeys()];
        }
        catch (HttpRequestException exception)
        {
            asked = DateTimeOffset.MinValue;
            log.LogWarning("Identity does not answer with its keys: {Reason}", exception.Message);
        }
        finally
        {
            fetching.Release();
        }
    }

    public void Dispose() => fetching.Dispose();

    private async Task<string> ReadAsync(CancellationToken ct) =>
        configuration["Identity:JwksFile"] is { } file
            ? await File.ReadAllTextAsync(file, ct)
            : await clients.CreateClient().GetStringAsync(new Uri("http://identity/.well-known/jwks"), ct);
}
