using Fupin.Aid.Policies;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;

namespace Fupin.Aid.Reasons;

/// <summary>What a decision looked at (依据的情况): each with the department it came from and the day it was told.</summary>
/// <param name="Label">What it is, in Chinese.</param>
/// <param name="Value">What was known.</param>
/// <param name="Source">From where.</param>
/// <param name="On">Since when it is known, where that is recorded.</param>
internal sealed record Input(string Label, string Value, string Source, DateOnly? On);

/// <summary>Lists what was known of a household, and of the person an aid is for.</summary>
internal static class Inputs
{
    public static IEnumerable<Input> Of(AidCase aidCase, Guid? memberId, DateOnly? toldOn, int records)
    {
        var (facts, registration) = (aidCase.Facts, ReasonTexts.Source("registration"));
        yield return new Input(ReasonTexts.Input("attribute"), ReasonTexts.Word(facts.Attribute.ToString()), registration, toldOn);
        yield return new Input(ReasonTexts.Input("members"), ReasonTexts.Value("persons", facts.Members.Count), registration, toldOn);
        foreach (var view in facts.Income.Totals.Keys.Order())
        {
            yield return new Input(ReasonTexts.Input($"income.{Name(view)}"), ReasonTexts.Value("money", facts.Income.Totals[view]), registration, toldOn);
        }

        if (memberId is { } id && aidCase.Find(id) is { } member)
        {
            foreach (var (name, value) in OfMember(member)) yield return new Input(ReasonTexts.Input(name), value, registration, toldOn);
        }

        if (aidCase.Counted.Count > 0)
        {
            var sum = aidCase.CountedIn(IncomeView.MeansTest);
            yield return new Input(ReasonTexts.Input("counted"), ReasonTexts.Value("money", sum), ReasonTexts.Source("stacking"), null);
        }

        if (records > 0) yield return new Input(ReasonTexts.Input("records"), ReasonTexts.Value("records", records), ReasonTexts.Source("own"), null);
        if (aidCase.Earlier.Count > 0)
        {
            var sum = Money.Sum(aidCase.Earlier.Select(item => item.Amount));
            yield return new Input(ReasonTexts.Input("earlier"), ReasonTexts.Value("earlier", aidCase.Earlier.Count, sum), ReasonTexts.Source("own"), null);
        }
    }

    private static IEnumerable<(string Name, string Value)> OfMember(MemberFacts member)
    {
        yield return ("member.age", member.Age.To >= 200 ? ReasonTexts.Value("ageOpen", member.Age.From) : ReasonTexts.Value("age", member.Age.From, member.Age.To));
        yield return ("member.health", string.Join('、', member.Health.Select(health => ReasonTexts.Word(health.ToString()))));
        if (member.DisabilityLevel is { } level) yield return ("member.disability", ReasonTexts.Value("disability", ReasonTexts.Word(member.DisabilityType.ToString()!), level));
        if (member.LabourAbility is { } labour) yield return ("member.labour", ReasonTexts.Word(labour == LabourAbility.Ordinary ? "LabourOrdinary" : labour.ToString()));
        if (member.Student is { } student) yield return ("member.student", ReasonTexts.Word(student.ToString()));
        if (member.Wage > Money.Zero) yield return ("member.wage", ReasonTexts.Value("money", member.Wage));
    }

    private static string Name(IncomeView view) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(view.ToString());
}
