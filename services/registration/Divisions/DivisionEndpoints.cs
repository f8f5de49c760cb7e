using Fupin.ServiceDefaults.Security;

namespace Fupin.Registration.Divisions;

/// <summary>The routes of divisions (区划).</summary>
internal static class DivisionEndpoints
{
    public static void MapDivisions(this IEndpointRouteBuilder app) =>
        app.MapGet("/divisions", GetDivisions.Handle).RequireAuthorization(Permissions.ReadRegister);
}
