using Fupin.Contracts.Aid;
using Fupin.Messaging;
using Fupin.Registration.Data;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Accounts;

/// <summary>Enters in the account what an officer decided on an overpayment (多发处理到达).</summary>
internal sealed class OverpaymentDecidedConsumer(RegistrationDb db) : IConsumer<OverpaymentDecided>
{
    public async Task Consume(ConsumeContext<OverpaymentDecided> context)
    {
        var (told, ct) = (context.Message, context.CancellationToken);
        var account = await db.AidAccounts.FirstOrDefaultAsync(one => one.HouseholdId == told.HouseholdId && one.Month == told.Month, ct)
            ?? throw new BadEventException("unknown-account", "A department decided on an overpayment of a household and month of which it told no set.");
        if (!await db.AccountEntries.AnyAsync(entry => entry.SourceId == told.DecisionId, ct)) account.Note(told);
    }
}
