using Fupin.Contracts.Values;
using Fupin.Persistence;

namespace Fupin.Registration.Dci.Subscriptions;

/// <summary>What a partner wants to be told (订阅): an event of a registry, for households that fit a filter, inside the region of its machine officer.</summary>
internal sealed class DciSubscription : IVersioned
{
    public Guid Id { get; init; }

    /// <summary>By which the partner ends it (subscription_code).</summary>
    public string Code => Id.ToString("N");

    public string SenderId { get; init; } = "";

    /// <summary>The region of the officer who subscribed; nothing outside it is told.</summary>
    public DivisionCode Region { get; init; }

    public Registry Registry { get; init; }

    public PartnerEvent Event { get; init; }

    /// <summary>The partner's criteria as they came (subscribe_criteria), to be shown again.</summary>
    public string Criteria { get; init; } = "";

    /// <summary>When it is told, a cron expression in China time; null for at once (推送频率).</summary>
    public string? Cron { get; init; }

    public DateTime StartsAtUtc { get; init; }

    public DateTime EndsAtUtc { get; init; }

    /// <summary>Where it is told.</summary>
    public string Callback { get; init; } = "";

    public DateTime SubscribedAtUtc { get; init; }

    public DateTime? UnsubscribedAtUtc { get; private set; }

    /// <summary>The same for the same wish of the same partner while it holds, so that it cannot be held twice.</summary>
    public string? ActiveKey { get; set; }

    public int Version { get; set; }

    public bool IsActive(DateTime atUtc) => UnsubscribedAtUtc is null && EndsAtUtc > atUtc;

    public void End(DateTime atUtc) => (UnsubscribedAtUtc, ActiveKey) = (atUtc, null);
}

/// <summary>That something happened which partners may have subscribed to (待推送变化); written in the transaction of the change.</summary>
internal sealed class DciChange
{
    public long Sequence { get; init; }

    public Guid HouseholdId { get; init; }

    public PartnerEvent Event { get; init; }

    /// <summary>The month of the account, where an account changed.</summary>
    public AidMonth? Month { get; init; }

    /// <summary>The revision of what changed.</summary>
    public int Revision { get; init; }

    public DateTime AtUtc { get; init; }
}

/// <summary>A message that waits to be sent to a partner, or was (待发报文). Its id is made once: however often it is sent, it is one message.</summary>
internal sealed class DciDelivery
{
    public const string Table = "DciDeliveries";

    public long Sequence { get; init; }

    /// <summary>Its message_id, to which its sealed text is bound.</summary>
    public Guid MessageId { get; init; }

    public string SenderId { get; init; } = "";

    public Registry Registry { get; init; }

    public string Action { get; init; } = "";

    public string Callback { get; init; } = "";

    /// <summary>The message_id of the request it answers, used once by each partner; null for notifications.</summary>
    public string? RequestId { get; init; }

    public string TransactionId { get; init; } = "";

    public string CorrelationId { get; init; } = "";

    /// <summary>The references of the requests it answers, one a line.</summary>
    public string References { get; init; } = "";

    public int Requests { get; init; }

    /// <summary>The message, sealed: it may hold identified data.</summary>
    public string Message { get; init; } = "";

    public DateTime WrittenAtUtc { get; init; }

    public DateTime NotBeforeUtc { get; set; }

    public int Attempts { get; set; }

    /// <summary>The replica that sends it now, until its lease runs out.</summary>
    public string Owner { get; set; } = "";

    public DateTime LeaseUntilUtc { get; set; }

    public DateTime? SentAtUtc { get; set; }

    /// <summary>Set when it is given up.</summary>
    public DateTime? ParkedAtUtc { get; set; }
}
