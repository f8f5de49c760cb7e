using Fupin.Aid.Policies;

namespace Fupin.Employment.Policies;

/// <summary>The policies of the department of human resources (就业帮扶政策).</summary>
internal static class EmploymentPolicies
{
    public static readonly PolicyBook Book = PolicyBook.Of(
        "employment",
        typeof(EmploymentPolicies).Assembly,
        new Policy(InterestSubsidy.Code, InterestSubsidy.Decide),
        new Policy(PublicPostAllowance.Code, PublicPostAllowance.Decide));
}
