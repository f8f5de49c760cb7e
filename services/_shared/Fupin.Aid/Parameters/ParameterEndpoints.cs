using Fupin.Aid.Policies;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Aid.Parameters;

internal static class ParameterEndpoints
{
    public sealed record ParameterAnswer(
        Guid Id, string Name, string Label, string Value, string Unit, DateOnly From, DateOnly? To, string Basis, bool IsUnconfirmed, string State, int? Number);

    public sealed record PolicyAnswer(string Code, string Name, string Basis, bool DependsOnCountedIncome);

    public static void MapParameters(this IEndpointRouteBuilder app)
    {
        app.MapGet("/policies", Policies).RequireAuthorization(Permissions.ReadAid);
        app.MapGet("/parameters", Parameters).RequireAuthorization(Permissions.ReadAid);
        var desk = app.MapDesk("/parameters");
        desk.MapPost("/", DraftParameter.Handle).RequireAuthorization(Permissions.EnterAid)
            .Refuses(AidErrors.NoSuchParameter, AidErrors.NoBasis, AidErrors.WrongParameter);
        desk.MapPost("/{id:guid}/confirm", ConfirmParameter.Handle).RequireAuthorization(Permissions.ApproveAid)
            .Refuses(AidErrors.NoSuchParameter, AidErrors.ParameterConfirmed, AidErrors.SameOfficer);
    }

    private static Ok<IReadOnlyList<PolicyAnswer>> Policies(PolicyBook book) => TypedResults.Ok<IReadOnlyList<PolicyAnswer>>(
    [
        .. book.Policies.Select(policy =>
            new PolicyAnswer(policy.Code, book.NameOf(policy.Code).Name, book.NameOf(policy.Code).Basis, policy.DependsOn is not null)),
    ]);

    private static async Task<Ok<IReadOnlyList<ParameterAnswer>>> Parameters(DbContext db, CancellationToken ct)
    {
        var rows = await db.Set<ParameterRow>().AsNoTracking().OrderBy(row => row.Name).ThenBy(row => row.From).ToListAsync(ct);
        return TypedResults.Ok<IReadOnlyList<ParameterAnswer>>(
        [
            .. rows.Select(row => new ParameterAnswer(
                row.Id, row.Name, row.Label, row.Value, row.Unit, row.From, row.To, row.Basis, row.IsUnconfirmed,
                row.Number is null ? "draft" : "confirmed", row.Number)),
        ]);
    }
}
