using System.Text.Json;
using Fupin.Registration.Data;
using Fupin.Registration.Dci.Partners;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Dci.Messages;

/// <summary>
/// Receives messages of partners (接收报文): readable, of a confirmed partner under its own machine officer, signed by a key of it, and with a header
/// that fits. Message times follow the machine's time, never the platform clock that may be moved.
/// </summary>
internal sealed class PartnerDesk(RegistrationDb db, CurrentOfficer officer, DciOptions options)
{
    private const int FreshMinutes = 15;
    private const int LargestBatch = 20;

    /// <summary>The message, or why it is refused; its header, where there was one to read.</summary>
    /// <param name="request">What arrived.</param>
    /// <param name="action">What its header must say it is.</param>
    /// <param name="batch">The member of the message that holds its requests; null for a message that is one request.</param>
    /// <param name="ct">Ends with the request.</param>
    public async Task<(PartnerMessage? Message, Refusal? Refusal, MessageHeader? Header)> ReceiveAsync(HttpRequest request, string action, string? batch, CancellationToken ct)
    {
        JsonElement root;
        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body, Wire.Reading, ct);
            root = document.RootElement.Clone();
            ReadThrough(root);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return (null, DciErrors.Unreadable.With(DciErrors.Reasons.NotJson), null);
        }

        if (root.ValueKind != JsonValueKind.Object
            || !root.TryGetProperty("header", out var rawHeader) || Wire.Read<MessageHeader>(rawHeader) is not { } header
            || !root.TryGetProperty("message", out var body) || body.ValueKind != JsonValueKind.Object)
        {
            return (null, DciErrors.Unreadable.With(DciErrors.Reasons.NoHeader), null);
        }

        var partner = await db.DciPartners.AsNoTracking()
            .FirstOrDefaultAsync(one => one.SenderId == header.SenderId && one.ConfirmedAtUtc != null && one.EndedAtUtc == null, ct);
        if (partner is null || partner.OfficerId != officer.Id) return (null, DciErrors.SenderUnknown, header);
        if (await WrongSignatureAsync(root, rawHeader, body, partner) is { } forged) return (null, forged, header);

        var items = batch is null ? [body] : body.TryGetProperty(batch, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().ToList() : [];
        var transaction = body.TryGetProperty("transaction_id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;
        var refusal = WrongHeader(header, action) ?? WrongBody(header, body, transaction, items.Count);
        return refusal is null ? (new PartnerMessage(partner, header, body, transaction!, items), null, header) : (null, refusal, header);
    }

    // Half a surrogate pair is found only when a text is read: better here than anywhere later.
    private static void ReadThrough(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    _ = member.Name;
                    ReadThrough(member.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var one in element.EnumerateArray()) ReadThrough(one);
                break;
            case JsonValueKind.String:
                _ = element.GetString();
                break;
        }
    }

    private static async Task<Refusal?> WrongSignatureAsync(JsonElement root, JsonElement header, JsonElement body, DciPartner partner)
    {
        if (partner.Keys is null) return null;
        if (!root.TryGetProperty("signature", out var signature) || signature.ValueKind != JsonValueKind.String || signature.GetString() is not { Length: > 0 } text)
        {
            return DciErrors.SignatureMissing;
        }

        var keys = PartnerKeys.Read(partner.Keys) ?? [];
        return await DetachedSignature.IsGenuineAsync(text, header.GetRawText(), body.GetRawText(), keys) ? null : DciErrors.SignatureWrong;
    }

    private Refusal? WrongHeader(MessageHeader header, string action)
    {
        if (header.Version is not (null or Wire.Version)) return DciErrors.VersionWrong;
        if (!Wire.IsId(header.MessageId)) return DciErrors.Unreadable.With(DciErrors.Reasons.NoMessageId);
        if (header.ReceiverId is { Length: > 0 } receiver && receiver != options.SystemId) return DciErrors.ReceiverWrong;
        if (header.IsMsgEncrypted == true) return DciErrors.Encrypted;
        if (header.Action != action) return DciErrors.ActionWrong.With(action);
        var fresh = Wire.ReadTime(header.MessageTs) is { } sent && (TimeProvider.System.GetUtcNow().UtcDateTime - sent).Duration() <= TimeSpan.FromMinutes(FreshMinutes);
        return fresh ? null : DciErrors.MessageTimeWrong.With(FreshMinutes);
    }

    private static Refusal? WrongBody(MessageHeader header, JsonElement body, string? transaction, int items)
    {
        if (body.TryGetProperty("ciphertext", out _)) return DciErrors.Encrypted;
        if (!Wire.IsId(transaction)) return DciErrors.Unreadable.With(DciErrors.Reasons.NoTransactionId);
        if (items == 0) return DciErrors.Unreadable.With(DciErrors.Reasons.NoItems);
        if (items > LargestBatch) return DciErrors.CountTooLarge.With(LargestBatch);
        return header.TotalCount == items ? null : DciErrors.CountWrong;
    }
}
