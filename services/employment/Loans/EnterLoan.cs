using Fupin.Aid;
using Fupin.Aid.Households;
using Fupin.Aid.Parameters;
using Fupin.Aid.Proposals;
using Fupin.Contracts.Values;
using Fupin.Employment.Data;
using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Employment.Loans;

/// <summary>Enters a small loan (登记小额贷款).</summary>
internal static class EnterLoan
{
    private const int MostLetters = 60;
    public const int HighestRate = 2400;
    private static readonly Money MostPrincipal = Money.FromYuan(1_000_000);

    /// <param name="HouseholdId">The household.</param>
    /// <param name="MemberId">The borrower.</param>
    /// <param name="Bank">The bank.</param>
    /// <param name="ContractNo">The number of the contract.</param>
    /// <param name="Use">What for; production only (生产用途).</param>
    /// <param name="Principal">The principal, fen.</param>
    /// <param name="RateBasisPoints">The yearly rate, 435 for 4.35 %.</param>
    /// <param name="IssuedOn">When it was paid out.</param>
    /// <param name="DueOn">When it is due.</param>
    /// <param name="AppliedOn">When the household asked for it; this and the next four are the steps of the approval, without which it is not subsidised.</param>
    /// <param name="VillageOn">When the village looked at it.</param>
    /// <param name="TownOn">When the town looked at it.</param>
    /// <param name="DistrictOn">When the district checked it.</param>
    /// <param name="BankOn">When the bank approved it.</param>
    public sealed record Request(
        Guid HouseholdId, Guid MemberId, string Bank, string ContractNo, LoanUse Use, Money Principal, int RateBasisPoints, DateOnly IssuedOn, DateOnly DueOn,
        DateOnly? AppliedOn = null, DateOnly? VillageOn = null, DateOnly? TownOn = null, DateOnly? DistrictOn = null, DateOnly? BankOn = null);

    public sealed record Response(Guid Id);

    public static async Task<Results<Created<Response>, Refusal>> Handle(
        Request request, EmploymentDb db, AidDesk desk, CurrentParameters parameters, CancellationToken ct)
    {
        if (IsTooLong(request.Bank) || IsTooLong(request.ContractNo)) return EmploymentErrors.NoContract;
        if (request.Use is LoanUse.Other or LoanUse.HandedOn) return EmploymentErrors.NotForProduction;
        if (request.Principal <= Money.Zero || request.Principal > MostPrincipal) return EmploymentErrors.WrongAmount;
        if (request.RateBasisPoints is <= 0 or > HighestRate) return EmploymentErrors.WrongRate;
        if (request.DueOn <= request.IssuedOn) return EmploymentErrors.WrongDates;
        if ((await parameters.OnAsync(request.IssuedOn, ct)).Find("J4.rate.long") is null) return EmploymentErrors.NoRate;

        var file = await db.Set<HouseholdFile>().SingleOrDefaultAsync(row => row.HouseholdId == request.HouseholdId, ct);
        if (file?.Facts is not { } facts) return AidErrors.NoSuchHousehold;
        if (facts.Members.All(member => member.MemberId != request.MemberId)) return EmploymentErrors.NoSuchMember;
        // Numbers of contracts are unique in the whole district; whether one is taken does not depend on who asks.
        if (await db.Set<Loan>().IgnoreQueryFilters().AnyAsync(loan => loan.ContractNo == request.ContractNo, ct)) return EmploymentErrors.ContractTaken;

        var loan = new Loan
        {
            Id = Guid.CreateVersion7(),
            Key = request.ContractNo,
            HouseholdId = request.HouseholdId,
            MemberId = request.MemberId,
            Village = file.Village,
            Bank = request.Bank,
            ContractNo = request.ContractNo,
            Use = request.Use,
            Principal = request.Principal,
            RateBasisPoints = request.RateBasisPoints,
            IssuedOn = request.IssuedOn,
            DueOn = request.DueOn,
            AppliedOn = request.AppliedOn,
            VillageOn = request.VillageOn,
            TownOn = request.TownOn,
            DistrictOn = request.DistrictOn,
            BankOn = request.BankOn,
        };
        if (!loan.StepsAreInOrder()) return EmploymentErrors.WrongSteps;
        db.Add(loan);
        await desk.DecideAsync(request.HouseholdId, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/loans/{loan.Id}", new Response(loan.Id));
    }

    private static bool IsTooLong(string? text) => string.IsNullOrWhiteSpace(text) || text.Length > MostLetters;
}
