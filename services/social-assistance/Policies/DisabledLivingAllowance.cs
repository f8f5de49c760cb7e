using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;

namespace Fupin.SocialAssistance.Policies;

/// <summary>The living allowance of disabled people in difficulty (困难残疾人生活补贴): all levels below the minimum standard, the heavy ones up to twice that.</summary>
internal static class DisabledLivingAllowance
{
    public const string Code = "B4";

    // 依据：武发[2016]68号 三(六)：助残金发放
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        var (income, persons) = (MeansTest.Of(aidCase), aidCase.Members.Length);
        var standard = parameters.Money("B1.standard");
        var isPoor = income.IsBelow(standard, persons);
        if (!isPoor && !income.IsWithin(standard.Times(parameters.Ratio("B4.limit")), persons))
        {
            decisions.Not()?.Add(income.Lines(parameters, persons)).Parameter("B4.limit").Line("B4.not.income");
            return;
        }

        foreach (var member in aidCase.Members)
        {
            if (member.DisabilityLevel is null)
            {
                decisions.Not(member.MemberId)?.Line("B4.not.certificate");
                continue;
            }

            if (!isPoor && !Disability.NeedsCare(member))
            {
                decisions.Not(member.MemberId)?.Line("B4.not.severe");
                continue;
            }

            var ratio = Disability.IsSevere(member) ? "B4.severe" : "B4.other";
            var amount = standard.Times(parameters.Ratio(ratio));
            var trace = decisions.Give(member.MemberId, aidCase.Period, AidNature.Cash, amount)?.Add(income.Lines(parameters, persons)).Parameter("B1.standard");
            _ = isPoor ? trace?.Line("B4.poor") : trace?.Parameter("B4.limit");
            trace?.Parameter(ratio).Line("B4.amount", standard, parameters[ratio].Value, amount);
        }
    }
}
