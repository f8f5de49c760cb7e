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
        // Whoever forms a household alone is not counted in the family's.
        if (DisabledSingleAllowance.Covers(aidCase.Members[0], aidCase.Facts))
        {
            decisions.Not()?.Line("B1.not.single");
            return;
        }

        var (income, standard, persons) = (MeansTest.Of(aidCase), parameters.Money("B1.standard"), aidCase.Members.Length);
        if (!income.IsBelow(standard, persons))
        {
            decisions.Not()?.Add(income.Lines(parameters, persons)).Parameter("B1.standard").Line("B1.not.income");
            return;
        }

        var onTop = Money.Zero;
        foreach (var member in aidCase.Members)
        {
            if (Uplift(member, parameters) is { } uplift) onTop += standard.Times(parameters.Ratio(uplift));
        }

        var unit = parameters.Money("B1.unit");
        var amount = income.Gap(standard, persons, onTop, unit);
        decisions.Give(null, aidCase.Period, AidNature.Cash, amount)?
            .Add(income.Lines(parameters, persons))
            .Parameter("B1.standard")
            .Line("B1.gap", standard, persons, income.Gap(standard, persons, Money.Zero, new Money(1)))
            .Add(UpliftLines(aidCase, standard, parameters))
            .Line("B1.amount", unit, amount);
    }

    // One uplift a person, the highest that applies, of equal ones the first.
    private static string? Uplift(MemberFacts member, PolicyParameters parameters)
    {
        string? highest = null;
        if (Disability.IsSevere(member)) highest = "B1.uplift.disabled";
        if (Has(member, HealthStatus.Serious)) highest = Higher(highest, "B1.uplift.ill", parameters);
        if (member.Age.AtLeast(parameters.Number("B1.old"))) highest = Higher(highest, "B1.uplift.old", parameters);
        if (member.Age.Under(parameters.Number("B1.minor"))) highest = Higher(highest, "B1.uplift.minor", parameters);
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
        let name = Uplift(member, parameters)
        where name is not null
        group name by name into same
        let uplift = parameters[same.Key]
        select uplift.Line with
        {
            Value = parameters.Line("B1.uplift", standard, uplift.Value, same.Count(), standard.Times(uplift.AsBasisPoints()) * same.Count()).Value,
        };
}
