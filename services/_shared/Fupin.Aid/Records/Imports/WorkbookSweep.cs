using Fupin.Persistence;
using Fupin.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Fupin.Aid.Records.Imports;

/// <summary>Deletes uploaded workbooks after their days (删除到期工作簿). Several replicas may do it at once; a second time finds nothing.</summary>
internal sealed class WorkbookSweep(IServiceScopeFactory scopes, TimeProvider clock, ILogger<WorkbookSweep> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private DateOnly swept;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (clock.Today() is var today && today != swept) await SweepAsync(today, stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(exception, "Workbooks are swept later");
            }

            await Task.Delay(Look, TimeProvider.System, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task SweepAsync(DateOnly today, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentScope>().EnterSystem();
        var db = scope.ServiceProvider.GetRequiredService<DbContext>();
        await db.Set<RecordImport>().Where(job => job.KeptUntil < today && job.Content != null)
            .ExecuteUpdateAsync(set => set.SetProperty(job => job.Content, (string?)null).SetProperty(job => job.Version, job => job.Version + 1), ct);
        swept = today;
    }
}
