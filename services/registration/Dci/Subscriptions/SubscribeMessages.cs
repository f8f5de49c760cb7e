using System.Text.Json;
using System.Text.Json.Nodes;

namespace Fupin.Registration.Dci.Subscriptions;

/// <summary>A wish to be told (订阅请求); subscribe_request.items of registry_core_api 1.0.0.</summary>
internal sealed record SubscribeItem(string? ReferenceId, string? Timestamp, JsonElement SubscribeCriteria);

internal sealed record SubscribeCriteria(string? RegEventType, SubscribeFrequency? Frequency, string? FilterType, JsonElement Filter, string? NotifyRecordType);

/// <summary>When and how long (EventFrequency).</summary>
internal sealed record SubscribeFrequency(string? StartTime, string? EndTime, string? Frequency);

/// <summary>A subscription as it is shown (SubscriptionInfo). Its schema requires subscription_code and subscribe_criteria, and describes code: both are given.</summary>
internal sealed record SubscriptionInfo(
    string Code, string SubscriptionCode, string Status, string Timestamp, string RegType, string? RegEventType, JsonElement? Frequency, JsonElement? Filter, string? NotifyRecordType,
    JsonElement SubscribeCriteria)
{
    public const string Subscribed = "subscribe";
    public const string Unsubscribed = "unsubscribe";

    public string Version { get; } = Messages.Wire.Version;
}

internal sealed record SubscribeOutcome(
    string ReferenceId, string Timestamp, string Status, string? StatusReasonCode, string? StatusReasonMessage, IReadOnlyList<SubscriptionInfo>? Subscriptions, string Locale = Searching.SearchOutcome.Chinese);

/// <summary>SubscribeResponse.</summary>
internal sealed record SubscribeReply(string TransactionId, string CorrelationId, IReadOnlyList<SubscribeOutcome> SubscribeResponse);

/// <summary>The state of a subscription after unsubscribing.</summary>
internal sealed record SubscriptionState(string Code, string Status);

/// <summary>UnSubscribeResponse.</summary>
internal sealed record UnsubscribeReply(
    string TransactionId, string CorrelationId, string Timestamp, string Status, string? StatusReasonCode, string? StatusReasonMessage, IReadOnlyList<SubscriptionState> SubscriptionStatus);

/// <summary>What is told of one household (NotifyEventRequest); reg_records is one object there.</summary>
internal sealed record News(string TransactionId, IReadOnlyList<NewsItem> NotifyEvent);

internal sealed record NewsItem(string ReferenceId, string Timestamp, NewsData Data, string Locale = Searching.SearchOutcome.Chinese);

internal sealed record NewsData(string Version, string RegType, string? RegEventType, string ResponseEntity, JsonObject RegRecords);
