using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;
using Fupin.Messaging;
using Fupin.Registration.Data;
using Fupin.Registration.Stacking;
using Fupin.ServiceDefaults;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Accounts;

/// <summary>Stacks anew when departments told other sets for households and months (拟发到达), each household once for all that arrived together.</summary>
internal sealed class AidProposedConsumer(RegistrationDb db, IOutbox outbox, TimeProvider clock) : IConsumer<Batch<AidProposed>>
{
    public async Task Consume(ConsumeContext<Batch<AidProposed>> context)
    {
        var (told, ct) = (context.Message.Select(one => one.Message).ToList(), context.CancellationToken);
        if (told.Any(IsBad)) throw new BadEventException("bad-set", "A department proposed an item twice or an amount that is not above zero.");

        var households = told.Select(one => one.HouseholdId).ToHashSet();
        var accounts = (await db.AidAccounts.Where(account => households.Contains(account.HouseholdId)).ToListAsync(ct))
            .GroupBy(account => account.HouseholdId)
            .ToDictionary(household => household.Key, household => household.ToList());
        var villages = await db.Households.AsNoTracking().Where(household => households.Contains(household.Id))
            .ToDictionaryAsync(household => household.Id, household => household.Village, ct);
        var bound = await Ancestry.BoundAsync(db, households, ct);
        var book = await db.RuleBookAsync(ct);
        foreach (var household in told.GroupBy(one => one.HouseholdId))
        {
            if (!villages.TryGetValue(household.Key, out var village)) throw new BadEventException("unknown-household", "A department proposed for a household that was never registered.");
            if (!accounts.TryGetValue(household.Key, out var all)) all = [];
            var changed = new List<AidMonth>();
            foreach (var set in household)
            {
                var account = all.Find(account => account.Month == set.Month);
                if (account is null) all.Add(account = db.AidAccounts.Add(AidAccount.Open(household.Key, set.Month, village)).Entity);
                if (account.Take(set)) changed.Add(set.Month);
            }

            if (changed.Count > 0) await Ancestry.StackFromAsync(db, household.Key, all, bound.Contains(household.Key), changed.Min(), book, clock.UtcNow(), outbox, ct);
        }
    }

    private static bool IsBad(AidProposed told) =>
        told.Items.Any(item => item.Amount <= Money.Zero) || told.Items.DistinctBy(item => item.ItemId).Count() < told.Items.Count;
}
