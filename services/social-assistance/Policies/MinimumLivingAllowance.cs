using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;

namespace Fupin.SocialAssistance.Policies;

/// <summary>The minimum living allowance (最低生活保障): what a household's income lacks up to the standard for each member, and more for those who live with heavier burdens (分类施保).</summary>
internal static class MinimumLivingAllowance
{
    public const string Code = "B1";

    // 依据：武发[2016]68号 三(六)、四(三)(4)
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        var life = Livelihood.Of(aidCase, parameters);
        if (life.Persons == 0)
        {
            decisions.Not()?.Line("B1.not.single");
            return;
        }

        var (income, standard, persons) = (life.Family, life.Terms.Standard, life.Persons);
        if (!life.IsFamilyPoor)
        {
            decisions.Not()?.Add(income.Lines(parameters, persons)).Parameter("B1.standard").Line("B1.not.income");
            return;
        }

        var onTop = Money.Zero;
        foreach (var member in aidCase.Members)
        {
            if (!life.IsSingle(member) && Uplift(aidCase, member, life.Terms, parameters) is { } uplift) onTop += standard.Times(parameters.Ratio(uplift));
        }

        var (unit, least) = (life.Terms.Unit, life.Terms.Least);
        var computed = income.Gap(standard, persons, onTop, unit);
        var amount = Money.Max(computed, least);
        var trace = decisions.Give(null, aidCase.Period, AidNature.Cash, amount);
        if (trace is null) return;
        if (persons < aidCase.Members.Length) trace.Line("B1.without", aidCase.Members.Length, aidCase.Members.Length - persons, persons);
        trace.Add(income.Lines(parameters, persons))
            .Parameter("B1.standard")
            .Line("B1.gap", standard, persons, income.Gap(standard, persons, Money.Zero, new Money(1)))
            .Add(UpliftLines(aidCase, standard, parameters));
        if (amount > computed) trace.Parameter("B1.least");
        trace.Line("B1.amount", unit, amount);
    }

    // One uplift a person, the highest that applies, of equal ones the first.
    private static string? Uplift(AidCase aidCase, MemberFacts member, LivingTerms terms, PolicyParameters parameters)
    {
        string? highest = null;
        if (Disability.Of(aidCase, member).IsSevere) highest = "B1.uplift.disabled";
        if (Has(member, HealthStatus.Serious)) highest = Higher(highest, "B1.uplift.ill", parameters);
        if (member.Age.AtLeast(terms.UpliftOld)) highest = Higher(highest, "B1.uplift.old", parameters);
        if (member.Age.Under(terms.UpliftMinor)) highest = Higher(highest, "B1.uplift.minor", parameters);
        return highest;
    }

    private static string Higher(string? before, string next, PolicyParameters parameters) =>
        before is null || parameters.Ratio(next) > parameters.Ratio(before) ? next : before;

    private static bool Has(MemberFacts member, HealthStatus health)
    {
        for (var index = 0; index < member.Health.Count; index++)
        {
            if (member.Health[index] == health) return true;
        }

        return false;
    }

    private static IEnumerable<TraceLine> UpliftLines(AidCase aidCase, Money standard, PolicyParameters parameters) =>
        from member in aidCase.Members.ToArray()
        where !Livelihood.Of(aidCase, parameters).IsSingle(member)
        let name = Uplift(aidCase, member, LivingTerms.Of(parameters), parameters)
        where name is not null
        group name by name into same
        let uplift = parameters[same.Key]
        select uplift.Line with
        {
            Value = parameters.Line("B1.uplift", standard, uplift.Value, same.Count(), standard.Times(uplift.AsBasisPoints()) * same.Count()).Value,
        };
}
