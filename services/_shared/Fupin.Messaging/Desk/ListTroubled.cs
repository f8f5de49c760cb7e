using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Messaging.Desk;

/// <summary>How many events wait, and which were parked or could not be handled (消息状况); bodies are not shown, they may name people.</summary>
internal static class ListTroubled
{
    private const int Most = 200;

    public sealed record Parked(Guid MessageId, string Event, int Attempts, DateTime ParkedAtUtc);

    public sealed record Dead(Guid Id, Guid? MessageId, string Queue, string Reason, DateTime AtUtc, DateTime? ReplayedAtUtc);

    public sealed record Response(int Waiting, DateTime? WaitingSinceUtc, IReadOnlyList<Parked> Parked, IReadOnlyList<Dead> DeadLetters);

    public static async Task<Ok<Response>> Handle(DbContext db, CancellationToken ct)
    {
        var waiting = db.Set<OutboxMessage>().Where(message => message.ParkedAtUtc == null);
        var parked = await db.Set<OutboxMessage>().Where(message => message.ParkedAtUtc != null)
            .OrderBy(message => message.Sequence)
            .Take(Most)
            .Select(message => new Parked(message.MessageId, message.Event, message.Attempts, message.ParkedAtUtc!.Value))
            .ToListAsync(ct);
        var dead = await db.Set<DeadLetter>()
            .OrderByDescending(letter => letter.AtUtc)
            .Take(Most)
            .Select(letter => new Dead(letter.Id, letter.MessageId, letter.Queue, letter.Reason, letter.AtUtc, letter.ReplayedAtUtc))
            .ToListAsync(ct);
        return TypedResults.Ok(new Response(await waiting.CountAsync(ct), await waiting.MinAsync(message => (DateTime?)message.WrittenAtUtc, ct), parked, dead));
    }
}
