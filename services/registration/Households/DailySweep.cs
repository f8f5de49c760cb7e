using Fupin.Messaging;
using Fupin.Persistence;
using Fupin.Registration.Data;
using Fupin.Registration.Imports;
using Fupin.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Households;

/// <summary>
/// What a new day brings (每日巡检): birthdays that move a registered household's facts, and uploaded workbooks past their days. The day is the
/// platform's. Several replicas may sweep at once: of two that tell the same change one fails on the household's version and leaves it to the other.
/// </summary>
internal sealed partial class DailySweep(IServiceScopeFactory scopes, TimeProvider clock, ILogger<DailySweep> log) : BackgroundService
{
    private const int Page = 500;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(20);
    private DateOnly swept;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, TimeProvider.System);
        do
        {
            var today = clock.Today();
            if (today == swept) continue;
            try
            {
                await SweepAsync(today, stoppingToken);
                swept = today;
            }
            catch (Exception failed) when (failed is DbUpdateException or System.Data.Common.DbException)
            {
                Stumbled(log, failed); // the next look sweeps again; what was told already is not told twice
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task SweepAsync(DateOnly today, CancellationToken ct)
    {
        for (Guid? after = Guid.Empty; after is not null;) after = await TellBirthdaysAsync(after.Value, today, ct);
        await using var scope = Open();
        await scope.ServiceProvider.GetRequiredService<RegistrationDb>().Imports
            .Where(job => job.KeptUntil < today && job.Content != null && (job.State == ImportState.Done || job.State == ImportState.Failed || job.State == ImportState.Waiting))
            .ExecuteUpdateAsync(set => set.SetProperty(job => job.Content, (string?)null), ct);
    }

    private async Task<Guid?> TellBirthdaysAsync(Guid after, DateOnly today, CancellationToken ct)
    {
        await using var scope = Open();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<RegistrationDb>();
        var cipher = services.GetRequiredService<FieldCipher>();
        var households = await db.Households.AsNoTracking().Include(one => one.Members)
            .Where(one => one.Status == HouseholdStatus.Registered && one.Id.CompareTo(after) > 0)
            .OrderBy(one => one.Id)
            .Take(Page)
            .ToListAsync(ct);
        var moved = households.Where(one => FactsOf.AgeKey(one, cipher, today) != one.ToldAges).Select(one => one.Id).ToHashSet();
        if (moved.Count == 0) return households.Count == Page ? households[^1].Id : null;
        foreach (var household in await db.Households.Whole().Where(one => moved.Contains(one.Id)).ToListAsync(ct))
        {
            await HouseholdTelling.TellChangedAsync(db, services.GetRequiredService<IOutbox>(), cipher, household, today, ct);
        }

        await db.SaveChangesAsync(ct);
        return households.Count == Page ? households[^1].Id : null;
    }

    private AsyncServiceScope Open()
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentScope>().EnterSystem();
        return scope;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The daily sweep stumbled; it is done again at the next look.")]
    private static partial void Stumbled(ILogger log, Exception failed);
}
