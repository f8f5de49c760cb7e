using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;

namespace Fupin.SocialAssistance.Policies;

/// <summary>
/// The allowance of a severely or mentally disabled person without work who forms a household alone (无业重度、精神智障残疾人单人户纳保), be it
/// that the register has such a household, or that the person lives within a family: then the family's income does not matter.
/// </summary>
internal static class DisabledSingleAllowance
{
    public const string Code = "B2";

    // 依据：武发[2016]68号 四(三)(4)：建立无业重度和精神智障残疾人单人立户纳保制度
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        Livelihood life = default;
        var (isMeasured, isInFamily) = (false, aidCase.Members.Length > 1);
        foreach (var member in aidCase.Members)
        {
            // Nearly everybody: no need to look at what the household lives on.
            if (!Disability.Of(aidCase, member).NeedsCare)
            {
                decisions.Not(member.MemberId)?.Line("B2.not.person");
                continue;
            }

            if (!isMeasured) life = Livelihood.Of(aidCase, parameters);
            isMeasured = true;
            if (life.WhyNotSingle(member) is { } failed)
            {
                decisions.Not(member.MemberId)?.Line(failed);
                continue;
            }

            var (standard, income) = (life.Terms.Standard.Times(parameters.Ratio("B2.ratio")), life.IncomeOf(member));
            var amount = income.Gap(standard, persons: 1, Money.Zero, life.Terms.Unit);
            if (amount == Money.Zero)
            {
                decisions.Not(member.MemberId)?.Add(income.Lines(parameters, persons: 1)).Parameter("B1.standard").Line("B2.not.income");
                continue;
            }

            decisions.Give(member.MemberId, aidCase.Period, AidNature.Cash, amount)?
                .Line("B2.person", Disability.Of(aidCase, member).Level!)
                .Add(isInFamily ? [parameters.Line("B2.family"), parameters.Line("B2.own", income.Yearly)] : income.Lines(parameters, persons: 1))
                .Parameter("B1.standard")
                .Parameter("B2.ratio")
                .Line("B2.amount", standard, amount);
        }
    }
}
