using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;

namespace Fupin.Audit.Trail;

internal static class TrailEndpoints
{
    public static void MapTrail(this IEndpointRouteBuilder app)
    {
        var trail = app.MapGroup("/").RequireAuthorization(Permissions.ReadAudit).WithTags("Trail");
        trail.MapGet("/verify", VerifyTrail.Handle).WithSummary("核验留痕哈希链");
        trail.MapGet("/events", FindEvents.Handle).Refuses(AuditErrors.NotAPage).WithSummary("查询留痕记录");
    }
}
