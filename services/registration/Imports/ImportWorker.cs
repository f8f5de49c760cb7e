using System.Diagnostics;
using Fupin.Persistence;
using Fupin.Registration.Data;
using Fupin.Registration.Households;
using Fupin.Registration.Identification;
using Fupin.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Imports;

/// <summary>Wakes the worker of this replica after an upload (唤醒导入); other replicas find the job by looking.</summary>
internal sealed class ImportBell : IDisposable
{
    private readonly SemaphoreSlim bell = new(0);

    public void Ring() => bell.Release();

    public Task WaitAsync(TimeSpan atMost, CancellationToken ct) => bell.WaitAsync(atMost, ct);

    public void Dispose() => bell.Dispose();
}

/// <summary>
/// Works off imports (导入后台处理), one at a time. A replica claims a job by its lease row; a job whose holder is gone is claimed again when
/// the lease has run out and goes on at its cursor. Leases follow the machine's clock, never the platform's.
/// </summary>
internal sealed partial class ImportWorker(IServiceScopeFactory scopes, ImportBell bell, ILogger<ImportWorker> log) : BackgroundService
{
    private const int MaxAttempts = 8;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);
    private static readonly ActivitySource Activities = new("Fupin.Registration");
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
#pragma warning disable CA1031 // whatever one import does, the others are still to be worked off; the job itself counts its attempts
            catch (Exception failed)
#pragma warning restore CA1031
            {
                Stumbled(log, failed);
                await bell.WaitAsync(Look, stoppingToken);
            }
        }
    }

    private async Task<Guid?> ClaimAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentScope>().EnterSystem();
        var db = scope.ServiceProvider.GetRequiredService<RegistrationDb>();
        var now = Now;
        var free = await db.Imports
            .Where(job => (job.State == ImportState.Checking || job.State == ImportState.Taking) && job.LeaseUntilUtc < now)
            .OrderBy(job => job.UploadedAtUtc)
            .Select(job => new { job.Id, job.Version })
            .FirstOrDefaultAsync(ct);
        if (free is null) return null;
        var until = now + Lease;
        var claimed = await db.Imports.Where(job => job.Id == free.Id && job.Version == free.Version && job.LeaseUntilUtc < now).ExecuteUpdateAsync(
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
        using var activity = Activities.StartActivity("import", ActivityKind.Consumer, await TraceOfAsync(id, ct));
        IReadOnlyList<CheckedHousehold>? households = null;
        for (var more = true; more;)
        {
            await using var scope = scopes.CreateAsyncScope();
            var services = scope.ServiceProvider;
            var db = services.GetRequiredService<RegistrationDb>();
            var job = await db.Imports.SingleAsync(job => job.Id == id, ct);
            if (job.Owner != me) return;
            services.GetRequiredService<CurrentScope>().Enter(job.Region);
            var work = ActivatorUtilities.CreateInstance<ImportWork>(services);
            if (job.Attempts > MaxAttempts)
            {
                job.State = ImportState.Failed;
                await db.SaveChangesAsync(ct);
                return;
            }

            job.LeaseUntilUtc = Now + Lease;
            if (job.State == ImportState.Checking)
            {
                await work.CheckAsync(job, ct);
            }
            else
            {
                var clock = services.GetRequiredService<TimeProvider>();
                households ??= await work.ResumeAsync(job, ct);
                var year = (await db.RegistrationRulesAsync(clock.Today(), ct)).ReferenceDay.Year;
                var act = new Act(job.Id, job.OfficerId, job.OfficerName, clock.UtcNow(), clock.Today());
                try
                {
                    await work.TakeNextAsync(job, households, act, year, ct);
                }
                catch (DbUpdateException)
                {
                    // Somebody else filled the same batch or entered the same person in this moment: look at the register again and go on.
                    if (!await StillMineAsync(id, ct)) return;
                    households = null;
                    continue;
                }
            }

            more = job.State == ImportState.Taking;
        }

        await ReleaseAsync(id, ct);
    }

    private async Task<string?> TraceOfAsync(Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RegistrationDb>().Imports.Where(job => job.Id == id).Select(job => job.TraceParent).SingleAsync(ct);
    }

    // Counts the attempt, so that a job that can never be saved ends as failed and does not spin.
    private async Task<bool> StillMineAsync(Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RegistrationDb>();
        return await db.Imports.Where(job => job.Id == id && job.Owner == me)
            .ExecuteUpdateAsync(set => set.SetProperty(job => job.Attempts, job => job.Attempts + 1).SetProperty(job => job.Version, job => job.Version + 1), ct) == 1;
    }

    private async Task ReleaseAsync(Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RegistrationDb>();
        var none = DateTime.UnixEpoch;
        await db.Imports.Where(job => job.Id == id && job.Owner == me)
            .ExecuteUpdateAsync(set => set.SetProperty(job => job.Owner, (string?)null).SetProperty(job => job.LeaseUntilUtc, none).SetProperty(job => job.Attempts, 0), ct);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An import stumbled; it is tried again when its lease has run out.")]
    private static partial void Stumbled(ILogger log, Exception failed);
}
