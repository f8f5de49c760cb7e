using System.Text.Json;
using Fupin.Registration.Data;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Fupin.Stacking;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Stacking;

/// <summary>Drafts a rule of stacking (拟定规则). The whole book is checked with it in place, so that a cycle is refused by name before anybody confirms it.</summary>
internal static class DraftStackingRule
{
    public sealed record Response(Guid Id);

    public static async Task<Results<Created<Response>, Refusal>> Handle(
        JsonElement request, RegistrationDb db, CurrentOfficer officer, TimeProvider clock, CancellationToken ct)
    {
        StackingRule rule;
        try
        {
            rule = RuleBook.Parse(request.GetRawText());
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            return StackingErrors.RuleUnreadable.With("缺少 kind、code、from、basis 等字段，或取值不对");
        }

        if (rule.From < clock.Today()) return StackingErrors.StartsInPast;
        var rows = await db.StackingRules.AsNoTracking().Where(row => row.ConfirmedAtUtc != null).ToListAsync(ct);
        var faults = RuleBook.Check([.. InForceBeside(rule, rows.Select(row => row.Rule)), rule], RuleBook.Default.PolicyNames);
        if (faults is [var fault, ..]) return StackingErrors.RuleRefused.With(fault.Text);

        var draft = StackingRuleRow.Draft(rule, officer.Id, clock.UtcNow());
        db.StackingRules.Add(draft);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/stacking-rules/{draft.Id}", new Response(draft.Id));
    }

    /// <summary>The rules as they will stand beside a new one: an open one of the same code ends the day before.</summary>
    internal static IEnumerable<StackingRule> InForceBeside(StackingRule rule, IEnumerable<StackingRule> rules) =>
        rules.Select(other => other.Code == rule.Code && other.From < rule.From && (other.To is null || other.To >= rule.From) ? other with { To = rule.From.AddDays(-1) } : other);
}
