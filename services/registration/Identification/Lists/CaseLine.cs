using Fupin.Contracts.Values;

namespace Fupin.Registration.Identification.Lists;

/// <summary>A case as lists show it (个案一览): the head's name masked, nothing else that names anybody.</summary>
internal sealed record CaseLine(
    Guid Id,
    int Number,
    Guid HouseholdId,
    string Head,
    string? Group,
    int Members,
    Money? PerCapita,
    CaseState State,
    DateTime SinceUtc,
    int? VotesFor,
    int? VotesAgainst,
    int? VotesAbstain,
    bool InTownSample,
    bool InDistrictSample,
    int Objections,
    int OpenObjections)
{
    public static CaseLine Of(IdentificationCase one, Face face) => new(
        one.Id, one.Number, one.HouseholdId, face.Head, face.Group, face.Members, face.PerCapita, one.State, one.SinceUtc,
        one.VotesFor, one.VotesAgainst, one.VotesAbstain, one.InTownSample, one.InDistrictSample, one.Objections.Count, one.OpenObjections);
}

/// <summary>A step in a history (办理记录).</summary>
/// <param name="Step">The step, as in its route.</param>
/// <param name="Officer">Who took it; empty when nobody is named.</param>
/// <param name="Numbers">The cases it moved, by their numbers in the list.</param>
/// <param name="Attachments">What was handed in with it.</param>
internal sealed record StepLine(
    string Step,
    CaseState From,
    CaseState To,
    string Officer,
    DateTime AtUtc,
    string? Reason,
    IReadOnlyList<int> Numbers,
    IReadOnlyList<Guid> Attachments)
{
    /// <summary>The history of some cases, each request one line per way it decided.</summary>
    public static IReadOnlyList<StepLine> Of(IEnumerable<IdentificationCase> cases, ILookup<Guid, Guid> attachmentsOfRun) =>
    [
        .. cases
            .SelectMany(one => one.Steps.Select(step => (one.Number, Step: step)))
            .GroupBy(taken => new { taken.Step.RunId, taken.Step.Step, taken.Step.From, taken.Step.To, taken.Step.Reason })
            .Select(run => new StepLine(
                Flow.Wire(run.Key.Step),
                run.Key.From,
                run.Key.To,
                run.First().Step.OfficerName,
                run.First().Step.AtUtc,
                run.Key.Reason,
                [.. run.Select(taken => taken.Number).Order()],
                [.. attachmentsOfRun[run.Key.RunId]]))
            .OrderBy(line => line.AtUtc)
            .ThenBy(line => line.Numbers[0]),
    ];
}
