using System.Text.Json;
using Fupin.Persistence;
using Fupin.Registration.Data;
using Fupin.Registration.Dci.Messages;
using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Dci.Subscriptions;

/// <summary>What came of an asynchronous message of the partner, as it was or will be told by callback (交易状态); /registry/sync/txn/status.</summary>
internal static class GetTransaction
{
    private const string Action = "txn-status";
    private const string Reply = "txn-on-status";

    private sealed record Asked(string? ReferenceId, string? TxnType, string? AttributeType, JsonElement AttributeValue);

    private sealed record Request(Asked? TxnstatusRequest);

    public sealed record Status(string TxnType, JsonElement TxnStatus);

    public sealed record Response(string TransactionId, string CorrelationId, Status TxnstatusResponse);

    public static async Task<ContentHttpResult> Handle(
        Registry registry, HttpRequest request, PartnerDesk desk, Answers answers, FieldCipher cipher, RegistrationDb db, CancellationToken ct)
    {
        var (message, refusal, header) = await desk.ReceiveAsync(request, Action, null, ct);
        if (message is null) return answers.Refuse(refusal!, Reply, header);
        var (found, no) = await FindAsync(registry, message, cipher, db, ct);
        return found is null ? answers.Refuse(no!, Reply, header) : answers.Reply(message, Reply, 1, found);
    }

    /// <summary>The same by callback (异步查询交易状态); /registry/txn/status → txn/on-status.</summary>
    public static async Task<ContentHttpResult> HandleLater(
        Registry registry, HttpRequest request, PartnerDesk desk, Callbacks callbacks, FieldCipher cipher, RegistrationDb db, CancellationToken ct)
    {
        var (message, refusal, _) = await desk.ReceiveAsync(request, Action, null, ct);
        if (message is null) return Answers.RefuseAsync(refusal!);
        var (found, no) = await FindAsync(registry, message, cipher, db, ct);
        if ((no ?? callbacks.Add(registry, message, Reply, 1, found!, "txn/on-status")) is { } refused) return Answers.RefuseAsync(refused);
        return await Answers.SaveAsync(db, message, ct);
    }

    private static async Task<(Response? Found, Refusal? Refusal)> FindAsync(Registry registry, PartnerMessage message, FieldCipher cipher, RegistrationDb db, CancellationToken ct)
    {
        var asked = Wire.Read<Request>(message.Body)?.TxnstatusRequest;
        if (asked is null || ValueOf(asked) is not { Length: > 0 } value) return (null, DciErrors.Unreadable.With(DciErrors.Reasons.TxnStatus));

        // ibr_api and social_api write subscibe.
        var (told, type) = asked.TxnType switch
        {
            "search" => ("on-search", "search"),
            "subscribe" or "subscibe" => ("on-subscribe", "on-subscribe"),
            "unsubscribe" => ("on-unsubscribe", "on-unsubscribe"),
            _ => ("", ""),
        };
        var own = db.DciDeliveries.AsNoTracking().Where(one => one.SenderId == message.Partner.SenderId && one.Registry == registry && one.Action == told);
        var line = $"\n{value}\n";
        var found = asked.AttributeType switch
        {
            "transaction_id" => own.Where(one => one.TransactionId == value),
            "correlation_id" => own.Where(one => one.CorrelationId == value),
            _ => own.Where(one => ("\n" + one.References + "\n").Contains(line)),
        };
        if (await found.OrderByDescending(one => one.Sequence).FirstOrDefaultAsync(ct) is not { } delivery) return (null, DciErrors.NoSuchTransaction);

        var plain = cipher.RevealBytes(delivery.Message, DciDelivery.Table, nameof(DciDelivery.Message), delivery.MessageId);
        return (new Response(delivery.TransactionId, delivery.CorrelationId, new Status(type, JsonElement.Parse(plain))), null);
    }

    private static string? ValueOf(Asked asked) => (asked.AttributeType, asked.AttributeValue.ValueKind) switch
    {
        ("transaction_id" or "correlation_id", JsonValueKind.String) => asked.AttributeValue.GetString(),
        ("reference_id_list", JsonValueKind.Array) when asked.AttributeValue.GetArrayLength() > 0 && asked.AttributeValue[0].ValueKind == JsonValueKind.String => asked.AttributeValue[0].GetString(),
        _ => null,
    };
}
