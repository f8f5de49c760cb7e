using System.Text.Json;
using Fupin.Registration.Dci.Partners;

namespace Fupin.Registration.Dci.Messages;

/// <summary>A message that a partner sent and that has been found genuine (已验证的报文).</summary>
/// <param name="Partner">Who sent it.</param>
/// <param name="Header">Its header.</param>
/// <param name="Body">Its message.</param>
/// <param name="TransactionId">The partner's transaction.</param>
/// <param name="Items">Its requests; one for messages that are not batches.</param>
internal sealed record PartnerMessage(DciPartner Partner, MessageHeader Header, JsonElement Body, string TransactionId, IReadOnlyList<JsonElement> Items)
{
    /// <summary>Ours, by which the partner can ask about it later (correlation_id).</summary>
    public string CorrelationId { get; } = Guid.CreateVersion7().ToString("N");
}
