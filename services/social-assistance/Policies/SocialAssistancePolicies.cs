using Fupin.Aid.Policies;
using Fupin.Contracts.Codes;

namespace Fupin.SocialAssistance.Policies;

/// <summary>The policies of the department of civil affairs (社会救助政策).</summary>
internal static class SocialAssistancePolicies
{
    public static readonly PolicyBook Book = PolicyBook.Of(
        "social-assistance",
        typeof(SocialAssistancePolicies).Assembly,
        new Policy(MinimumLivingAllowance.Code, MinimumLivingAllowance.Decide, IncomeView.MeansTest),
        new Policy(DisabledSingleAllowance.Code, DisabledSingleAllowance.Decide, IncomeView.MeansTest),
        new Policy(ExtremelyPoorSupport.Code, ExtremelyPoorSupport.Decide, IncomeView.MeansTest),
        new Policy(DisabledLivingAllowance.Code, DisabledLivingAllowance.Decide, IncomeView.MeansTest),
        new Policy(NursingAllowance.Code, NursingAllowance.Decide),
        new Policy(TemporaryRelief.Code, TemporaryRelief.Decide),
        new Policy(PriceSubsidy.Code, PriceSubsidy.Decide, IncomeView.MeansTest),
        new Policy(UtilityWaiver.Code, UtilityWaiver.Decide, IncomeView.MeansTest),
        new Policy(HighAgeAllowance.Code, HighAgeAllowance.Decide),
        new Policy(GovernmentInsurance.Code, GovernmentInsurance.Decide),
        new Policy(CharityRelief.Code, CharityRelief.Decide, IncomeView.MeansTest),
        new Policy(ImportedAllowances.Living, ImportedAllowances.DecideLiving),
        new Policy(ImportedAllowances.Care, ImportedAllowances.DecideCare),
        new Policy(ImportedAllowances.Orphan, ImportedAllowances.DecideOrphan),
        new Policy(ImportedAllowances.WorkInjury, ImportedAllowances.DecideWorkInjury));
}
