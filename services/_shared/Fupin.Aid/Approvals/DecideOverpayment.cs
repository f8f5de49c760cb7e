using System.Text.Json.Serialization;
using Fupin.Aid.Proposals;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Aid.Approvals;

/// <summary>What an officer can decide about an overpayment (多发处理方式).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OverpaymentDecision>))]
internal enum OverpaymentDecision
{
    /// <summary>Set off against what comes next (抵扣).</summary>
    Offset,

    /// <summary>Let go (免予追回).</summary>
    LetGo,
}

/// <summary>Decides what becomes of an amount given too much, with a reason (处理多发).</summary>
internal static class DecideOverpayment
{
    public sealed record Request(OverpaymentDecision Decision, string Reason);

    public static async Task<Results<NoContent, Refusal>> Handle(Guid itemId, Request request, DbContext db, CurrentOfficer officer, CancellationToken ct)
    {
        if (!AidErrors.IsReason(request.Reason)) return AidErrors.NoReason;
        if (await db.Set<AidItem>().SingleOrDefaultAsync(row => row.ItemId == itemId, ct) is not { } item) return AidErrors.NoSuchItem;
        var decision = request.Decision == OverpaymentDecision.Offset ? OverpaymentState.Offset : OverpaymentState.LetGo;
        if (item.DecideOverpayment(decision, request.Reason, officer.Id) is { } refusal) return refusal;
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
