using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Messaging.Desk;

/// <summary>Lets an event that was given up be sent again, once its cause is gone (放行搁置的事件).</summary>
internal static class ReleaseParked
{
    public static async Task<Results<NoContent, Refusal>> Handle(Guid id, DbContext db, CancellationToken ct)
    {
        var message = await db.Set<OutboxMessage>().SingleOrDefaultAsync(row => row.MessageId == id && row.ParkedAtUtc != null, ct);
        if (message is null) return MessageDesk.NoSuchMessage;
        (message.ParkedAtUtc, message.NotBeforeUtc, message.Attempts) = (null, null, 0);
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
