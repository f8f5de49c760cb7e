using Fupin.Messaging;
using Fupin.Persistence;
using Fupin.Registration.Data;
using Fupin.Registration.Identification;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Changes;

/// <summary>Approves a change of the register, which makes it happen, or refuses it (批准变更); never by who entered it.</summary>
internal static class DecideChange
{
    private const int LongestReason = 200;

    public sealed record Request(string? Reason);

    public sealed record Response(ChangeState State, DateOnly? HoldsFrom);

    /// <summary>What deciding needs at hand.</summary>
    public sealed record Counter(RegistrationDb Db, IOutbox Outbox, FieldCipher Cipher, CurrentOfficer Officer, TimeProvider Clock)
    {
        public Act Act(string? reason = null) => new(Guid.CreateVersion7(), Officer.Id, Officer.Name, Clock.UtcNow(), Clock.Today(), reason?.Trim());
    }

    public static async Task<Results<Ok<Response>, Refusal>> Approve(Guid id, [AsParameters] Counter counter, CancellationToken ct)
    {
        if (await counter.Db.RegisterChanges.SingleOrDefaultAsync(one => one.Id == id, ct) is not { } change) return ChangeErrors.NoSuchChange;
        if (!counter.Officer.Has(change.Permission)) return ChangeErrors.MayNotDecide;
        if (change.Approve(counter.Act()) is { } refusal) return refusal;
        await using var transaction = await counter.Db.Database.BeginTransactionAsync(ct);
        if (await MakingChanges.MakeAsync(counter, change, ct) is { } hindrance) return hindrance;
        await counter.Db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(new Response(change.State, change.HoldsFrom));
    }

    public static async Task<Results<Ok<Response>, Refusal>> Refuse(Guid id, Request request, [AsParameters] Counter counter, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(request.Reason) || request.Reason.Length > LongestReason) return ChangeErrors.ReasonMissing;
        if (await counter.Db.RegisterChanges.SingleOrDefaultAsync(one => one.Id == id, ct) is not { } change) return ChangeErrors.NoSuchChange;
        if (!counter.Officer.Has(change.Permission) && counter.Officer.Id != change.EnteredBy) return ChangeErrors.MayNotDecide;
        if (change.Refuse(counter.Act(request.Reason)) is { } refusal) return refusal;
        await counter.Db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Response(change.State, null));
    }
}
