using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;

namespace Fupin.Aid.Proposals.Candidates;

/// <summary>Somebody whom a work list names, with the reasons (工作清单对象).</summary>
/// <param name="ItemId">The item it is about, or the last one where the aid comes to an end.</param>
/// <param name="HouseholdId">The household (户).</param>
/// <param name="Village">The village (行政村).</param>
/// <param name="MemberId">The beneficiary, where it is a person.</param>
/// <param name="Policy">The policy code.</param>
/// <param name="PolicyName">What people call it.</param>
/// <param name="Period">The period of the item.</param>
/// <param name="Amount">What it gives.</param>
/// <param name="Day">Since when somebody waits, or until when an aid lasts; absent where it cannot be known.</param>
/// <param name="IsCertain">Whether the day is certain; what hangs on a birthday is not, because departments do not know it.</param>
/// <param name="Reasons">Why, line by line.</param>
internal sealed record Candidate(
    Guid ItemId, Guid HouseholdId, DivisionCode Village, Guid? MemberId, string Policy, string PolicyName, string Period, Money Amount,
    DateOnly? Day, bool IsCertain, IReadOnlyList<TraceLine> Reasons);

/// <summary>A page of a work list (清单的一页), and where the next one begins.</summary>
internal sealed record Found(IReadOnlyList<Candidate> Items, string? Next);

/// <summary>What a work list is asked for (清单查询).</summary>
internal sealed record Asked(DivisionCode? Village, string? Policy, string? After, int Size);
