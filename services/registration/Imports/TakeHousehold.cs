using Fupin.Messaging;
using Fupin.Persistence;
using Fupin.Registration.Data;
using Fupin.Registration.Households;
using Fupin.Registration.Identification;
using Fupin.Registration.Incomes;
using Fupin.ServiceDefaults;

namespace Fupin.Registration.Imports;

/// <summary>Takes a right household in (接收户): the household, its people, its income sheet and its case, whole or not at all. The caller saves.</summary>
internal static class TakeHousehold
{
    public static async Task<Refusal?> TakeAsync(
        RegistrationDb db, IOutbox outbox, FieldCipher cipher, HouseholdDraft draft, int year, Act act, CancellationToken ct)
    {
        var household = Household.Enter(draft.Village, draft.Details, act.OfficerId!.Value, act.AtUtc, cipher);
        List<Wage> wages = [];
        foreach (var person in draft.People)
        {
            var member = HouseholdMember.Of(household, person.Person, cipher);
            if (household.Add(member) is { } refusal) return refusal;
            if (person.Months > 0 || person.Wage > Contracts.Values.Money.Zero) wages.Add(new Wage(member.Id, person.Months, person.Wage));
        }

        household.Put(IncomeSheet.Of(household, year, wages, draft.Amounts));
        db.Households.Add(household);
        await Batches.EnterAsync(db, outbox, household, act, ct);
        return null;
    }
}
