using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;
using Fupin.Messaging;
using Fupin.Persistence;
using Fupin.Registration.Data;
using Fupin.Registration.Households;
using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Incomes;

/// <summary>Puts a household's income of a year on file (填报年度收入), in place of what was there for that year.</summary>
internal static class PutIncomeSheet
{
    private const int FirstYear = 2010;
    private static readonly Money Most = Money.FromYuan(100_000_000);

    public sealed record Request(
        IReadOnlyList<Wage>? Wages, Money Operating, Money OperatingCost, Money Property, IReadOnlyDictionary<TransferItem, Money>? Transfers, Money TransferExpense);

    public static async Task<Results<NoContent, Refusal>> Handle(
        Guid id, int year, Request request, RegistrationDb db, IOutbox outbox, FieldCipher cipher, TimeProvider clock, CancellationToken ct)
    {
        var household = await db.Households.Whole().SingleOrDefaultAsync(one => one.Id == id, ct);
        if (household is null) return RegistrationErrors.NoSuchHousehold;
        var wages = request.Wages ?? [];
        var transfers = request.Transfers ?? new Dictionary<TransferItem, Money>();
        Money[] amounts = [request.Operating, request.OperatingCost, request.Property, request.TransferExpense, .. transfers.Values, .. wages.Select(wage => wage.Amount)];
        if (year < FirstYear || year > clock.Today().Year || !Array.TrueForAll(amounts, amount => amount >= Money.Zero && amount <= Most)) return RegistrationErrors.IncomeUnreadable;
        if (wages.Any(wage => wage.Months is < 0 or > 12 || household.Members.All(member => member.Id != wage.MemberId))) return RegistrationErrors.IncomeUnreadable;

        var sheet = IncomeSheet.Of(household, year, wages, new IncomeAmounts(request.Operating, request.OperatingCost, request.Property, transfers, request.TransferExpense));
        household.Put(sheet);
        db.IncomeSheets.Add(sheet);
        await HouseholdTelling.TellChangedAsync(db, outbox, cipher, household, clock.Today(), ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
