using System.Text.Json;
using Fupin.Registration.Data;
using Fupin.Registration.Dci.Messages;
using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Dci.Subscriptions;

/// <summary>Ends subscriptions of a partner (取消订阅), all that it names or none; /registry/unsubscribe → on-unsubscribe.</summary>
internal static class Unsubscribe
{
    private const string Action = "unsubscribe";
    private const string Reply = "on-unsubscribe";
    private const int Most = 100;

    public static async Task<ContentHttpResult> Handle(Registry registry, HttpRequest request, PartnerDesk desk, Callbacks callbacks, RegistrationDb db, CancellationToken ct)
    {
        var (message, refusal, _) = await desk.ReceiveAsync(request, Action, null, ct);
        if (message is null) return Answers.RefuseAsync(refusal!);
        if (CodesOf(message.Body) is not { Count: > 0 and <= Most } codes) return Answers.RefuseAsync(DciErrors.Unreadable.With(DciErrors.Reasons.NoItems));

        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var ids = codes.Select(code => Guid.TryParseExact(code, "N", out var id) ? id : Guid.Empty).ToList();
        var subscriptions = await db.DciSubscriptions
            .Where(one => ids.Contains(one.Id) && one.SenderId == message.Partner.SenderId && one.Registry == registry)
            .ToListAsync(ct);
        Refusal? no = subscriptions.Count < ids.Distinct().Count() ? DciErrors.SubscriptionUnknown
            : subscriptions.TrueForAll(one => one.UnsubscribedAtUtc is not null) ? DciErrors.AlreadyUnsubscribed
            : null;
        if (no is null) subscriptions.ForEach(one => one.End(now));
        var reply = new UnsubscribeReply(
            message.TransactionId, message.CorrelationId, Wire.Write(now), no is null ? RequestStatus.Succeeded : RequestStatus.Rejected, no?.Code, no?.Text,
            [.. subscriptions.Select(one => new SubscriptionState(one.Code, one.UnsubscribedAtUtc is null ? SubscriptionInfo.Subscribed : SubscriptionInfo.Unsubscribed))]);
        if (callbacks.Add(registry, message, Reply, 1, reply) is { } unlisted) return Answers.RefuseAsync(unlisted);
        return await Answers.SaveAsync(db, message, ct);
    }

    // UnSubscribeRequest describes subscription_codes and requires sunscription_codes: either is read.
    private static List<string>? CodesOf(JsonElement body) =>
        (body.TryGetProperty("subscription_codes", out var codes) || body.TryGetProperty("sunscription_codes", out codes)) && codes.ValueKind == JsonValueKind.Array
            ? [.. codes.EnumerateArray().Select(code => code.ValueKind == JsonValueKind.String ? code.GetString()! : "")]
            : null;
}
