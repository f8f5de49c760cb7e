using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Fupin.Aid.Reasons;

internal static class ReasonEndpoints
{
    public static void MapReasons(this IEndpointRouteBuilder app)
    {
        app.MapGet("/items/{itemId:guid}/why", ExplainItem.Handle).RequireAuthorization(Permissions.ReadAid).Refuses(AidErrors.NoSuchItem);
        app.MapGet("/households/{id:guid}/why-not", ExplainAbsence.Handle).RequireAuthorization(Permissions.ReadAid).Refuses(AidErrors.NoSuchHousehold);
    }
}
