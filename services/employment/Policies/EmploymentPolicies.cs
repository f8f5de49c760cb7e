using Fupin.Aid.Policies;

namespace Fupin.Employment.Policies;

/// <summary>The policies of the department of human resources (就业帮扶政策).</summary>
internal static class EmploymentPolicies
{
    public static readonly PolicyBook Book = PolicyBook.Of(
        "employment",
        typeof(EmploymentPolicies).Assembly,
        new Policy(TrainingSubsidy.Code, TrainingSubsidy.Decide),
        new Policy(OrderTraining.Code, OrderTraining.Decide),
        new Policy(StartUpGrant.Code, StartUpGrant.Decide),
        new Policy(InterestSubsidy.Code, InterestSubsidy.Decide),
        new Policy(HiringIncentive.Code, HiringIncentive.Decide),
        new Policy(PublicPostAllowance.Code, PublicPostAllowance.Decide),
        new Policy(FlexibleInsurance.Code, FlexibleInsurance.Decide),
        new Policy(JobMatching.Code, JobMatching.Decide),
        new Policy(IndustryBenefit.Code, IndustryBenefit.Decide));
}
