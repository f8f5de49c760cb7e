using Fupin.ServiceDefaults;

namespace Fupin.Registration.Identification;

/// <summary>A case a step could not move (暂缓), and why.</summary>
internal sealed record Held(IdentificationCase Case, Refusal Why);

/// <summary>What a step did to a batch (办理结果): the cases it moved and the ones it had to leave.</summary>
internal sealed record StepOutcome(IReadOnlyList<IdentificationCase> Moved, IReadOnlyList<Held> Held, Refusal? Refusal)
{
    /// <summary>What came of a step; one that moved nothing is a refusal that says why.</summary>
    public static StepOutcome Of(IReadOnlyList<IdentificationCase> moved, IReadOnlyList<Held> held) =>
        new(moved, held, moved.Count > 0 ? null : Merged(held));

    public static StepOutcome Refused(Refusal refusal) => new([], [], refusal);

    private static Refusal Merged(IReadOnlyList<Held> held) =>
        held[0].Why with { Text = string.Join('；', held.Select(one => one.Why.Text).Distinct().Take(5)) };
}

/// <summary>What is found about a case at a step (认定): for it, against it with a reason, or not yet.</summary>
internal readonly record struct Verdict(bool Passed, string? Reason, Refusal? NotYet)
{
    public static readonly Verdict For = new(true, null, null);

    public static Verdict Found(string note) => new(true, note, null);

    public static Verdict Against(string reason) => new(false, reason, null);

    public static Verdict Wait(Refusal why) => new(false, null, why);
}
