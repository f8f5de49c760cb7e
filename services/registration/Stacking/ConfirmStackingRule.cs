using Fupin.Registration.Data;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Fupin.Stacking;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Stacking;

/// <summary>A second officer confirms a drafted rule (复核规则); from its first day it stacks, and the former one of its code ends the day before.</summary>
internal static class ConfirmStackingRule
{
    public static async Task<Results<NoContent, Refusal>> Handle(Guid id, RegistrationDb db, CurrentOfficer officer, TimeProvider clock, CancellationToken ct)
    {
        var rows = await db.StackingRules.ToListAsync(ct);
        if (rows.Find(row => row.Id == id) is not { } draft) return StackingErrors.NoSuchRule;
        var rule = draft.Rule;
        if (!draft.IsConfirmed && rule.From < clock.Today()) return StackingErrors.StartsInPast;
        if (draft.Confirm(officer.Id, clock.UtcNow()) is { } refusal) return refusal;

        // Others may have been confirmed since it was drafted.
        var others = rows.Where(row => row.IsConfirmed && row != draft).ToList();
        var faults = RuleBook.Check([.. DraftStackingRule.InForceBeside(rule, others.Select(row => row.Rule)), rule], RuleBook.Default.PolicyNames);
        if (faults is [var fault, ..]) return StackingErrors.RuleRefused.With(fault.Text);
        foreach (var former in others.Where(row => row.Code == rule.Code && row.Rule is { } held && held.From < rule.From && (held.To is null || held.To >= rule.From)))
        {
            former.EndBefore(rule.From);
        }

        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
