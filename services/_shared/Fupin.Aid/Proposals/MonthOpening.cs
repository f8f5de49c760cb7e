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
/// Opens months (开月): when the platform's month moves on, or a parameter was confirmed, every household is decided on once. Months that
/// the clock jumped over are opened first, in order; so are the months that something late was told for. It asks for households without
/// such a set, so that it goes on where it stopped, and several replicas share the work: a set is unique for household and month, an
/// opened month is written once, and whoever comes second starts its batch anew.
/// </summary>
internal sealed class MonthOpening(IServiceScopeFactory scopes, TimeProvider clock, ILogger<MonthOpening> log) : BackgroundService
{
    private const int BatchSize = 100;
    private const int LateBatchSize = 20;
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
        var desk = scope.ServiceProvider.GetRequiredService<AidDesk>();
        var number = await scope.ServiceProvider.GetRequiredService<CurrentParameters>().LastNumberAsync(ct);

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var months = await db.Set<OpenedMonth>().OrderBy(row => row.Month).Select(row => row.Month).ToListAsync(ct);
        if (months is [var first, ..] && await DecideLateAsync(db, desk, first, month, ct))
        {
            await transaction.CommitAsync(ct);
            return true;
        }

        var next = months is [.., var latest] && latest < month ? latest.AddMonths(1) : month;
        var waiting = await WaitingAsync(db, next, next == month ? number : 0, ct);
        if (waiting.Count > 0) await desk.DecideAsync(waiting, next, ct);
        else if (!months.Contains(next)) db.Add(new OpenedMonth { Month = next, AtUtc = clock.UtcNow() });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        if (waiting.Count > 0)
        {
            log.LogInformation("Decided on {Count} households for {Month}", waiting.Count, next);
            return true;
        }

        if (next < month) return true;
        (opened, checkedAtUtc) = (month, now);
        return false;
    }

    // A household whose retention ended the month before gets one empty set, so that its account says so.
    private static Task<List<Guid>> WaitingAsync(DbContext db, AidMonth month, int number, CancellationToken ct)
    {
        var monthBefore = month.AddMonths(-1).First;
        return db.Set<HouseholdFile>()
            .Where(file => file.FactsRevision > 0 && (file.RetainedUntil == null || file.RetainedUntil >= monthBefore))
            .Where(file => file.FactsMonth <= month || db.Set<FactsOfMonth>().Any(facts => facts.HouseholdId == file.HouseholdId && facts.Month <= month))
            .Where(file => !db.Set<AidSet>().Any(set => set.HouseholdId == file.HouseholdId && set.Month == month && set.DecidedWith >= number))
            .OrderBy(file => file.HouseholdId)
            .Select(file => file.HouseholdId)
            .Take(BatchSize)
            .ToListAsync(ct);
    }

    // Decides again on some households of which something was told late, month after month; false when there are none.
    private static async Task<bool> DecideLateAsync(DbContext db, AidDesk desk, AidMonth first, AidMonth last, CancellationToken ct)
    {
        var late = await db.Set<LateTelling>().OrderBy(row => row.HouseholdId).Take(LateBatchSize).ToListAsync(ct);
        if (late.Count == 0) return false;
        var start = late.Min(row => row.From);
        for (var month = start < first ? first : start; month <= last; month = month.AddMonths(1))
        {
            await desk.DecideAsync([.. late.Where(row => row.From <= month).Select(row => row.HouseholdId)], month, ct);
            await db.SaveChangesAsync(ct); // the next month looks at what this one gave
        }

        db.RemoveRange(late);
        await db.SaveChangesAsync(ct);
        return true;
    }
}
