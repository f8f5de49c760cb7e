using System.Security.Cryptography;
using Fupin.Identity.Data;
using Fupin.Persistence;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Core;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Fupin.Identity.Tokens;

/// <summary>The server that issues tokens (令牌服务): code and PKCE for the portal, client credentials for machines.</summary>
internal static class TokenServer
{
    public static void AddTokenServer(this WebApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton<SharedKeys>();
        builder.Services.AddScoped<IMigrateStep, PortalClient>();
        builder.Services.AddHostedService<PruneTokens>();
        builder.Services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<IdentityDb>())
            .AddServer(server =>
            {
                server.SetAuthorizationEndpointUris("connect/authorize")
                    .SetTokenEndpointUris("connect/token")
                    .SetEndSessionEndpointUris("connect/logout")
                    .SetJsonWebKeySetEndpointUris(".well-known/jwks");
                server.AllowAuthorizationCodeFlow().AllowRefreshTokenFlow().AllowClientCredentialsFlow();
                server.RequireProofKeyForCodeExchange();
                server.RegisterScopes(Scopes.Profile, Scopes.OfflineAccess);
                server.SetAccessTokenLifetime(TimeSpan.FromMinutes(15)).SetRefreshTokenLifetime(TimeSpan.FromHours(12));
                // The portal keeps its refresh token on the server; two of its replicas may use it at once.
                server.DisableRollingRefreshTokens();
                server.DisableAccessTokenEncryption(); // services read the claims themselves
                server.UseAspNetCore()
                    .DisableTransportSecurityRequirement() // TLS ends at the gateway
                    .EnableAuthorizationEndpointPassthrough()
                    .EnableTokenEndpointPassthrough()
                    .EnableEndSessionEndpointPassthrough();
            });
        builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).PostConfigure<SharedKeys>(CheckWithOwnKeys);
        builder.Services.AddOptions<OpenIddictCoreOptions>().Configure(options => options.TimeProvider = TimeProvider.System);
        builder.Services.AddOptions<OpenIddictServerOptions>().Configure<SharedKeys>((options, keys) =>
        {
            options.TimeProvider = TimeProvider.System; // moving the platform clock signs nobody out
            options.Issuer = builder.Configuration.Issuer();
            options.CodeChallengeMethods.Remove(CodeChallengeMethods.Plain);
            foreach (var key in SigningKeys(keys)) options.SigningCredentials.Add(new(key, SecurityAlgorithms.RsaSha256));
            foreach (var key in keys.Ring("token-encryption", () => RandomNumberGenerator.GetBytes(32)))
            {
                options.EncryptionCredentials.Add(new(new SymmetricSecurityKey(key), SecurityAlgorithms.Aes256KW, SecurityAlgorithms.Aes256CbcHmacSha512));
            }
        });
    }

    /// <summary>Requests arrive through the gateway, whose public address is the issuer's: links and cookies are made for that address.</summary>
    public static void UsePublicAddress(this WebApplication app)
    {
        var issuer = app.Configuration.Issuer();
        app.Use((context, next) =>
        {
            context.Request.Scheme = issuer.Scheme;
            context.Request.Host = HostString.FromUriComponent(issuer);
            return next(context);
        });
    }

    public static void MapTokens(this IEndpointRouteBuilder app)
    {
        var connect = app.MapGroup("/connect").AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
        connect.MapMethods("/authorize", ["GET", "POST"], Authorize.Handle);
        connect.MapPost("/token", IssueToken.Handle);
        connect.MapMethods("/logout", ["GET", "POST"], (Delegate)EndSession.Handle);
    }

    // Identity knows its own keys and need not ask itself for them.
    private static void CheckWithOwnKeys(JwtBearerOptions options, SharedKeys keys)
    {
        options.TokenValidationParameters.IssuerSigningKeyResolver = null;
        options.TokenValidationParameters.IssuerSigningKeys = SigningKeys(keys);
        options.Events.OnMessageReceived = _ => Task.CompletedTask;
    }

    private static List<RsaSecurityKey> SigningKeys(SharedKeys keys) => [.. keys.Ring("token-signing", NewSigningKey).Select(Rsa)];

    private static byte[] NewSigningKey()
    {
        using var rsa = RSA.Create(2048);
        return rsa.ExportPkcs8PrivateKey();
    }

    // The id is the key's own thumbprint: the same after each restart and in each replica.
    private static RsaSecurityKey Rsa(byte[] pkcs8)
    {
        var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(pkcs8, out _);
        var key = new RsaSecurityKey(rsa);
        key.KeyId = Base64UrlEncoder.Encode(key.ComputeJwkThumbprint());
        return key;
    }
}
