using System.Diagnostics;
using System.Text.Json;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Fupin.Messaging;

/// <summary>Tells other departments a fact (发布事件), in the transaction of the change: nothing is told before it is saved.</summary>
public interface IOutbox
{
    /// <summary>Adds the event to the service's context; it goes out after the save.</summary>
    void Add<TEvent>(TEvent @event)
        where TEvent : class;
}

internal sealed class Outbox(DbContext db) : IOutbox
{
    public void Add<TEvent>(TEvent @event)
        where TEvent : class => db.Add(new OutboxMessage
        {
            MessageId = NewId.NextSequentialGuid(),
            Event = EventCatalog.NameOf(typeof(TEvent)),
            Body = JsonSerializer.Serialize(@event, EventCatalog.Json),
            WrittenAtUtc = TimeProvider.System.GetUtcNow().UtcDateTime,
            TraceParent = Activity.Current?.Id,
        });
}

// Wakes the dispatcher after a commit, so that an event waits for milliseconds and not for the next poll.
internal sealed class OutboxSignal : DbTransactionInterceptor, ISaveChangesInterceptor, IDisposable
{
    private readonly SemaphoreSlim signal = new(0, 1);

    public void Raise()
    {
        try
        {
            if (signal.CurrentCount == 0) signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // Another commit raised it in the same moment.
        }
    }

    public void Dispose() => signal.Dispose();

    public Task<bool> WaitAsync(TimeSpan atMost, CancellationToken ct) => signal.WaitAsync(atMost, ct);

    public ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context?.Database.CurrentTransaction is null) Raise();
        return ValueTask.FromResult(result);
    }

    public override void TransactionCommitted(System.Data.Common.DbTransaction transaction, TransactionEndEventData eventData) => Raise();

    public override Task TransactionCommittedAsync(
        System.Data.Common.DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Raise();
        return Task.CompletedTask;
    }
}
