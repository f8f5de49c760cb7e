using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;

namespace Fupin.EducationAid.Policies;

/// <summary>Aid for the living cost of pupils (义务教育阶段生活补助), in two tiers of which a pupil has one.</summary>
internal static class LivingAid
{
    public const string Code = "E3";

    // 依据：武发[2016]68号 三(三)、四(三)(1)
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        if (SchoolTerm.Of(parameters) is not { } term)
        {
            decisions.Not()?.Line("school.not.term");
            return;
        }

        foreach (var pupil in aidCase.Members)
        {
            if (!(pupil.Student >= StudentStatus.Primary && pupil.Student <= StudentStatus.Grade9))
            {
                decisions.Not(pupil.MemberId)?.Line("E3.not.stage");
                continue;
            }

            if (aidCase.AlreadyGiven(Code, pupil.MemberId, term.Period))
            {
                decisions.Not(pupil.MemberId)?.Line("school.not.again", term.Period);
                continue;
            }

            var isPrimary = pupil.Student == StudentStatus.Primary;
            var standard = aidCase.Facts.Attribute is HouseholdAttribute.MinimumLivingAllowance or HouseholdAttribute.ExtremelyPoor
                ? isPrimary ? "E3.primary.dibao" : "E3.junior.dibao"
                : isPrimary ? "E3.primary.ordinary" : "E3.junior.ordinary";
            decisions.Give(pupil.MemberId, term.Period, AidNature.Cash, parameters.Money(standard))?
                .Add(term.Line(parameters))
                .Line(standard.EndsWith("dibao", StringComparison.Ordinal) ? "E3.dibao" : "E3.ordinary")
                .Parameter(standard);
        }
    }
}
