using System.Text;
using Fupin.Persistence;
using MassTransit;
using MassTransit.Middleware;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Fupin.Messaging;

/// <summary>
/// Takes a message that failed for good (unreadable, or still failing after the last retry) into the service's own dead letters,
/// so that its queue goes on. When the database cannot take it either, the broker's error queue does.
/// </summary>
internal sealed class DeadLetterFilter(IServiceScopeFactory scopes, ILogger log) : IFilter<ExceptionReceiveContext>
{
    public async Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        try
        {
            await KeepAsync(context);
        }
        catch (Exception exception) when (exception is DbUpdateException or InvalidOperationException or System.Data.Common.DbException)
        {
            log.LogError(exception, "A dead letter of {Queue} could not be kept; it goes to the broker's error queue", context.InputAddress);
            await next.Send(context);
        }
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("dead-letters");

    private async Task KeepAsync(ExceptionReceiveContext context)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentScope>().EnterSystem();
        var db = scope.ServiceProvider.GetRequiredService<DbContext>();
        var cipher = scope.ServiceProvider.GetRequiredService<FieldCipher>();

        var cause = context.Exception.GetBaseException();
        var id = Guid.NewGuid();
        var detail = $"{cause.GetType().Name}: {cause.Message}";
        db.Add(new DeadLetter
        {
            Id = id,
            MessageId = context.GetMessageId(),
            Queue = context.InputAddress.AbsolutePath.Split('/')[^1],
            Reason = cause is BadEventException bad ? bad.Code : cause.GetType().Name,
            Detail = detail.Length > 2000 ? detail[..2000] : detail,
            Body = cipher.SealBytes(context.GetBody(), nameof(DeadLetter), nameof(DeadLetter.Body), id),
            AtUtc = TimeProvider.System.GetUtcNow().UtcDateTime,
        });
        await db.SaveChangesAsync(context.CancellationToken);
        log.LogError("Message {MessageId} of {Queue} is a dead letter: {Reason}", context.GetMessageId(), context.InputAddress.AbsolutePath, cause.GetType().Name);
    }
}
