using System.Security.Cryptography;
using Fupin.Aid.Policies;
using Fupin.Aid.Proposals;
using Fupin.Contracts.Aid;
using Fupin.Messaging;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Aid.Approvals;

/// <summary>Confirms an approval as the second officer and tells each household's approved aids (复核).</summary>
internal static class ConfirmApproval
{
    public static async Task<Results<Ok<ApproveItems.Response>, Refusal>> Handle(
        Guid id, DbContext db, IOutbox outbox, PolicyBook book, CurrentOfficer officer, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Set<Approval>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } approval) return AidErrors.NoSuchApproval;
        if (approval.Confirm(officer.Id, officer.Name, clock.UtcNow()) is { } closed) return closed;

        var items = await db.Set<AidItem>().Where(item => item.ApprovalId == id).OrderBy(item => item.Sequence).ToListAsync(ct);
        foreach (var item in items)
        {
            if (item.Confirm() is { } changed) return changed;
        }

        foreach (var household in items.GroupBy(item => item.HouseholdId))
        {
            outbox.Add(new AidApproved(
                PartOf(id, household.Key),
                household.Key,
                book.Department,
                approval.Month,
                [.. household.Select(item => new ApprovedItem(
                    item.ItemId, item.Policy, item.MemberId, item.Period, item.Nature, item.ApprovedAmount, item.Offsets.Count > 0 ? item.Offsets : null))],
                approval.ApprovedBy,
                officer.Id,
                clock.UtcNow()));
        }

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new ApproveItems.Response(id, approval.Month, approval.Count, approval.Sum, approval.State));
    }

    // A household's part of a batch has an id of its own, the same should it ever be told again.
    private static Guid PartOf(Guid approval, Guid household) =>
        new(SHA256.HashData([.. approval.ToByteArray(), .. household.ToByteArray()]).AsSpan(0, 16));
}
