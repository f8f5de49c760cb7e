using Fupin.Contracts.Aid;
using Fupin.Messaging;
using Fupin.Registration.Contradictions;
using Fupin.Registration.Data;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Accounts;

/// <summary>Enters in the account what a department's two officers approved (审批到达), and looks whether a person may be given it at all.</summary>
internal sealed class AidApprovedConsumer(RegistrationDb db, ContradictionReview review) : IConsumer<AidApproved>
{
    public async Task Consume(ConsumeContext<AidApproved> context)
    {
        var (told, ct) = (context.Message, context.CancellationToken);
        var account = await db.AidAccounts.FirstOrDefaultAsync(one => one.HouseholdId == told.HouseholdId && one.Month == told.Month, ct)
            ?? throw new BadEventException("unknown-account", "A department approved for a household and month of which it told no set.");
        if (await db.AccountEntries.AnyAsync(entry => entry.SourceId == told.ApprovalId, ct)) return;
        account.Note(told);
        await review.AidedAsync(told, ct);
    }
}
