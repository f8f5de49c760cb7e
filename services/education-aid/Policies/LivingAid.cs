using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;

namespace Fupin.EducationAid.Policies;

/// <summary>Aid for the living cost of pupils (义务教育阶段生活补助), in two tiers of which a pupil has one.</summary>
internal static class LivingAid
{
    public const string Code = "E3";

    // 依据：武发[2016]68号 三(三)、四(三)(1)
    public static IEnumerable<Decision> Decide(AidCase aidCase, PolicyParameters parameters)
    {
        var tier = aidCase.Facts.Attribute is HouseholdAttribute.MinimumLivingAllowance or HouseholdAttribute.ExtremelyPoor ? "dibao" : "ordinary";
        foreach (var (pupil, term) in SchoolTerm.Due(aidCase, parameters, Code, StudentStatus.Primary, StudentStatus.Grade9))
        {
            var standard = $"E3.{(pupil.Student == StudentStatus.Primary ? "primary" : "junior")}.{tier}";
            yield return new Decision(
                pupil.MemberId, term.Period, AidNature.Cash, parameters.Money(standard),
                [term.Line(parameters), parameters.Line($"E3.{tier}", []), parameters.Line(standard)]);
        }
    }
}
