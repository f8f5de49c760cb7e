using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;

namespace Fupin.SocialAssistance.Policies;

/// <summary>The allowance of a severely or mentally disabled person without work who forms a household alone (无业重度、精神智障残疾人单人户纳保).</summary>
internal static class DisabledSingleAllowance
{
    public const string Code = "B2";

    // 依据：武发[2016]68号 四(三)(4)：建立无业重度和精神智障残疾人单人立户纳保制度
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        if (aidCase.Facts.Attribute != HouseholdAttribute.DisabledSingle || !Covers(aidCase.Members[0], aidCase.Facts))
        {
            decisions.Not()?.Line("B2.not.person");
            return;
        }

        var person = aidCase.Members[0];
        var standard = parameters.Money("B1.standard").Times(parameters.Ratio("B2.ratio"));
        var income = MeansTest.Of(aidCase);
        var amount = income.Gap(standard, persons: 1, Money.Zero, parameters.Money("B1.unit"));
        if (amount == Money.Zero)
        {
            decisions.Not(person.MemberId)?.Add(income.Lines(parameters, persons: 1)).Parameter("B1.standard").Line("B2.not.income");
            return;
        }

        decisions.Give(person.MemberId, aidCase.Period, AidNature.Cash, amount)?
            .Line("B2.person", person.DisabilityLevel!)
            .Add(income.Lines(parameters, persons: 1))
            .Parameter("B1.standard")
            .Parameter("B2.ratio")
            .Line("B2.amount", standard, amount);
    }

    /// <summary>Whether a member is taken into the allowance by a household of one.</summary>
    public static bool Covers(MemberFacts member, HouseholdFacts facts) =>
        facts.Attribute == HouseholdAttribute.DisabledSingle && facts.Members.Count == 1 && member.Wage == Money.Zero && Disability.MayFormHousehold(member);
}
