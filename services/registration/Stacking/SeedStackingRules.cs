using Fupin.Persistence;
using Fupin.Registration.Data;
using Fupin.ServiceDefaults;
using Fupin.Stacking;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Stacking;

/// <summary>Lays the default rules (默认规则) where there are none of their codes yet; what officers changed stays.</summary>
internal sealed class SeedStackingRules : IMigrateStep
{
    public async Task RunAsync(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<RegistrationDb>();
        var now = services.GetRequiredService<TimeProvider>().UtcNow();
        var known = await db.StackingRules.Select(row => row.Code).ToListAsync(ct);
        db.StackingRules.AddRange(RuleBook.Default.Rules.Where(rule => !known.Contains(rule.Code)).Select(rule => StackingRuleRow.Seed(rule, now)));
        await db.SaveChangesAsync(ct);
    }
}
