namespace Fupin.Registration.Identification.Steps;

/// <summary>What a step did (办理结果).</summary>
/// <param name="BatchId">The batch.</param>
/// <param name="Step">The step, as in its route.</param>
/// <param name="State">Where the batch stands now.</param>
/// <param name="Moved">The cases that were moved, and where to.</param>
/// <param name="Held">The cases that were left, and why.</param>
/// <param name="Sample">The cases drawn for a visit, when the step drew some.</param>
internal sealed record StepResponse(
    Guid BatchId,
    string Step,
    CaseState State,
    IReadOnlyList<StepResponse.MovedCase> Moved,
    IReadOnlyList<StepResponse.HeldCase> Held,
    IReadOnlyList<StepResponse.MovedCase> Sample)
{
    public sealed record MovedCase(Guid CaseId, int Number, CaseState State);

    public sealed record HeldCase(Guid CaseId, int Number, string Code, string Text);

    public static StepResponse Of(CaseBatch batch, Step step, StepOutcome outcome, bool drawn) => new(
        batch.Id,
        Flow.Wire(step),
        batch.State,
        [.. outcome.Moved.Select(Line)],
        [.. outcome.Held.Select(held => new HeldCase(held.Case.Id, held.Case.Number, held.Why.Code, held.Why.Text))],
        drawn
            ? [.. outcome.Moved.Where(one => one.IsInSample(batch.Draws[^1].Level)).Select(Line)]
            : []);

    private static MovedCase Line(IdentificationCase one) => new(one.Id, one.Number, one.State);
}
