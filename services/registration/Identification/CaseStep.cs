namespace Fupin.Registration.Identification;

/// <summary>What was done to a case (办理记录); written once, never changed or removed.</summary>
internal sealed class CaseStep
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CaseId { get; private init; }

    /// <summary>Its place in the history of the case, from 1.</summary>
    public int Order { get; private init; }

    public Step Step { get; private init; }

    public CaseState From { get; private init; }

    public CaseState To { get; private init; }

    /// <summary>The part the officer took (经办环节).</summary>
    public Duty? Duty { get; private init; }

    public Guid RunId { get; private init; }

    public Guid? OfficerId { get; private init; }

    public string OfficerName { get; private init; } = "";

    public DateTime AtUtc { get; private init; }

    public string? Reason { get; private init; }

    public static CaseStep Of(IdentificationCase @case, Step step, CaseState to, Duty? duty, Act act, string? reason) => new()
    {
        CaseId = @case.Id,
        Order = @case.Steps.Count + 1,
        Step = step,
        From = @case.State,
        To = to,
        Duty = duty,
        RunId = act.RunId,
        OfficerId = act.OfficerId,
        OfficerName = act.OfficerName,
        AtUtc = act.AtUtc,
        Reason = reason ?? act.Reason,
    };
}
