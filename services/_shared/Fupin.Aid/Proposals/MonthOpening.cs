using Fupin.Aid.Households;
using Fupin.Aid.Parameters;
using Fupin.Contracts.Values;
using Fupin.Persistence;
using Fupin.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Fupin.Aid.Proposals;

/// <summary>
/// Opens a month (开月): when the platform's month moves on, or a parameter was confirmed, every household is decided on once. It asks
/// for households without such a set, so that it goes on where it stopped, and several replicas share the work: a set is unique
/// for household and month, and whoever comes second starts its batch anew.
/// </summary>
internal sealed class MonthOpening(IServiceScopeFactory scopes, TimeProvider clock, ILogger<MonthOpening> log) : BackgroundService
{
    private const int BatchSize = 100;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Recheck = TimeSpan.FromSeconds(15);

    private AidMonth opened;
    private DateTime checkedAtUtc;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var more = false;
            try
            {
                more = await OpenBatchAsync(stoppingToken);
            }
            catch (DbUpdateException exception)
            {
                log.LogInformation("Another replica was first with these households: {Reason}", exception.GetBaseException().GetType().Name);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(exception, "Opening the month stops for {Seconds} s", Recheck.TotalSeconds);
                checkedAtUtc = TimeProvider.System.GetUtcNow().UtcDateTime;
                opened = clock.ThisMonth();
            }

            if (!more) await Task.Delay(Poll, TimeProvider.System, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Decides on one batch; true when there may be more.</summary>
    private async Task<bool> OpenBatchAsync(CancellationToken ct)
    {
        var (month, now) = (clock.ThisMonth(), TimeProvider.System.GetUtcNow().UtcDateTime);
        if (month == opened && now - checkedAtUtc < Recheck) return false;

        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentScope>().EnterSystem();
        var db = scope.ServiceProvider.GetRequiredService<DbContext>();
        var number = await scope.ServiceProvider.GetRequiredService<CurrentParameters>().LastNumberAsync(ct);

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // A household whose retention ended last month gets one empty set, so that its account says so.
        var lastMonth = month.AddMonths(-1).First;
        var waiting = await db.Set<HouseholdFile>()
            .Where(file => file.FactsRevision > 0 && (file.RetainedUntil == null || file.RetainedUntil >= lastMonth))
            .Where(file => !db.Set<AidSet>().Any(set => set.HouseholdId == file.HouseholdId && set.Month == month && set.DecidedWith >= number))
            .OrderBy(file => file.HouseholdId)
            .Select(file => file.HouseholdId)
            .Take(BatchSize)
            .ToListAsync(ct);
        if (waiting.Count > 0)
        {
            await scope.ServiceProvider.GetRequiredService<AidDesk>().DecideAsync(waiting, month, ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            log.LogInformation("Decided on {Count} households for {Month}", waiting.Count, month);
            return true;
        }

        (opened, checkedAtUtc) = (month, now);
        return false;
    }
}
