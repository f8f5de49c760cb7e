using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;

namespace Fupin.SocialAssistance.Policies;

/// <summary>
/// The living allowance of disabled people in difficulty (困难残疾人生活补贴): all levels below the minimum standard, the heavy ones up to
/// twice that. That of several living allowances the highest stays, and that none goes with extremely poor support, is for stacking.
/// </summary>
internal static class DisabledLivingAllowance
{
    public const string Code = "B4";

    // 依据：武发[2016]68号 三(六)：助残金发放；facts §3.3 B4（S55）
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        Livelihood life = default;
        var isMeasured = false;
        foreach (var member in aidCase.Members)
        {
            var disability = Disability.Of(aidCase, member);
            if (disability.Level is null)
            {
                decisions.Not(member.MemberId)?.Line("B4.not.certificate");
                continue;
            }

            if (!isMeasured) life = Livelihood.Of(aidCase, parameters);
            isMeasured = true;
            var isSingle = life.IsSingle(member);
            var (income, persons) = isSingle ? (life.IncomeOf(member), 1) : (life.Family, life.Persons);
            var standard = life.Terms.Standard;
            var isPoor = income.IsBelow(standard, persons);
            if (!isPoor && !income.IsWithin(standard.Times(parameters.Ratio("B4.limit")), persons))
            {
                decisions.Not(member.MemberId)?.Add(income.Lines(parameters, persons)).Parameter("B4.limit").Line("B4.not.income");
                continue;
            }

            if (!isPoor && !disability.NeedsCare)
            {
                decisions.Not(member.MemberId)?.Line("B4.not.severe");
                continue;
            }

            var ratio = disability.IsSevere ? "B4.severe" : "B4.other";
            var amount = standard.Times(parameters.Ratio(ratio));
            var trace = decisions.Give(member.MemberId, aidCase.Period, AidNature.Cash, amount)?.Add(income.Lines(parameters, persons)).Parameter("B1.standard");
            _ = isPoor ? trace?.Line("B4.poor") : trace?.Parameter("B4.limit");
            trace?.Parameter(ratio).Line("B4.amount", standard, parameters[ratio].Value, amount);
        }
    }
}
