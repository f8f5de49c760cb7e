using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;

namespace Fupin.SocialAssistance.Policies;

/// <summary>The living allowance of disabled people in difficulty (困难残疾人生活补贴): all levels below the minimum standard, the heavy ones up to twice that.</summary>
internal static class DisabledLivingAllowance
{
    public const string Code = "B4";

    // 依据：武发[2016]68号 三(六)：助残金发放
    public static IEnumerable<Decision> Decide(AidCase aidCase, PolicyParameters parameters)
    {
        var (income, persons) = (MeansTest.Of(aidCase), aidCase.Facts.Members.Count);
        var standard = parameters.Money("B1.standard");
        var isPoor = income.IsBelow(standard, persons);
        if (!isPoor && !income.IsWithin(standard.Times(parameters.Ratio("B4.limit")), persons)) yield break;
        foreach (var member in aidCase.Facts.Members.Where(member => isPoor ? member.DisabilityLevel is not null : Disability.NeedsCare(member)))
        {
            var ratio = parameters[Disability.IsSevere(member) ? "B4.severe" : "B4.other"];
            var amount = standard.Times(ratio.AsBasisPoints());
            yield return new Decision(
                member.MemberId, aidCase.Month.ToString(), AidNature.Cash, amount,
                [
                    .. income.Lines(parameters, persons),
                    parameters.Line("B1.standard"),
                    isPoor ? parameters.Line("B4.poor", []) : parameters.Line("B4.limit"),
                    ratio.Line,
                    parameters.Line("B4.amount", standard, ratio.Value, amount),
                ]);
        }
    }
}
