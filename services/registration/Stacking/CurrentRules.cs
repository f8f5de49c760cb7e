using Fupin.Registration.Data;
using Fupin.Stacking;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Stacking;

/// <summary>The confirmed rules (现行规则). Read for each use: a rule that was just confirmed holds for the next household.</summary>
internal static class CurrentRules
{
    public static async Task<RuleBook> RuleBookAsync(this RegistrationDb db, CancellationToken ct)
    {
        var rows = await db.StackingRules.AsNoTracking().Where(row => row.ConfirmedAtUtc != null).ToListAsync(ct);
        return new RuleBook([.. rows.Select(row => row.Rule).OrderBy(rule => rule.Code, StringComparer.Ordinal).ThenBy(rule => rule.From)], RuleBook.Default.PolicyNames);
    }
}
