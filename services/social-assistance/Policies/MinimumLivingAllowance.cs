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
    public static IEnumerable<Decision> Decide(AidCase aidCase, PolicyParameters parameters)
    {
        // Whoever forms a household alone is not counted in the family's.
        var members = aidCase.Facts.Members.Where(member => !DisabledSingleAllowance.Covers(member, aidCase.Facts)).ToList();
        if (members.Count == 0) yield break;

        var (income, standard) = (MeansTest.Of(aidCase), parameters.Money("B1.standard"));
        if (!income.IsBelow(standard, members.Count)) yield break;
        var uplifts = members.Select(member => Uplift(member, parameters)).OfType<Parameter>().ToList();
        var onTop = Money.Sum(uplifts.Select(uplift => standard.Times(uplift.AsBasisPoints())));
        var unit = parameters.Money("B1.unit");
        var amount = income.Gap(standard, members.Count, onTop, unit);
        yield return new Decision(
            null, aidCase.Month.ToString(), AidNature.Cash, amount,
            [
                .. income.Lines(parameters, members.Count),
                parameters.Line("B1.standard"),
                parameters.Line("B1.gap", standard, members.Count, income.Gap(standard, members.Count, Money.Zero, new Money(1))),
                .. uplifts.GroupBy(uplift => uplift.Name).Select(group => group.First().Line with { Value = UpliftText(parameters, group, standard) }),
                parameters.Line("B1.amount", unit, amount),
            ]);
    }

    // One uplift a person, the highest that applies.
    private static Parameter? Uplift(MemberFacts member, PolicyParameters parameters)
    {
        var names = new List<string>();
        if (Disability.IsSevere(member)) names.Add("B1.uplift.disabled");
        if (member.Health.Contains(HealthStatus.Serious)) names.Add("B1.uplift.ill");
        if (member.Age.AtLeast(parameters.Number("B1.old"))) names.Add("B1.uplift.old");
        if (member.Age.Under(parameters.Number("B1.minor"))) names.Add("B1.uplift.minor");
        return names.Select(name => parameters[name]).MaxBy(uplift => uplift.AsBasisPoints());
    }

    private static string UpliftText(PolicyParameters parameters, IEnumerable<Parameter> same, Money standard)
    {
        var (uplift, persons) = (same.First(), same.Count());
        return parameters.Line("B1.uplift", standard, uplift.Value, persons, standard.Times(uplift.AsBasisPoints()) * persons).Value;
    }
}
