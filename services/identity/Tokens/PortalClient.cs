using Fupin.Persistence;
using Fupin.ServiceDefaults.Security;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;
using Permissions = OpenIddict.Abstractions.OpenIddictConstants.Permissions;

namespace Fupin.Identity.Tokens;

// The portal's registration as a client; written at each migration, because address and secret may have changed.
internal sealed class PortalClient(IConfiguration configuration) : IMigrateStep
{
    public async Task RunAsync(IServiceProvider services, CancellationToken ct)
    {
        var clients = services.GetRequiredService<IOpenIddictApplicationManager>();
        var address = configuration.Issuer();
        var portal = new OpenIddictApplicationDescriptor
        {
            ClientId = PortalSignIn.ClientId,
            ClientSecret = PortalSignIn.Secret(services.GetRequiredService<SharedKeys>()),
            ClientType = ClientTypes.Confidential,
            ConsentType = ConsentTypes.Implicit,
            RedirectUris = { new Uri(address, PortalSignIn.SignedInPath) },
            PostLogoutRedirectUris = { new Uri(address, PortalSignIn.SignedOutPath) },
            Permissions =
            {
                Permissions.Endpoints.Authorization,
                Permissions.Endpoints.Token,
                Permissions.Endpoints.EndSession,
                Permissions.GrantTypes.AuthorizationCode,
                Permissions.GrantTypes.RefreshToken,
                Permissions.ResponseTypes.Code,
                Permissions.Scopes.Profile,
            },
            Requirements = { Requirements.Features.ProofKeyForCodeExchange },
        };
        if (await clients.FindByClientIdAsync(PortalSignIn.ClientId, ct) is { } known) await clients.UpdateAsync(known, portal, ct);
        else await clients.CreateAsync(portal, ct);
    }
}
