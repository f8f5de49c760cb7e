using Fupin.Aid;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;

namespace Fupin.MedicalAid.Warnings;

internal static class WarningEndpoints
{
    public static void MapWarnings(this IEndpointRouteBuilder app)
    {
        var warnings = app.MapDesk("/warnings");
        warnings.MapGet("/", ListWarnings.Handle).RequireAuthorization(Permissions.ReadAid).Refuses(MedicalAidErrors.NoSuchYear);
        warnings.MapPost("/{householdId:guid}/{year:int}/handled", HandleWarning.Handle).RequireAuthorization(Permissions.EnterAid)
            .Refuses(MedicalAidErrors.NoSuchWarning, AidErrors.NoReason, AidErrors.ChangedMeanwhile);
    }
}
