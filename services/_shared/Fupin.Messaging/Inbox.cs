using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Fupin.Persistence;
using MassTransit;
using MassTransit.Batching;
using MassTransit.Context;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Fupin.Messaging;

/// <summary>
/// Lets each message have its effect once: look-up, effect, own outbox rows and the mark are one transaction, and only after its
/// commit is the message acknowledged. A consumer changes entities and never saves.
/// <para>Messages that wait while another transaction is written are handled together in the next one, so that one flush of the disk
/// serves many; a single message waits for nobody. When they fail together each is handled again by itself, and what a message
/// cannot do then is its own fault: it alone is tried again, and becomes a dead letter in the end.</para>
/// </summary>
internal sealed class Inbox<TEvent>(Type consumer, IServiceScopeFactory scopes, InboxSettings settings) : IConsumer<TEvent>, IDisposable
    where TEvent : class
{
    private static readonly string Name = EventCatalog.NameOf(typeof(TEvent));

    private readonly ConcurrentQueue<Arrival> waiting = [];
    private readonly SemaphoreSlim turns = new(settings.Writers);

    public async Task Consume(ConsumeContext<TEvent> context)
    {
        if (context.MessageId is null) throw new BadEventException("no-message-id", "The message carries no id.");
        var arrival = new Arrival(context, Activity.Current);
        var alone = context.GetRetryAttempt() > 0; // it failed before, and shall not take others with it
        if (!alone) waiting.Enqueue(arrival);

        await turns.WaitAsync(context.CancellationToken);
        try
        {
            if (alone) await HandleAsync(() => [arrival], context.CancellationToken);
            else while (!arrival.Handled.IsCompleted && !waiting.IsEmpty) await HandleNextAsync(context.CancellationToken);
        }
        finally
        {
            turns.Release();
        }

        if (!alone) await arrival.Handled; // by this turn, or by one that took it along
    }

    public void Dispose() => turns.Dispose();

    private async Task HandleNextAsync(CancellationToken ct)
    {
        var taken = new List<Arrival>();
        try
        {
            await HandleAsync(Take, ct);
            taken.ForEach(arrival => arrival.Succeed());
        }
        catch (Exception exception) when (taken.Count == 1)
        {
            taken[0].Fail(exception);
        }
        catch (Exception) when (taken.Count > 1)
        {
            foreach (var arrival in taken) await HandleByItselfAsync(arrival, ct);
        }

        List<Arrival> Take()
        {
            while (taken.Count < settings.BatchSize && waiting.TryDequeue(out var next)) taken.Add(next);
            return taken;
        }
    }

    private async Task HandleByItselfAsync(Arrival arrival, CancellationToken ct)
    {
        try
        {
            await HandleAsync(() => [arrival], ct);
            arrival.Succeed();
        }
        catch (Exception exception)
        {
            arrival.Fail(exception);
        }
    }

    private async Task HandleAsync(Func<List<Arrival>> take, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentScope>().EnterSystem();
        var db = scope.ServiceProvider.GetRequiredService<DbContext>();

        // Begins as a writer: on SQLite a reader that turns writer fails when somebody wrote in between.
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var arrivals = take(); // only now: what came while others wrote is part of it
        var fresh = settings.RemembersMessages ? await MarkAsync(db, arrivals, ct) : arrivals;
        if (fresh.Count == 0) return;
        InboxSettings.Together.Record(fresh.Count, new KeyValuePair<string, object?>("event", Name));
        switch (scope.ServiceProvider.GetRequiredService(consumer))
        {
            case IConsumer<Batch<TEvent>> several:
                await ConsumeTogetherAsync(several, fresh);
                break;
            case IConsumer<TEvent> one:
                foreach (var arrival in fresh)
                {
                    Activity.Current = arrival.Activity;
                    await one.Consume(arrival.Context);
                    await db.SaveChangesAsync(ct); // the next may look for what this one did
                }

                break;
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    // Those that had no effect yet; what comes twice in one batch counts once.
    private static async Task<List<Arrival>> MarkAsync(DbContext db, List<Arrival> arrivals, CancellationToken ct)
    {
        var ids = arrivals.Select(arrival => arrival.MessageId).ToList();
        var known = await db.Set<InboxMessage>().AsNoTracking()
            .Where(message => message.Event == Name && ids.Contains(message.MessageId))
            .Select(message => message.MessageId)
            .ToHashSetAsync(ct);
        var fresh = arrivals.Where(arrival => known.Add(arrival.MessageId)).ToList();
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        db.AddRange(fresh.Select(arrival => new InboxMessage { MessageId = arrival.MessageId, Event = Name, HandledAtUtc = now }));
        return fresh;
    }

    // Goes on in the trace of the first and is linked to those of the others; a bulk of changes has one trace anyway.
    private static async Task ConsumeTogetherAsync(IConsumer<Batch<TEvent>> consumer, List<Arrival> arrivals)
    {
        var first = arrivals[0];
        using var activity = arrivals.Count == 1
            ? null
            : OutboxDelivery.Activities.StartActivity(
                $"handle {Name}", ActivityKind.Consumer, first.Activity?.Context ?? default, links: arrivals.Skip(1).Where(other => other.Activity is not null).Select(other => new ActivityLink(other.Activity!.Context)));
        if (activity is null) Activity.Current = first.Activity;
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var batch = new MessageBatch<TEvent>(now, now, BatchCompletionMode.Forced, [.. arrivals.Select(arrival => arrival.Context)]);
        await consumer.Consume(new MessageConsumeContext<Batch<TEvent>>(first.Context, batch));
    }

    private sealed class Arrival(ConsumeContext<TEvent> context, Activity? activity)
    {
        private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ConsumeContext<TEvent> Context => context;

        public Activity? Activity => activity;

        public Guid MessageId => context.MessageId!.Value;

        public Task Handled => done.Task;

        public void Succeed() => done.SetResult();

        public void Fail(Exception exception) => done.SetException(exception);
    }
}

/// <summary>How the inbox works (收件箱设置); what is not the default is for comparing and for tests.</summary>
internal sealed class InboxSettings(IConfiguration configuration)
{
    public static readonly Histogram<int> Together = OutboxDelivery.Meter.CreateHistogram<int>("fupin.inbox.batch", "messages", "Messages handled in one transaction");

    /// <summary>How many messages one transaction takes at most; 1 handles each by itself.</summary>
    public int BatchSize { get; } = configuration.GetValue("Messaging:BatchSize", 500);

    /// <summary>How many messages of one queue are in hand at once: those of one batch, and those that wait for the next.</summary>
    public int InHand => BatchSize == 1 ? Writers : 2 * BatchSize;

    /// <summary>How many batches of one queue may be written at once; a SQLite file has one writer.</summary>
    public int Writers { get; } = configuration["Database:Provider"] == "SqlServer" ? 8 : 1;

    /// <summary>Off only in the tests that show what the inbox is good for.</summary>
    public bool RemembersMessages { get; } = configuration["Messaging:Inbox"] != "off";
}

/// <summary>A message whose data can never be handled (坏消息): it goes to the dead letters at once, and the queue goes on.</summary>
/// <param name="code">A code for the reason, kebab-case.</param>
/// <param name="text">What is wrong, without personal data.</param>
public sealed class BadEventException(string code, string text) : Exception(text)
{
    /// <summary>A code for the reason, kebab-case.</summary>
    public string Code { get; } = code;
}
