using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;
using Fupin.Messaging;
using Fupin.Persistence;
using Fupin.Registration.Data;
using Fupin.Registration.Stacking;
using Fupin.ServiceDefaults;
using Fupin.Stacking;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Accounts;

/// <summary>Stacks anew when a department told another set for a household and month (拟发到达).</summary>
internal sealed class AidProposedConsumer(RegistrationDb db, IOutbox outbox, TimeProvider clock) : IConsumer<AidProposed>
{
    public async Task Consume(ConsumeContext<AidProposed> context)
    {
        var (told, ct) = (context.Message, context.CancellationToken);
        if (told.Items.Any(item => item.Amount <= Money.Zero) || told.Items.DistinctBy(item => item.ItemId).Count() < told.Items.Count)
        {
            throw new BadEventException("bad-set", "A department proposed an item twice or an amount that is not above zero.");
        }

        var accounts = await db.AidAccounts.Where(account => account.HouseholdId == told.HouseholdId).ToListAsync(ct);
        var account = accounts.Find(account => account.Month == told.Month);
        if (account is null)
        {
            var household = await db.Households.AsNoTracking().FirstOrDefaultAsync(household => household.Id == told.HouseholdId, ct)
                ?? throw new BadEventException("unknown-household", "A department proposed for a household that was never registered.");
            account = AidAccount.Open(household.Id, told.Month, household.Village);
            db.AidAccounts.Add(account);
            accounts.Add(account);
        }

        if (!account.Take(told)) return;

        await Ancestry.StackFromAsync(db, told.HouseholdId, accounts, told.Month, await db.RuleBookAsync(ct), clock.UtcNow(), outbox, ct);
    }
}
