using Fupin.Contracts.Values;
using Fupin.Messaging;
using Fupin.Persistence;
using Fupin.Registration.Accounts;
using Fupin.Registration.Data;
using Fupin.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Stacking;

/// <summary>
/// Stacks every account anew that a just confirmed rule touches (规则生效后重新叠加), some households at a time. How far it has come stands in
/// the rule's row and is saved with their results: of two replicas at the same households one fails on that row and begins again after them.
/// </summary>
internal sealed partial class Restacking(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Restacking> log) : BackgroundService
{
    private const int Page = 50;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, TimeProvider.System);
        do
        {
            try
            {
                while (await StackSomeAsync(stoppingToken))
                {
                    // until nothing is left
                }
            }
            catch (Exception failed) when (failed is DbUpdateException or System.Data.Common.DbException)
            {
                Stumbled(log, failed); // another replica, or a department's set in the same moment: the next look goes on where it stands
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<bool> StackSomeAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<CurrentScope>().EnterSystem();
        var db = services.GetRequiredService<RegistrationDb>();
        var row = await db.StackingRules.Where(rule => rule.ConfirmedAtUtc != null && rule.RestackedAtUtc == null).OrderBy(rule => rule.Id).FirstOrDefaultAsync(ct);
        if (row is null) return false;

        var (month, after) = (AidMonth.Of(row.Rule.From), row.RestackedThrough);
        var households = await db.AidAccounts
            .Where(account => account.Month >= month && account.HouseholdId.CompareTo(after) > 0)
            .Select(account => account.HouseholdId)
            .Distinct()
            .OrderBy(household => household)
            .Take(Page)
            .ToListAsync(ct);
        var accounts = await db.AidAccounts.Where(account => households.Contains(account.HouseholdId)).ToListAsync(ct);
        var book = await db.RuleBookAsync(ct);
        var bound = await Ancestry.BoundAsync(db, households, ct);
        foreach (var household in accounts.GroupBy(account => account.HouseholdId))
        {
            await Ancestry.StackFromAsync(db, household.Key, [.. household], bound.Contains(household.Key), month, book, clock.UtcNow(), services.GetRequiredService<IOutbox>(), ct);
        }

        row.Restacked(households is [.., var last] ? last : after, households.Count < Page ? clock.UtcNow() : null);
        await db.SaveChangesAsync(ct);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Stacking again stumbled; it goes on at the next look.")]
    private static partial void Stumbled(ILogger log, Exception failed);
}
