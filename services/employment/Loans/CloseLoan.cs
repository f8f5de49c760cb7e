using Fupin.Aid.Proposals;
using Fupin.Employment.Data;
using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Employment.Loans;

/// <summary>Notes that a loan was paid back or is overdue (登记还清或逾期); the subsidy ends with that day.</summary>
internal static class CloseLoan
{
    public sealed record Request(DateOnly On, bool Overdue);

    public static async Task<Results<NoContent, Refusal>> Handle(Guid id, Request request, EmploymentDb db, AidDesk desk, CancellationToken ct)
    {
        if (await db.Set<Loan>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } loan) return EmploymentErrors.NoSuchLoan;
        if (loan.Close(request.On, request.Overdue) is { } refusal) return refusal;
        await desk.DecideAsync(loan.HouseholdId, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
