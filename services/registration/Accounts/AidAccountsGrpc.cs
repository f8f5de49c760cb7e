using Fupin.Contracts.Registration.Grpc;
using Fupin.Contracts.Values;
using Fupin.Registration.Data;
using Fupin.Registration.Stacking;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Accounts;

/// <summary>Answers any department with the aid account of a household in the asking officer's region (一户一账查询).</summary>
[Authorize(Permissions.ReadAid)]
internal sealed class AidAccountsGrpc(RegistrationDb db) : AidAccounts.AidAccountsBase
{
    public override async Task<AccountReply> GetAccount(AccountRequest request, ServerCallContext context)
    {
        if (!AidMonth.TryParse(request.Month, out var month)) throw new RefusedException(StackingErrors.NotAMonth);
        var ct = context.CancellationToken;
        if (!Guid.TryParse(request.HouseholdId, out var household) || !await db.Households.AnyAsync(one => one.Id == household, ct))
        {
            throw new RefusedException(RegistrationErrors.NoSuchHousehold);
        }

        var account = await db.AidAccounts.AsNoTracking().FirstOrDefaultAsync(one => one.HouseholdId == household && one.Month == month, ct);
        var reply = new AccountReply { HouseholdId = request.HouseholdId, Month = request.Month, Revision = account?.Revision ?? 0 };
        reply.Items.AddRange((account?.Result?.Items ?? []).Select(item => new AccountItem
        {
            ItemId = item.ItemId.ToString(),
            Department = item.Department,
            Policy = item.Policy,
            MemberId = item.MemberId?.ToString() ?? "",
            ProposedFen = item.Proposed.Fen,
            GrantedFen = item.Granted.Fen,
            State = item.State.ToString(),
        }));
        return reply;
    }
}
