using Fupin.Contracts.Values;
using Fupin.Persistence;
using Fupin.Registration.Data;
using Fupin.Registration.Dci.Messages;
using Fupin.Registration.Dci.Searching;
using Fupin.Registration.Households;
using Fupin.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Dci.Subscriptions;

/// <summary>
/// Turns noted changes into notifications (变化转通知), some at a time: the changes go and the notifications come in one transaction, so of two replicas at the
/// same changes one finds them gone. Notifications name nobody; who needs names searches, with a purpose.
/// </summary>
internal sealed partial class TellingPartners(IServiceScopeFactory scopes, ILogger<TellingPartners> log) : BackgroundService
{
    private const int Page = 50;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, TimeProvider.System);
        do
        {
            try
            {
                while (await TellSomeAsync(stoppingToken))
                {
                    // until nothing is left
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // another replica in the same moment, or a fault: the changes stay noted, and the service goes on serving
            catch (Exception failed)
#pragma warning restore CA1031
            {
                Stumbled(log, failed);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<bool> TellSomeAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<CurrentScope>().EnterSystem();
        var db = services.GetRequiredService<RegistrationDb>();
        if (!await db.DciChanges.AnyAsync(ct)) return false;

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var changes = await db.DciChanges.AsNoTracking().OrderBy(change => change.Sequence).Take(Page).ToListAsync(ct);
        var sequences = changes.Select(change => change.Sequence).ToList();
        if (await db.DciChanges.Where(change => sequences.Contains(change.Sequence)).ExecuteDeleteAsync(ct) < changes.Count) return true;
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var subscriptions = await db.DciSubscriptions.AsNoTracking().Where(one => one.UnsubscribedAtUtc == null && one.EndsAtUtc > now && one.StartsAtUtc <= now).ToListAsync(ct);
        foreach (var change in changes)
        {
            foreach (var registry in subscriptions.GroupBy(one => one.Registry))
            {
                var what = await EventOfAsync(db, change, registry.Key, ct);
                foreach (var subscription in registry.Where(one => one.Event == what)) await TellAsync(services, db, change, subscription, now, ct);
            }
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return changes.Count == Page;
    }

    private static async Task TellAsync(IServiceProvider services, RegistrationDb db, DciChange change, DciSubscription subscription, DateTime now, CancellationToken ct)
    {
        var (cipher, clock) = (services.GetRequiredService<FieldCipher>(), services.GetRequiredService<TimeProvider>());
        var month = change.Month ?? clock.ThisMonth();
        var (low, high) = (subscription.Region, subscription.Region.LastInside);
        var household = await db.Households.AsNoTracking()
            .Where(one => one.Id == change.HouseholdId && one.Number != null && one.Village >= low && one.Village <= high)
            .Where(subscription.FilterOf(db, cipher, month))
            .Whole()
            .SingleOrDefaultAsync(ct);
        if (household is null) return;

        var records = await new RecordWriter(db, cipher, clock).WriteAsync(subscription.Registry, [household], month, null, ct);
        var data = new NewsData(
            Wire.Version, Vocabulary.Dci.RegTypes[subscription.Registry], Vocabulary.Dci.CodeOf(subscription.Registry, subscription.Event), "Household", records[0]);
        var transactionId = Guid.CreateVersion7().ToString("N");
        var news = new News(transactionId, [new NewsItem(subscription.Code, Wire.Write(change.AtUtc), data)]);
        services.GetRequiredService<Callbacks>().Notify(subscription, transactionId, news, Cron.Read(subscription.Cron)?.After(now));
    }

    // The first account of a household is its enrolment; what follows changes it. The register's own events are not the beneficiary registry's, but leaving is.
    private static async Task<PartnerEvent?> EventOfAsync(RegistrationDb db, DciChange change, Registry registry, CancellationToken ct)
    {
        if (change.Month is not { } month) return registry == Registry.Social || change.Event == PartnerEvent.Deregistered ? change.Event : null;
        if (registry == Registry.Social) return null;
        var first = change.Revision == 1 && !await db.AidAccounts.AnyAsync(account => account.HouseholdId == change.HouseholdId && account.Month < month, ct);
        return first ? PartnerEvent.Enrolled : PartnerEvent.StatusChanged;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telling partners stumbled; it goes on at the next look.")]
    private static partial void Stumbled(ILogger log, Exception failed);
}
