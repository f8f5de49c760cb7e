using System.Security.Cryptography;
using System.Text;
using Fupin.Persistence;
using Fupin.Registration.Data;
using Fupin.Registration.Dci.Messages;
using Fupin.Registration.Dci.Partners;
using Fupin.Registration.Dci.Searching;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Dci.Subscriptions;

/// <summary>Subscribes a partner to events (订阅); /registry/subscribe → on-subscribe.</summary>
internal static class Subscribe
{
    private const string Action = "subscribe";
    private const string Reply = "on-subscribe";
    private const string Batch = "subscribe_request";

    public static async Task<ContentHttpResult> Handle(
        Registry registry, HttpRequest request, PartnerDesk desk, SubscriptionDesk subscriptions, Callbacks callbacks, RegistrationDb db, CancellationToken ct)
    {
        var (message, refusal, _) = await desk.ReceiveAsync(request, Action, Batch, ct);
        if (message is null) return Answers.RefuseAsync(refusal!);
        var reply = await subscriptions.AnswerAsync(registry, message, ct);
        if (callbacks.Add(registry, message, Reply, message.Items.Count, reply) is { } unlisted) return Answers.RefuseAsync(unlisted);
        return await Answers.SaveAsync(db, message, ct);
    }
}

/// <summary>Takes subscriptions in (办理订阅); the caller saves.</summary>
internal sealed class SubscriptionDesk(RegistrationDb db, FieldCipher cipher, CurrentOfficer officer)
{
    private const int MostDays = 366;
    private const int LongestCriteria = 8_000;
    private const int MostHeld = 200;

    private static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;

    public async Task<SubscribeReply> AnswerAsync(Registry registry, PartnerMessage message, CancellationToken ct)
    {
        var outcomes = new List<SubscribeOutcome>();
        foreach (var item in message.Items.Select(Wire.Read<SubscribeItem>))
        {
            var repeated = outcomes.Exists(one => one.ReferenceId == item?.ReferenceId);
            var (subscription, refusal) = await TakeAsync(registry, message, item, repeated, ct);
            if (subscription is not null) db.DciSubscriptions.Add(subscription);
            outcomes.Add(new SubscribeOutcome(
                item?.ReferenceId ?? "", Wire.Write(Now), refusal is null ? RequestStatus.Succeeded : RequestStatus.Rejected, refusal?.Code, refusal?.Text,
                subscription is null ? null : [Shown(subscription)]));
        }

        return new SubscribeReply(message.TransactionId, message.CorrelationId, outcomes);
    }

    private static SubscriptionInfo Shown(DciSubscription subscription)
    {
        var criteria = System.Text.Json.JsonElement.Parse(subscription.Criteria);
        return new SubscriptionInfo(
            subscription.Code, subscription.Code, SubscriptionInfo.Subscribed, Wire.Write(subscription.SubscribedAtUtc), Vocabulary.Dci.RegTypes[subscription.Registry],
            Vocabulary.Dci.CodeOf(subscription.Registry, subscription.Event), criteria.TryGetProperty("frequency", out var frequency) ? frequency : null,
            criteria.GetProperty("filter"), Vocabulary.Dci.RecordTypes[subscription.Registry], criteria);
    }

    private async Task<(DciSubscription? Subscription, Refusal? Refusal)> TakeAsync(
        Registry registry, PartnerMessage message, SubscribeItem? item, bool repeated, CancellationToken ct)
    {
        if (item is null || Wire.Read<SubscribeCriteria>(item.SubscribeCriteria) is not { } criteria) return (null, DciErrors.NotifyDetailsWrong.With(DciErrors.Reasons.QueryShape));
        if (!Wire.IsId(item.ReferenceId)) return (null, DciErrors.ReferenceMissing);
        if (repeated) return (null, DciErrors.ReferenceTwice);
        if (Wire.ReadTime(item.Timestamp) is null) return (null, DciErrors.TimestampWrong);
        if (Vocabulary.Dci.EventOf(registry, criteria.RegEventType) is not { } what) return (null, DciErrors.NotifyTypeWrong.With(criteria.RegEventType?[..Math.Min(99, criteria.RegEventType.Length)] ?? ""));
        if (criteria.NotifyRecordType != Vocabulary.Dci.RecordTypes[registry])
        {
            return (null, DciErrors.NotifyDetailsWrong.With(DciErrors.Reasons.Put(DciErrors.Reasons.RecordType, Vocabulary.Dci.RecordTypes[registry])));
        }

        if (SubscriptionFilter.Check(db, cipher, criteria) is { } unfit) return (null, unfit);
        if (TimesOf(criteria.Frequency) is not { } times) return (null, DciErrors.NotifyDetailsWrong.With(DciErrors.Reasons.Put(DciErrors.Reasons.Frequency, MostDays)));
        if (message.Partner.For(message.Header.SenderUri, "notify") is not { } callback) return (null, DciErrors.NotifyDetailsWrong.With(DciErrors.Reasons.NoCallback));

        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{message.Partner.SenderId}\n{registry}\n{what}\n{criteria.Filter.GetRawText()}")));
        if (await IsHeldAsync(key, ct)) return (null, DciErrors.AlreadySubscribed);
        if (item.SubscribeCriteria.GetRawText().Length > LongestCriteria || await db.DciSubscriptions.CountAsync(one => one.SenderId == message.Partner.SenderId && one.ActiveKey != null, ct) >= MostHeld)
        {
            return (null, DciErrors.NotifyDetailsWrong.With(DciErrors.Reasons.Put(DciErrors.Reasons.TooMuch, MostHeld)));
        }

        return (new DciSubscription
        {
            Id = Guid.CreateVersion7(),
            SenderId = message.Partner.SenderId,
            Region = officer.Region,
            Registry = registry,
            Event = what,
            Criteria = item.SubscribeCriteria.GetRawText(),
            Cron = criteria.Frequency?.Frequency,
            StartsAtUtc = times.Start,
            EndsAtUtc = times.End,
            Callback = callback.AbsoluteUri,
            SubscribedAtUtc = Now,
            ActiveKey = key,
        }, null);
    }

    // One that has run out gives way to the same wish made anew.
    private async Task<bool> IsHeldAsync(string key, CancellationToken ct)
    {
        if (db.DciSubscriptions.Local.Any(one => one.ActiveKey == key)) return true;
        if (await db.DciSubscriptions.FirstOrDefaultAsync(one => one.ActiveKey == key, ct) is not { } held) return false;
        if (held.IsActive(Now)) return true;
        held.End(Now);
        return false;
    }

    private static (DateTime Start, DateTime End)? TimesOf(SubscribeFrequency? frequency)
    {
        if (frequency is null) return (Now, Now.AddDays(MostDays));
        if (Wire.ReadTime(frequency.StartTime) is not { } start || Wire.ReadTime(frequency.EndTime) is not { } end || Cron.Read(frequency.Frequency)?.After(start > Now ? start : Now) is null) return null;
        return end > Now && end > start && end <= Now.AddDays(MostDays) ? (start, end) : null;
    }
}
