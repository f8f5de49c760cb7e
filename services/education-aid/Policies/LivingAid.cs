using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;

namespace Fupin.EducationAid.Policies;

/// <summary>Aid for the living cost of pupils (义务教育阶段生活补助), in tiers of which a pupil has the highest only.</summary>
internal static class LivingAid
{
    public const string Code = "E3";

    // 依据：武发[2016]68号 三(三)、四(三)(1)
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        foreach (var pupil in Pupils.Due(Code, Stages.Compulsory, aidCase, parameters, decisions))
        {
            var isPrimary = pupil.Stage == StudentStatus.Primary;
            var isRaised = pupil.IsDisabled || pupil.Latest?.IsBoarding == true;
            var isHighest = HighestTier.IsOnAllowance(aidCase) || pupil.IsOrphan;
            var tier = new HighestTier(parameters);
            tier.Take(isPrimary ? "E3.primary.ordinary" : "E3.junior.ordinary");
            tier.Take(isPrimary ? "E3.primary.raised" : "E3.junior.raised", isRaised);
            tier.Take(isPrimary ? "E3.primary.dibao" : "E3.junior.dibao", isHighest);
            tier.Explain(decisions.Give(pupil.Id, pupil.Term.Period, AidNature.Cash, tier.Amount)?.Add(pupil.Term.Line(parameters)));
        }
    }
}
