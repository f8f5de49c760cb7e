using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
using Fupin.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Fupin.Messaging;

/// <summary>
/// Sends what the outbox holds, in order of writing, several at a time. Replicas share the work by a lease with a fence; should two
/// of them send at once all the same, the inboxes absorb what arrives twice. No transaction is open while the broker is asked.
/// </summary>
internal sealed class OutboxDelivery(IServiceScopeFactory scopes, IBus bus, OutboxSignal signal, ILogger<OutboxDelivery> log) : BackgroundService
{
    internal static readonly ActivitySource Activities = new("Fupin.Messaging");
    internal static readonly Meter Meter = new("Fupin.Messaging");
    private static readonly Counter<long> Parked = Meter.CreateCounter<long>("fupin.outbox.parked", "messages", "Events given up until an operator releases them");

    private const int BatchSize = 200;
    private const int TriesBeforeParking = 10;
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan SendTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan InboxLife = TimeSpan.FromDays(90);

    private readonly string me = $"{Environment.ProcessId}-{Guid.NewGuid():N}";
    private DateTime cleanedAtUtc = Now;

    // Leases and retries are technical: they follow the machine's time, never the platform clock that may be moved.
    private static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var failures = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var more = await DeliverBatchAsync(stoppingToken);
                failures = 0;
                if (!more) await signal.WaitAsync(Poll, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // The broker or the database is away: nothing is held against any message.
                var wait = Backoff(failures++, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(30));
                log.LogWarning("Delivery stops for {Seconds:0.0} s: {Reason}", wait.TotalSeconds, exception.Message);
                await Task.Delay(wait, stoppingToken);
            }
        }
    }

    /// <summary>Sends one batch; true when more may wait.</summary>
    private async Task<bool> DeliverBatchAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentScope>().EnterSystem();
        var db = scope.ServiceProvider.GetRequiredService<DbContext>();

        // Asked by "not yet sent", never by "after the last one": on a server, lower numbers may be committed later.
        var now = Now;
        var batch = await db.Set<OutboxMessage>().AsNoTracking()
            .Where(message => message.ParkedAtUtc == null && (message.NotBeforeUtc == null || message.NotBeforeUtc <= now))
            .OrderBy(message => message.Sequence)
            .Take(BatchSize)
            .ToListAsync(ct);
        if (batch.Count == 0)
        {
            await CleanAsync(db, ct);
            return false;
        }

        if (await TakeLeaseAsync(db, ct) is not { } fence) return false;

        var results = await Task.WhenAll(batch.Select(message => SendAsync(message, ct)));
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var held = await db.Set<OutboxLease>()
            .Where(lease => lease.Partition == 0 && lease.Owner == me && lease.Fence == fence)
            .ExecuteUpdateAsync(set => set.SetProperty(lease => lease.UntilUtc, Now + LeaseTime), ct);
        if (held == 0) return true;

        var sent = results.Where(result => result.Outcome == Outcome.Sent).Select(result => result.Message.Sequence).ToList();
        await db.Set<OutboxMessage>().Where(message => sent.Contains(message.Sequence)).ExecuteDeleteAsync(ct);
        foreach (var (message, _, error) in results.Where(result => result.Outcome == Outcome.Unsendable)) HoldBack(db.Attach(message).Entity, error!);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        if (results.FirstOrDefault(result => result.Outcome == Outcome.BrokerAway).Error is { } away) throw new BrokerAwayException(away);
        return batch.Count == BatchSize || sent.Count > 0;
    }

    private async Task<long?> TakeLeaseAsync(DbContext db, CancellationToken ct)
    {
        var now = Now;
        var until = now + LeaseTime;
        var mine = await db.Set<OutboxLease>().AsNoTracking().SingleAsync(lease => lease.Partition == 0, ct);
        if (mine.Owner == me && mine.UntilUtc > now + (LeaseTime / 2)) return mine.Fence;
        var taken = await db.Set<OutboxLease>()
            .Where(lease => lease.Partition == 0 && (lease.Owner == me || lease.UntilUtc < now))
            .ExecuteUpdateAsync(
                set => set.SetProperty(lease => lease.Owner, me).SetProperty(lease => lease.UntilUtc, until).SetProperty(lease => lease.Fence, lease => lease.Fence + 1),
                ct);
        return taken == 0
            ? null
            : await db.Set<OutboxLease>().Where(lease => lease.Partition == 0 && lease.Owner == me).Select(lease => lease.Fence).SingleOrDefaultAsync(ct);
    }

    private async Task<(OutboxMessage Message, Outcome Outcome, Exception? Error)> SendAsync(OutboxMessage message, CancellationToken ct)
    {
        using var activity = Activities.StartActivity($"deliver {message.Event}", ActivityKind.Producer, message.TraceParent);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(SendTime);
        try
        {
            var type = EventCatalog.TypeOf(message.Event);
            var body = JsonSerializer.Deserialize(message.Body, type, EventCatalog.Json)!;
            await bus.Publish(
                body,
                type,
                Pipe.Execute<PublishContext>(context =>
                {
                    context.MessageId = message.MessageId;
                    // A publish to an exchange without a queue is confirmed and lost; mandatory makes the broker hand it back.
                    if (context.TryGetPayload<RabbitMqSendContext>(out var rabbit)) rabbit.Mandatory = true;
                }),
                limit.Token);
            return (message, Outcome.Sent, null);
        }
        catch (Exception exception) when (exception is MessageReturnedException or JsonException or KeyNotFoundException or NotSupportedException)
        {
            return (message, Outcome.Unsendable, exception);
        }
        catch (Exception exception) when (!ct.IsCancellationRequested)
        {
            return (message, Outcome.BrokerAway, exception);
        }
    }

    // The fault is the row's own: others pass it by, and it is tried again ever more rarely.
    private void HoldBack(OutboxMessage message, Exception error)
    {
        message.Attempts++;
        if (message.Attempts >= TriesBeforeParking)
        {
            message.ParkedAtUtc = Now;
            Parked.Add(1);
            log.LogError("Event {Event} {MessageId} is parked after {Attempts} tries: {Reason}", message.Event, message.MessageId, message.Attempts, error.GetType().Name);
            return;
        }

        message.NotBeforeUtc = Now + Backoff(message.Attempts, TimeSpan.FromMilliseconds(500), TimeSpan.FromMinutes(5));
        log.LogWarning("Event {Event} {MessageId} cannot be sent yet: {Reason}", message.Event, message.MessageId, error.GetType().Name);
    }

    private async Task CleanAsync(DbContext db, CancellationToken ct)
    {
        if (Now - cleanedAtUtc < TimeSpan.FromHours(1)) return;
        cleanedAtUtc = Now;
        var before = Now - InboxLife;
        await db.Set<InboxMessage>().Where(message => message.HandledAtUtc < before).ExecuteDeleteAsync(ct);
    }

    private static TimeSpan Backoff(int tries, TimeSpan first, TimeSpan most)
    {
        var full = Math.Min(first.TotalMilliseconds * Math.Pow(2, Math.Min(tries, 20)), most.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(full * (0.75 + (Random.Shared.NextDouble() * 0.5)));
    }

    private enum Outcome
    {
        Sent,
        Unsendable,
        BrokerAway,
    }

    private sealed class BrokerAwayException(Exception inner) : Exception(inner.Message, inner);
}
