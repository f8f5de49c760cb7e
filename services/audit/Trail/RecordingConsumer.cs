using System.Text.Json;
using Fupin.Audit.Data;
using Fupin.Contracts.Values;
using Fupin.Messaging;
using Fupin.ServiceDefaults;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Audit.Trail;

/// <summary>Keeps an event of any department in the trail (留痕). Two replicas never fork the chain: both need its one head row.</summary>
internal sealed class RecordingConsumer<TEvent>(AuditDb db, TimeProvider clock) : IConsumer<TEvent>
    where TEvent : class
{
    public async Task Consume(ConsumeContext<TEvent> context)
    {
        var ct = context.CancellationToken;
        var subject = EventSubject.Of(context.Message);
        var head = await db.Heads.SingleAsync(ct);
        var entry = new TrailEntry
        {
            Sequence = head.Sequence + 1,
            EventId = context.MessageId!.Value,
            Event = EventCatalog.NameOf(typeof(TEvent)),
            HouseholdId = subject.HouseholdId,
            Village = await PlaceAsync(subject, ct),
            Department = subject.Department,
            OfficerId = subject.OfficerId,
            HappenedAtUtc = subject.AtUtc ?? clock.UtcNow(),
            ArrivedAtUtc = clock.UtcNow(),
            Body = JsonSerializer.Serialize(context.Message, EventCatalog.Json),
            PreviousHash = head.Hash,
            Hash = "",
        };
        entry.Hash = Chain.HashOf(entry);
        head.MoveTo(entry);
        db.Entries.Add(entry);
    }

    // Most events name only the household; where it lives was told when its case was entered.
    private async Task<DivisionCode> PlaceAsync(EventSubject subject, CancellationToken ct)
    {
        if (subject.HouseholdId is not { } household) return subject.Place ?? default;
        var known = await db.Places.FindAsync([household], ct);
        if (subject.Place is not { } place) return known?.Village ?? default;
        if (known is null) db.Places.Add(new HouseholdPlace { HouseholdId = household, Village = place });
        else known.Village = place;
        return place;
    }
}
