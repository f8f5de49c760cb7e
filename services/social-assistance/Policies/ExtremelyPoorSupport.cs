using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;

namespace Fupin.SocialAssistance.Policies;

/// <summary>The support of the extremely poor (特困人员供养、五保): members without ability to work, without income and without anybody who must support them.</summary>
internal static class ExtremelyPoorSupport
{
    public const string Code = "B3";

    // 依据：武发[2016]68号 四(三)(4)：对无劳动能力的低保户和五保户实行财政兜底保障政策
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        var confirmed = aidCase.Facts.Attribute == HouseholdAttribute.ExtremelyPoor;
        if (!confirmed && WhyNot(aidCase, parameters) is { } failed)
        {
            decisions.Not()?.Line(failed);
            return;
        }

        var standard = parameters.Money("B1.standard");
        var amount = RoundUp(standard.Times(parameters.Ratio("B3.ratio")), parameters.Money("B1.unit"));
        foreach (var member in aidCase.Members)
        {
            decisions.Give(member.MemberId, aidCase.Period, AidNature.Cash, amount)?
                .Line(confirmed ? "B3.confirmed" : "B3.found")
                .Parameter("B1.standard")
                .Parameter("B3.ratio")
                .Line("B3.amount", standard, parameters.Ratio("B3.ratio") / 100m, amount);
        }
    }

    private static string? WhyNot(AidCase aidCase, PolicyParameters parameters)
    {
        // 依据：特困人员认定（facts §3.3 B3）：基础养老金、基本医保、优抚、高龄补贴不计入收入
        var pension = aidCase.Facts.Income.Transfers.GetValueOrDefault(TransferItem.Pension);
        if (!MeansTest.Of(aidCase).HasNothingBeside(pension)) return "B3.not.income";
        foreach (var member in aidCase.Members)
        {
            if (!CannotWork(member, parameters)) return "B3.not.ability";
        }

        return null;
    }

    private static bool CannotWork(MemberFacts member, PolicyParameters parameters) =>
        member.Age.AtLeast(parameters.Number("B3.old"))
        || member.Age.Under(parameters.Number("B3.minor"))
        || member.LabourAbility is LabourAbility.Lost or LabourAbility.None
        || Disability.TakesAbilityToWork(member);

    private static Money RoundUp(Money amount, Money unit) => unit * checked((int)((amount.Fen + unit.Fen - 1) / unit.Fen));
}
