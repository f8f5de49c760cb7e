using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;

namespace Fupin.Registration.Contradictions;

/// <summary>The routes of contradictions between departments (数据矛盾).</summary>
internal static class ContradictionEndpoints
{
    public static void MapContradictions(this IEndpointRouteBuilder app)
    {
        var contradictions = app.MapGroup("/contradictions").RequireAuthorization(Permissions.ReadRegister);
        contradictions.MapGet("/", FindContradictions.Handle);
        contradictions.MapPost("/{id:guid}/reply", ClearContradiction.Reply).Refuses(
            ContradictionErrors.NoSuchContradiction, ContradictionErrors.Closed, ContradictionErrors.ReasonMissing, ContradictionErrors.NotYours, SystemErrors.ChangedMeanwhile);
        contradictions.MapPost("/{id:guid}/close", ClearContradiction.Close).Refuses(
            ContradictionErrors.NoSuchContradiction, ContradictionErrors.Closed, ContradictionErrors.ReasonMissing, ContradictionErrors.NotYours,
            ContradictionErrors.OutcomeUnknown, SystemErrors.ChangedMeanwhile);
    }
}
