using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;

namespace Fupin.SocialAssistance.Policies;

/// <summary>The nursing allowance of severely disabled people (重度残疾人护理补贴), whatever the income.</summary>
internal static class NursingAllowance
{
    public const string Code = "B5";

    // 依据：武发[2016]68号 三(六)：助残金发放
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        foreach (var member in aidCase.Members)
        {
            if (!Disability.NeedsCare(member))
            {
                decisions.Not(member.MemberId)?.Line("B5.not.severe");
                continue;
            }

            var amount = member.DisabilityLevel switch { 1 => "B5.level1", 2 => "B5.level2", _ => "B5.level3" };
            decisions.Give(member.MemberId, aidCase.Period, AidNature.Cash, parameters.Money(amount))?
                .Line("B5.person", member.DisabilityLevel!)
                .Parameter(amount);
        }
    }
}
