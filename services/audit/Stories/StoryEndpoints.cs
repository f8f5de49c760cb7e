using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;

namespace Fupin.Audit.Stories;

internal static class StoryEndpoints
{
    public static void MapStories(this IEndpointRouteBuilder app) => app.MapGroup("/households").RequireAuthorization(Permissions.ReadAudit).WithTags("Stories")
        .MapGet("/{id:guid}/story", GetStory.Handle).Refuses(AuditErrors.NoSuchHousehold, AuditErrors.NotAPage).WithSummary("一户的全部经过");
}
