using Fupin.Aid.Policies;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;

namespace Fupin.Aid.Reasons;

/// <summary>
/// What would change an aid (什么会使这项改变): the policy itself is asked again about the same household with one thing different, so that what
/// is said is what would be decided. Only what makes a difference is said.
/// </summary>
internal sealed class WouldChange(AidCase aidCase, PolicyParameters parameters, Decision decision)
{
    private const int MonthsOfYear = 12;
    private static readonly Money Step = Money.FromYuan(100L);

    public IEnumerable<string> Sentences()
    {
        foreach (var (change, other) in Cases())
        {
            if (Outcome(other, parameters) is { } outcome) yield return $"{change}，{outcome}";
        }

        foreach (var next in NextValues())
        {
            var then = parameters.On(next.From);
            if (Outcome(aidCase, then) is { } outcome)
            {
                var now = parameters.Find(next.Name)?.Value ?? "—";
                yield return $"{ReasonTexts.Change("parameter", next.From.ToString("yyyy-MM-dd"), next.Label, now, next.Value)}，{outcome}";
            }
        }
    }

    private IEnumerable<(string Change, AidCase Case)> Cases()
    {
        var facts = aidCase.Facts;
        yield return (ReasonTexts.Change("incomeUp"), With(facts with { Income = facts.Income with { Totals = Moved(Step * MonthsOfYear) } }));
        yield return (ReasonTexts.Change("incomeDown"), With(facts with { Income = facts.Income with { Totals = Moved(Money.Zero - (Step * MonthsOfYear)) } }));
        if (facts.Members.Count > 1)
        {
            var gone = facts.Members.Last(member => member.MemberId != decision.MemberId);
            yield return (ReasonTexts.Change("oneLess"), With(facts with { Members = [.. facts.Members.Where(member => member != gone)] }));
        }

        if (aidCase.Counted.Count > 0) yield return (ReasonTexts.Change("noCounted"), aidCase.With([], aidCase.Earlier));
        if (decision.MemberId is not { } id || aidCase.Find(id) is not { } person) yield break;
        if (person.Age.To < 200)
        {
            yield return (ReasonTexts.Change("older", person.Age.To + 1), With(Replaced(facts, person with { Age = AgeBand.Of(person.Age.To + 1) })));
        }

        if (person.Student > StudentStatus.NotAtSchool)
        {
            yield return (ReasonTexts.Change("leavesSchool"), With(Replaced(facts, person with { Student = StudentStatus.NotAtSchool })));
        }
    }

    // Confirmed values that begin later, of the parameters this decision rests on.
    private IEnumerable<Parameter> NextValues()
    {
        var read = parameters.Read.Select(row => row.Name).ToHashSet();
        return parameters.Rows.Where(row => read.Contains(row.Name) && row.From > parameters.Day).OrderBy(row => row.From).DistinctBy(row => row.Name);
    }

    private string? Outcome(AidCase other, PolicyParameters values)
    {
        var decisions = new Decisions(Detail.Amounts);
        PolicyBook.Decide(decision.Policy, other, values, decisions);
        var found = decisions.Given.Where(one => one.MemberId == decision.MemberId && one.Claim == decision.Claim).ToList();
        if (found.Count == 0) return ReasonTexts.Outcome("gone");
        return found[0].Amount == decision.Amount ? null : ReasonTexts.Outcome("becomes", found[0].Amount);
    }

    private AidCase With(HouseholdFacts facts) => new(aidCase.HouseholdId, aidCase.Month, facts)
    {
        Counted = aidCase.Counted, Earlier = aidCase.Earlier, Records = aidCase.Records, IsRetained = aidCase.IsRetained,
    };

    private Dictionary<IncomeView, Money> Moved(Money by) => aidCase.Facts.Income.Totals.ToDictionary(total => total.Key, total => Money.Max(Money.Zero, total.Value + by));

    private static HouseholdFacts Replaced(HouseholdFacts facts, MemberFacts changed) =>
        facts with { Members = [.. facts.Members.Select(member => member.MemberId == changed.MemberId ? changed : member)] };
}
