using System.Text.Json;
using Fupin.Persistence;
using Fupin.Registration.Data;
using Fupin.Registration.Dci.Messages;
using Fupin.Registration.Dci.Partners;
using Fupin.ServiceDefaults;

namespace Fupin.Registration.Dci.Subscriptions;

/// <summary>Leaves messages to be sent to partners (回报入队), in the save of what they tell.</summary>
internal sealed class Callbacks(RegistrationDb db, FieldCipher cipher)
{
    /// <summary>The answer to an asynchronous message; refuses an address that is not listed. The path is the action's, where none is named.</summary>
    public Refusal? Add(Registry registry, PartnerMessage message, string action, int requests, object reply, string? path = null)
    {
        if (message.Partner.For(message.Header.SenderUri, path ?? action) is not { } address) return DciErrors.CallbackNotListed;
        var references = string.Join('\n', message.Items.Select(item => item.TryGetProperty("reference_id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : ""));
        Add(registry, message.Partner.SenderId, action, address.AbsoluteUri, message.TransactionId, message.CorrelationId, message.Header.MessageId, references, requests, reply, null);
        return null;
    }

    /// <summary>A notification of a subscription, due at its time.</summary>
    public void Notify(DciSubscription subscription, string transactionId, object news, DateTime? notBeforeUtc) => Add(
        subscription.Registry, subscription.SenderId, "notify", subscription.Callback, transactionId, transactionId, null, subscription.Code, 1, news, notBeforeUtc);

    private void Add(
        Registry registry, string sender, string action, string address, string transaction, string correlation, string? request, string references, int requests, object message, DateTime? notBefore)
    {
        var id = Guid.CreateVersion7();
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        db.DciDeliveries.Add(new DciDelivery
        {
            MessageId = id,
            SenderId = sender,
            Registry = registry,
            Action = action,
            Callback = address,
            RequestId = request,
            TransactionId = transaction,
            CorrelationId = correlation,
            References = references,
            Requests = requests,
            Message = cipher.SealBytes(JsonSerializer.SerializeToUtf8Bytes(message, Wire.Json), DciDelivery.Table, nameof(DciDelivery.Message), id),
            WrittenAtUtc = now,
            NotBeforeUtc = notBefore ?? now,
            LeaseUntilUtc = DateTime.UnixEpoch,
        });
    }
}
