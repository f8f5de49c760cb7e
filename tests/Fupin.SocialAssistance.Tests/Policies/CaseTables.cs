using Fupin.PolicyCases;
using Fupin.SocialAssistance.Policies;

namespace Fupin.SocialAssistance.Tests.Policies;

public sealed class CaseTables
{
    private static readonly IReadOnlyList<CaseTable> Tables = CaseTable.In(Path.Combine(AppContext.BaseDirectory, "Cases"));

    public static TheoryData<string, int> Cases() =>
        new(Tables.SelectMany(table => table.Cases.Select((one, index) => (table.Policy, index))));

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_yields_what_its_table_says(string policy, int index)
    {
        var table = Tables.Single(table => table.Policy == policy);
        Assert.Null(table.Check(table.Cases[index], SocialAssistancePolicies.Book, typeof(SocialAssistancePolicies).Assembly));
    }

    [Fact]
    public void Every_policy_has_a_table_of_at_least_six_cases() =>
        Assert.All(SocialAssistancePolicies.Book.Policies, policy => Assert.True(Tables.Single(table => table.Policy == policy.Code).Cases.Count >= 6, policy.Code));
}
