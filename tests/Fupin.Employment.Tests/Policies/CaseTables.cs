using System.Globalization;
using Fupin.Employment.Policies;
using Fupin.PolicyCases;

namespace Fupin.Employment.Tests.Policies;

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
        Assert.Null(table.Check(table.Cases[index], EmploymentPolicies.Book, typeof(EmploymentPolicies).Assembly));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_yields_the_same_whatever_the_order_of_its_records(string policy, int index)
    {
        var table = Tables.Single(table => table.Policy == policy);
        var one = table.Cases[index];
        Assert.Null(table.Check(one with { Records = [.. (one.Records ?? []).Reverse()] }, EmploymentPolicies.Book, typeof(EmploymentPolicies).Assembly));
    }

    // An age moves to another band: within its band nobody can tell.
    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_number_of_a_policy_that_is_a_little_more_or_less_changes_some_case(string name, int change)
    {
        var row = EmploymentPolicies.Book.Seed.Last(row => row.Name == name);
        var value = decimal.Parse(row.Value, CultureInfo.InvariantCulture) + change;
        var table = Tables.Single(table => table.Policy == name[..2]) with { Parameters = new Dictionary<string, string> { [name] = value.ToString(CultureInfo.InvariantCulture) } };
        Assert.Contains(table.Cases, one => table.Check(one, EmploymentPolicies.Book, typeof(EmploymentPolicies).Assembly) is not null);
    }

    public static TheoryData<string, int> Numbers() =>
        new(from row in EmploymentPolicies.Book.Seed.DistinctBy(row => row.Name)
            where !row.Name.StartsWith("desk.", StringComparison.Ordinal) // how the desk works decides on no aid
            let step = row.Unit == "岁" ? 20 : 1
            from change in new[] { -step, step }
            where change > 0 || row.Value != "0"
            select (row.Name, change));

    [Fact]
    public void Every_policy_has_a_table_of_at_least_six_cases() =>
        Assert.All(EmploymentPolicies.Book.Policies, policy => Assert.True(Tables.Single(table => table.Policy == policy.Code).Cases.Count >= 6, policy.Code));
}
