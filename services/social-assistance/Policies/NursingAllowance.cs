using System.Globalization;
using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;

namespace Fupin.SocialAssistance.Policies;

/// <summary>The nursing allowance of severely disabled people (重度残疾人护理补贴), whatever the income.</summary>
internal static class NursingAllowance
{
    public const string Code = "B5";

    // 依据：武发[2016]68号 三(六)：助残金发放
    public static IEnumerable<Decision> Decide(AidCase aidCase, PolicyParameters parameters)
    {
        foreach (var member in aidCase.Facts.Members.Where(Disability.NeedsCare))
        {
            var amount = string.Create(CultureInfo.InvariantCulture, $"B5.level{member.DisabilityLevel}");
            yield return new Decision(
                member.MemberId, aidCase.Month.ToString(), AidNature.Cash, parameters.Money(amount),
                [parameters.Line("B5.person", member.DisabilityLevel!), parameters.Line(amount)]);
        }
    }
}
