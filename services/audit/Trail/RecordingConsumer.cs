using System.Text.Json;
using Fupin.Audit.Data;
using Fupin.Contracts.Values;
using Fupin.Messaging;
using Fupin.ServiceDefaults;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Audit.Trail;

/// <summary>Keeps events of any department in the trail (留痕). Two replicas never fork the chain: both need its one head row.</summary>
internal sealed class RecordingConsumer<TEvent>(AuditDb db, TimeProvider clock) : IConsumer<Batch<TEvent>>
    where TEvent : class
{
    public async Task Consume(ConsumeContext<Batch<TEvent>> context)
    {
        var ct = context.CancellationToken;
        var told = context.Message.Select(message => (message.MessageId, message.Message, Subject: EventSubject.Of(message.Message))).ToList();
        var places = await PlacesAsync([.. told.Select(one => one.Subject)], ct);
        var head = await db.Heads.SingleAsync(ct);
        foreach (var (id, @event, subject) in told)
        {
            var entry = new TrailEntry
            {
                Sequence = head.Sequence + 1,
                EventId = id!.Value,
                Event = EventCatalog.NameOf(typeof(TEvent)),
                HouseholdId = subject.HouseholdId,
                Village = PlaceOf(subject, places),
                Department = subject.Department,
                OfficerId = subject.OfficerId,
                HappenedAtUtc = subject.AtUtc ?? clock.UtcNow(),
                ArrivedAtUtc = clock.UtcNow(),
                Body = JsonSerializer.Serialize(@event, EventCatalog.Json),
                PreviousHash = head.Hash,
                Hash = "",
            };
            entry.Hash = Chain.HashOf(entry);
            head.MoveTo(entry);
            db.Entries.Add(entry);
        }
    }

    private async Task<Dictionary<Guid, HouseholdPlace>> PlacesAsync(IReadOnlyList<EventSubject> subjects, CancellationToken ct)
    {
        var households = subjects.Where(subject => subject.HouseholdId is not null).Select(subject => subject.HouseholdId!.Value).ToHashSet();
        return households.Count == 0
            ? []
            : await db.Places.Where(place => households.Contains(place.HouseholdId)).ToDictionaryAsync(place => place.HouseholdId, ct);
    }

    // Most events name only the household; where it lives was told when its case was entered.
    private DivisionCode PlaceOf(EventSubject subject, Dictionary<Guid, HouseholdPlace> places)
    {
        if (subject.HouseholdId is not { } household) return subject.Place ?? default;
        var known = places.GetValueOrDefault(household);
        if (subject.Place is not { } place) return known?.Village ?? default;
        if (known is null) db.Places.Add(places[household] = new HouseholdPlace { HouseholdId = household, Village = place });
        else known.Village = place;
        return place;
    }
}
