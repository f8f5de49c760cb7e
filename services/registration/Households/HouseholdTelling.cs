using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Fupin.Messaging;
using Fupin.Persistence;
using Fupin.Registration.Data;
using Fupin.Registration.Incomes;
using Fupin.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Households;

/// <summary>Tells other departments what became of a household (户情发布), in the save of the change. The household comes with members and sheets.</summary>
internal static class HouseholdTelling
{
    private const int LargestSerial = 9_999;

    /// <summary>A household with all that its facts need.</summary>
    public static IQueryable<Household> Whole(this IQueryable<Household> households) =>
        households.Include(household => household.Members).Include(household => household.Sheets).AsSplitQuery();

    /// <summary>Enters households in the register, gives each its number and tells everybody (建档立卡); the caller saves.</summary>
    public static async Task<Refusal?> RegisterAsync(
        RegistrationDb db, IOutbox outbox, FieldCipher cipher, IEnumerable<Household> households, DateOnly today, CancellationToken ct, DateOnly? from = null)
    {
        var (rules, on) = (await db.IncomeRulesAsync(ct), from ?? today);
        foreach (var village in households.GroupBy(household => household.Village))
        {
            var last = await LastSerialAsync(db, village.Key, ct);
            foreach (var household in village)
            {
                if (household.Number is null && last == LargestSerial) return RegistrationErrors.VillageFull;
                var number = household.Number is { } kept ? HouseholdNumber.Parse(kept) : HouseholdNumber.Of(village.Key, ++last);
                if (household.Register(number, on) is { } refusal) return refusal;
                var (facts, revision) = Facts(household, cipher, rules, today);
                outbox.Add(new HouseholdRegistered(household.Id, revision, household.HoldsFrom(on), facts));
            }
        }

        return null;
    }

    /// <summary>Tells the facts of a registered household anew (动态调整); one that is not registered has told nobody yet.</summary>
    public static async Task TellChangedAsync(
        RegistrationDb db, IOutbox outbox, FieldCipher cipher, Household household, DateOnly today, CancellationToken ct, DateOnly? from = null)
    {
        if (household.Status != HouseholdStatus.Registered) return;
        var (facts, revision) = Facts(household, cipher, await db.IncomeRulesAsync(ct), today);
        outbox.Add(new HouseholdChanged(household.Id, revision, household.HoldsFrom(from ?? today), facts));
    }

    /// <summary>Tells that a household left the register (退出).</summary>
    public static void TellExited(IOutbox outbox, Household household) => outbox.Add(new HouseholdExited(
        household.Id, household.NextRevision(household.ToldAges), household.HoldsFrom(household.ExitedOn!.Value), household.RetainedUntil!.Value));

    /// <summary>The rules by which income counts.</summary>
    public static Task<List<IncomeItemRule>> IncomeRulesAsync(this RegistrationDb db, CancellationToken ct) =>
        db.IncomeItemRules.AsNoTracking().ToListAsync(ct);

    /// <summary>The parameters that hold on a day.</summary>
    public static async Task<RegistrationRules> RegistrationRulesAsync(this RegistrationDb db, DateOnly day, CancellationToken ct) =>
        RegistrationRules.On(day, await db.RegistrationParameters.AsNoTracking().ToListAsync(ct));

    private static (HouseholdFacts Facts, int Revision) Facts(
        Household household, FieldCipher cipher, IReadOnlyCollection<IncomeItemRule> rules, DateOnly today)
    {
        var facts = FactsOf.Household(household, cipher, rules, today);
        return (facts, household.NextRevision(FactsOf.AgeKey(facts)));
    }

    // A number once given is never given again, so the highest is asked for and not the count; those just given are not saved yet.
    private static async Task<int> LastSerialAsync(RegistrationDb db, DivisionCode village, CancellationToken ct)
    {
        var saved = await db.Households.Where(household => household.Village == village && household.Number != null).MaxAsync(household => household.Number, ct);
        return db.Households.Local
            .Where(household => household.Village == village && household.Number is not null)
            .Select(household => household.Number)
            .Append(saved)
            .Max(number => number is null ? 0 : HouseholdNumber.Parse(number).Serial);
    }
}
