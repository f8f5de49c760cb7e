using Fupin.Aid.Households;
using Fupin.Aid.Parameters;
using Fupin.Aid.Policies;
using Fupin.Aid.Proposals;
using Fupin.Aid.Trials;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Aid.Reasons;

/// <summary>
/// Why an item is as it is (明白账): what was looked at, which rule and clause, the parameters with their dates, the arithmetic line by line,
/// what stacking took away, and what would change it.
/// </summary>
internal static class ExplainItem
{
    /// <summary>A value the decision rests on; unconfirmed where no document was found and the client must confirm it ([NF]).</summary>
    public sealed record ParameterLine(string Name, string Label, string Value, string Unit, DateOnly From, DateOnly? To, string Basis, bool IsUnconfirmed);

    public sealed record Answer(
        Guid ItemId, Guid HouseholdId, DivisionCode Village, Guid? MemberId, string Department, string Policy, string PolicyName, string Basis, AidMonth Month, string Period,
        AidNature Nature, string ParameterVersion, Money Proposed, Money Granted, AidItemState State, StackedState? Outcome, string? Claim,
        IReadOnlyList<Input> Inputs, IReadOnlyList<ParameterLine> Parameters, IReadOnlyList<TraceLine> Trace, IReadOnlyList<Reduction> Reductions,
        IReadOnlyList<string> WouldChange);

    public static async Task<Results<Ok<Answer>, Refusal>> Handle(
        Guid itemId, DbContext db, AidCases cases, PolicyBook book, CurrentParameters parameters, CancellationToken ct)
    {
        if (await db.Set<AidItem>().AsNoTracking().SingleOrDefaultAsync(row => row.ItemId == itemId, ct) is not { } item) return AidErrors.NoSuchItem;
        var (inputs, rows, changes) = await cases.FindAsync(item.HouseholdId, item.Month, ct) is { } aidCase
            ? Look(item, aidCase, book, (await parameters.OnAsync(item.Month.Last, ct)).AsOf(item.ParameterNumber).Noting())
            : ([], [], []);
        var name = book.NameOf(item.Policy);
        return TypedResults.Ok(new Answer(
            item.ItemId, item.HouseholdId, item.Village, item.MemberId, book.Department, item.Policy, name.Name, name.Basis, item.Month, item.Period, item.Nature,
            item.ParameterVersion, item.Proposed, item.Granted, item.State, item.Outcome, item.Claim, inputs, rows, item.Trace, item.Reductions, changes));
    }

    private static (IReadOnlyList<Input> Inputs, IReadOnlyList<ParameterLine> Rows, IReadOnlyList<string> Changes) Look(
        AidItem item, AidCase aidCase, PolicyBook book, PolicyParameters values)
    {
        var decisions = new Decisions(Detail.Traces);
        var policy = book.Policies.Single(one => one.Code == item.Policy);
        PolicyBook.Decide(policy, aidCase, values, decisions);
        var rows = values.Read.Select(row => new ParameterLine(row.Name, row.Label, row.Value, row.Unit, row.From, row.To, row.Basis, row.IsUnconfirmed)).ToList();
        var inputs = Inputs.Of(aidCase, item.MemberId, aidCase.FactsOn, aidCase.Records.Count).ToList();
        var decision = decisions.Given.Where(one => one.MemberId == item.MemberId && one.Period == item.Period && one.Claim == item.Claim).Select(one => (Decision?)one).FirstOrDefault();
        return (inputs, rows, decision is { } same ? [.. new WouldChange(aidCase, values, same).Sentences()] : []);
    }
}
