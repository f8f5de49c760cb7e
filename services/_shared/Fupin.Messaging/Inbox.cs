using System.Diagnostics;
using Fupin.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace Fupin.Messaging;

/// <summary>
/// Lets each message have its effect once: look-up, effect, own outbox rows and the mark are one transaction, and only after its
/// commit is the message acknowledged. A consumer changes entities and never saves.
/// </summary>
internal sealed class InboxFilter<TEvent>(DbContext db, CurrentScope scope, InboxSwitch inbox) : IFilter<ConsumeContext<TEvent>>
    where TEvent : class
{
    public async Task Send(ConsumeContext<TEvent> context, IPipe<ConsumeContext<TEvent>> next)
    {
        scope.EnterSystem();
        var ct = context.CancellationToken;
        var id = context.MessageId ?? throw new BadEventException("no-message-id", "The message carries no id.");
        var name = EventCatalog.NameOf(typeof(TEvent));

        // Begins as a writer: on SQLite a reader that turns writer fails when somebody wrote in between.
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (inbox.On)
        {
            if (await db.Set<InboxMessage>().AnyAsync(message => message.MessageId == id && message.Event == name, ct))
            {
                await context.NotifyConsumed(context, TimeSpan.Zero, "inbox");
                return;
            }

            db.Add(new InboxMessage { MessageId = id, Event = name, HandledAtUtc = TimeProvider.System.GetUtcNow().UtcDateTime });
        }

        await next.Send(context);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("inbox");
}

// Off only in the tests that show what the inbox is good for.
internal sealed class InboxSwitch(IConfiguration configuration)
{
    public bool On { get; } = configuration["Messaging:Inbox"] != "off";
}

/// <summary>A message whose data can never be handled (坏消息): it goes to the dead letters at once, and the queue goes on.</summary>
/// <param name="code">A code for the reason, kebab-case.</param>
/// <param name="text">What is wrong, without personal data.</param>
public sealed class BadEventException(string code, string text) : Exception(text)
{
    /// <summary>A code for the reason, kebab-case.</summary>
    public string Code { get; } = code;
}
