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

        var accounts = await db.AidAccounts.Where(account => account.HouseholdId == told.HouseholdId).OrderBy(account => account.Month).ToListAsync(ct);
        var account = accounts.Find(account => account.Month == told.Month);
        if (account is null)
        {
            var household = await db.Households.AsNoTracking().FirstOrDefaultAsync(household => household.Id == told.HouseholdId, ct)
                ?? throw new BadEventException("unknown-household", "A department proposed for a household that was never registered.");
            account = AidAccount.Open(household.Id, told.Month, household.Village);
            db.AidAccounts.Add(account);
            accounts = [.. accounts.Append(account).OrderBy(one => one.Month)];
        }

        if (!account.Take(told)) return;

        // What was granted in a month can decide on later ones (once a year, yearly caps): those are stacked again after it.
        var book = await db.RuleBookAsync(ct);
        foreach (var affected in accounts.Where(one => one.Month >= told.Month))
        {
            var earlier = accounts.Where(one => one.Month < affected.Month).SelectMany(GrantsOf).ToList();
            if (affected.Stack(book, earlier, clock.UtcNow()) is { } stacked) outbox.Add(stacked);
        }
    }

    private static IEnumerable<EarlierGrant> GrantsOf(AidAccount account) =>
        account.Result?.Items.Select(item => new EarlierGrant(item.Policy, item.MemberId, item.Period, account.Month, item.Granted, item.Claim)) ?? [];
}
