using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;

namespace Fupin.Registration.Stacking;

internal static class StackingEndpoints
{
    public static void MapStacking(this IEndpointRouteBuilder app)
    {
        var rules = app.MapGroup("/stacking-rules").WithTags("Stacking");
        rules.MapGet("/", FindStackingRules.Handle).RequireAuthorization(Permissions.ReadAid);
        rules.MapPost("/", DraftStackingRule.Handle).RequireAuthorization(Permissions.KeepStackingRules)
            .Refuses(StackingErrors.RuleUnreadable, StackingErrors.RuleRefused, StackingErrors.StartsInPast);
        rules.MapPost("/{id:guid}/confirm", ConfirmStackingRule.Handle).RequireAuthorization(Permissions.KeepStackingRules)
            .Refuses(StackingErrors.NoSuchRule, StackingErrors.AlreadyConfirmed, StackingErrors.SameOfficer, StackingErrors.RuleRefused, StackingErrors.StartsInPast);
    }
}
