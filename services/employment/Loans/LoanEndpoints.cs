using Fupin.Aid;
using Fupin.Contracts.Values;
using Fupin.Employment.Data;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Employment.Loans;

internal static class LoanEndpoints
{
    private const int MostRows = 200;

    public sealed record Answer(
        Guid Id, Guid HouseholdId, Guid MemberId, DivisionCode Village, string Bank, string ContractNo, LoanUse Use, Money Principal, int RateBasisPoints,
        DateOnly IssuedOn, DateOnly DueOn, DateOnly? RepaidOn, DateOnly? OverdueSince);

    public static void MapLoans(this IEndpointRouteBuilder app)
    {
        app.MapGet("/loans", List).RequireAuthorization(Permissions.ReadAid);
        var loans = app.MapDesk("/loans").RequireAuthorization(Permissions.EnterAid);
        loans.MapPost("/", EnterLoan.Handle).Refuses(
            AidErrors.NoSuchHousehold, EmploymentErrors.NoSuchMember, EmploymentErrors.NoContract, EmploymentErrors.NotForProduction,
            EmploymentErrors.WrongAmount, EmploymentErrors.WrongRate, EmploymentErrors.WrongDates, EmploymentErrors.NoRate, EmploymentErrors.ContractTaken, EmploymentErrors.WrongSteps);
        loans.MapPost("/{id:guid}/close", CloseLoan.Handle)
            .Refuses(EmploymentErrors.NoSuchLoan, EmploymentErrors.LoanClosed, EmploymentErrors.WrongDates);
    }

    private static async Task<Ok<IReadOnlyList<Answer>>> List(EmploymentDb db, CancellationToken ct, Guid? household = null, string after = "")
    {
        var rows = await db.Set<Loan>().AsNoTracking()
            .Where(row => (household == null || row.HouseholdId == household) && string.Compare(row.ContractNo, after) > 0)
            .OrderBy(row => row.ContractNo)
            .Take(MostRows)
            .ToListAsync(ct);
        return TypedResults.Ok<IReadOnlyList<Answer>>(
        [
            .. rows.Select(row => new Answer(
                row.Id, row.HouseholdId, row.MemberId, row.Village, row.Bank, row.ContractNo, row.Use, row.Principal, row.RateBasisPoints,
                row.IssuedOn, row.DueOn, row.RepaidOn, row.OverdueSince)),
        ]);
    }
}
