using Fupin.Portal.Clients;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Fupin.Portal;

/// <summary>Hosts the portal (门户) in a gateway.</summary>
public static class PortalRegistration
{
    /// <summary>Registers pages and the client of the services behind. The host says who is signed in and gives the token.</summary>
    public static void AddPortal(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents();
        builder.Services.AddScoped<ServiceClient>();
    }

    /// <summary>Serves the pages and their static files.</summary>
    public static void MapPortal(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>();
    }
}
