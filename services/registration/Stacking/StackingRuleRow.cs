using Fupin.Persistence;
using Fupin.ServiceDefaults;
using Fupin.Stacking;

namespace Fupin.Registration.Stacking;

/// <summary>A dated rule of stacking (叠加规则) in the book: drafted by one officer, confirmed by another, ended by a last day, never deleted.</summary>
internal sealed class StackingRuleRow : IVersioned
{
    public Guid Id { get; private init; }

    /// <summary>The code of the rule, for finding it.</summary>
    public string Code { get; private init; } = "";

    /// <summary>The rule, as the stacking function reads it.</summary>
    public string Json { get; private set; } = "";

    /// <summary>Who drafted it (拟定人); absent for the rules the platform comes with.</summary>
    public Guid? DraftedBy { get; private init; }

    /// <summary>Who confirmed it (复核人).</summary>
    public Guid? ConfirmedBy { get; private set; }

    public DateTime DraftedAtUtc { get; private init; }

    public DateTime? ConfirmedAtUtc { get; private set; }

    /// <summary>The last household whose accounts were stacked again by it.</summary>
    public Guid RestackedThrough { get; private set; }

    /// <summary>When all accounts it touches had been stacked again; null while that is under way.</summary>
    public DateTime? RestackedAtUtc { get; private set; }

    public int Version { get; set; }

    /// <summary>Whether it holds: a draft stacks nothing.</summary>
    public bool IsConfirmed => ConfirmedAtUtc is not null;

    public StackingRule Rule => RuleBook.Parse(Json);

    public static StackingRuleRow Seed(StackingRule rule, DateTime atUtc) => new()
    {
        Id = Guid.CreateVersion7(), Code = rule.Code, Json = RuleBook.Write(rule), DraftedAtUtc = atUtc, ConfirmedAtUtc = atUtc, RestackedAtUtc = atUtc,
    };

    public static StackingRuleRow Draft(StackingRule rule, Guid officer, DateTime atUtc) => new()
    {
        Id = Guid.CreateVersion7(), Code = rule.Code, Json = RuleBook.Write(rule), DraftedBy = officer, DraftedAtUtc = atUtc,
    };

    /// <summary>A second officer confirms; never the one who drafted.</summary>
    public Refusal? Confirm(Guid officer, DateTime atUtc)
    {
        if (IsConfirmed) return StackingErrors.AlreadyConfirmed;
        if (officer == DraftedBy) return StackingErrors.SameOfficer;
        ConfirmedBy = officer;
        ConfirmedAtUtc = atUtc;
        return null;
    }

    /// <summary>Notes how far stacking again has come, and when it was done.</summary>
    public void Restacked(Guid through, DateTime? doneAtUtc) => (RestackedThrough, RestackedAtUtc) = (through, doneAtUtc);

    /// <summary>A newer rule of the same code takes over: this one ends the day before.</summary>
    public void EndBefore(DateOnly day) => Json = RuleBook.Write(Rule with { To = day.AddDays(-1) });
}
