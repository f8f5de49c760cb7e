using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Fupin.Persistence.Jobs;

/// <summary>Wakes the worker of this replica when there is a job (唤醒后台任务); other replicas find it by looking.</summary>
/// <typeparam name="TJob">The job.</typeparam>
public sealed class JobBell<TJob> : IDisposable
{
    private readonly SemaphoreSlim bell = new(0);

    /// <summary>Wakes it.</summary>
    public void Ring() => bell.Release();

    internal Task WaitAsync(TimeSpan atMost, CancellationToken ct) => bell.WaitAsync(atMost, ct);

    /// <inheritdoc />
    public void Dispose() => bell.Dispose();
}

/// <summary>Registers workers of jobs.</summary>
public static class JobRegistration
{
    /// <summary>Works off jobs of a type in this replica, beside all others.</summary>
    public static void AddJobs<TJob, TWork>(this IServiceCollection services)
        where TJob : class, ILeasedJob
        where TWork : class, IJobWork<TJob>, new()
    {
        services.AddSingleton<JobBell<TJob>>();
        services.AddHostedService<JobWorker<TJob, TWork>>();
    }
}

/// <summary>
/// Works off jobs, one at a time. A replica claims a job by its lease row; a job whose holder is gone is claimed again when the lease has run
/// out and goes on where it stood. Leases follow the machine's clock, never the platform's. Every save moves the job's version, so that of
/// two holders one fails.
/// </summary>
internal sealed partial class JobWorker<TJob, TWork>(IServiceScopeFactory scopes, JobBell<TJob> bell, ILogger<JobWorker<TJob, TWork>> log) : BackgroundService
    where TJob : class, ILeasedJob
    where TWork : class, IJobWork<TJob>, new()
{
    private const int MaxAttempts = 8;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);
    private static readonly ActivitySource Activities = new("Fupin.Jobs");
    private readonly string me = $"{Environment.ProcessId}-{Guid.NewGuid():N}";

    private static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await ClaimAsync(stoppingToken) is { } id) await WorkAsync(id, stoppingToken);
                else await bell.WaitAsync(Look, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // whatever one job does, the others are still to be worked off; the job itself counts its attempts
            catch (Exception failed)
#pragma warning restore CA1031
            {
                Stumbled(log, failed, typeof(TJob).Name);
                await bell.WaitAsync(Look, stoppingToken);
            }
        }
    }

    private async Task<Guid?> ClaimAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = Everything(scope);
        var now = Now;
        var free = await TWork.Waiting(db).Where(job => job.LeaseUntilUtc < now).Select(job => new { job.Id, job.Version }).FirstOrDefaultAsync(ct);
        if (free is null) return null;
        var until = now + Lease;
        var claimed = await db.Set<TJob>().Where(job => job.Id == free.Id && job.Version == free.Version && job.LeaseUntilUtc < now).ExecuteUpdateAsync(
            set => set
                .SetProperty(job => job.Owner, me)
                .SetProperty(job => job.LeaseUntilUtc, until)
                .SetProperty(job => job.Attempts, job => job.Attempts + 1)
                .SetProperty(job => job.Version, job => job.Version + 1),
            ct);
        return claimed == 1 ? free.Id : null;
    }

    private async Task WorkAsync(Guid id, CancellationToken ct)
    {
        using var activity = Activities.StartActivity(typeof(TJob).Name, ActivityKind.Consumer, await TraceOfAsync(id, ct));
        var work = new TWork();
        for (var more = true; more;)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<DbContext>();
            var job = await db.Set<TJob>().SingleAsync(job => job.Id == id, ct);
            if (job.Owner != me) return;
            scope.ServiceProvider.GetRequiredService<CurrentScope>().Enter(job.Region);
            if (job.Attempts > MaxAttempts)
            {
                TWork.Fail(job);
                await db.SaveChangesAsync(ct);
                return;
            }

            job.LeaseUntilUtc = Now + Lease;
            try
            {
                more = await work.StepAsync(job, scope.ServiceProvider, ct);
            }
            catch (DbUpdateException)
            {
                // Somebody else wrote the same in this moment: look at everything again and go on.
                if (!await StillMineAsync(id, ct)) return;
                work = new TWork();
            }
        }

        await ReleaseAsync(id, ct);
    }

    private async Task<string?> TraceOfAsync(Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Everything(scope).Set<TJob>().Where(job => job.Id == id).Select(job => job.TraceParent).SingleAsync(ct);
    }

    // Counts the attempt, so that a job that can never be saved ends as failed and does not spin.
    private async Task<bool> StillMineAsync(Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Everything(scope).Set<TJob>().Where(job => job.Id == id && job.Owner == me)
            .ExecuteUpdateAsync(set => set.SetProperty(job => job.Attempts, job => job.Attempts + 1).SetProperty(job => job.Version, job => job.Version + 1), ct) == 1;
    }

    private async Task ReleaseAsync(Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var none = DateTime.UnixEpoch;
        await Everything(scope).Set<TJob>().Where(job => job.Id == id && job.Owner == me)
            .ExecuteUpdateAsync(set => set.SetProperty(job => job.Owner, (string?)null).SetProperty(job => job.LeaseUntilUtc, none).SetProperty(job => job.Attempts, 0), ct);
    }

    private static DbContext Everything(AsyncServiceScope scope)
    {
        scope.ServiceProvider.GetRequiredService<CurrentScope>().EnterSystem();
        return scope.ServiceProvider.GetRequiredService<DbContext>();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Job} stumbled; it is tried again when its lease has run out.")]
    private static partial void Stumbled(ILogger log, Exception failed, string job);
}
