using System.Text.Json;
using Fupin.Persistence;
using Fupin.ServiceDefaults;
using MassTransit;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Messaging.Desk;

/// <summary>Sends a dead letter to its queue again under its own id (重放死信); should it have had its effect meanwhile, the inbox knows it.</summary>
internal static class ReplayDeadLetter
{
    public static async Task<Results<NoContent, Refusal>> Handle(Guid id, DbContext db, FieldCipher cipher, IBus bus, CancellationToken ct)
    {
        if (await db.Set<DeadLetter>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } letter) return MessageDesk.NoSuchMessage;
        if (letter.ReplayedAtUtc is not null) return MessageDesk.ReplayedBefore;
        if (letter.MessageId is not { } message || EventIn(cipher.RevealBytes(letter.Body, nameof(DeadLetter), nameof(DeadLetter.Body), id)) is not { } @event) return MessageDesk.NotAnEvent;

        // The exchange of the queue's own name: a "queue:" address would declare the queue anew, and not as a quorum queue.
        var endpoint = await bus.GetSendEndpoint(new Uri($"exchange:{letter.Queue}"));
        await endpoint.Send(@event, @event.GetType(), Pipe.Execute<SendContext>(context => context.MessageId = message), ct);
        letter.ReplayedAtUtc = TimeProvider.System.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }

    // The body is the envelope as it came: the event stands in it beside the names of its types.
    private static object? EventIn(byte[] body)
    {
        try
        {
            using var envelope = JsonDocument.Parse(body);
            var names = envelope.RootElement.GetProperty("messageType").EnumerateArray().Select(name => name.GetString()).ToHashSet();
            var type = EventCatalog.Types.SingleOrDefault(type => names.Contains(MessageUrn.ForTypeString(type)));
            return type is null ? null : envelope.RootElement.GetProperty("message").Deserialize(type, EventCatalog.Json);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
