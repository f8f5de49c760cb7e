using Fupin.Aid.Policies;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Fupin.EducationAid.Policies;

namespace Fupin.EducationAid.Tests.Policies;

/// <summary>The policies run over every household of a district: what is not explained costs no memory.</summary>
public sealed class DecidingOnADistrict
{
    private const int Households = 20_000;
    private const int MostBytes = 16;

    [Fact]
    public void Deciding_without_explaining_allocates_next_to_nothing_a_household()
    {
        var parameters = EducationPolicies.Book.SeedOn(new DateOnly(2016, 9, 30));
        var cases = Enumerable.Range(0, Households).Select(index => new AidCase(Guid.NewGuid(), new AidMonth(2016, 9), FactsOf(index))).ToList();
        var decisions = new Decisions(Detail.Amounts);
        Assert.True(Run(cases, parameters, decisions) > Households / 2); // warms up, too

        var before = GC.GetAllocatedBytesForCurrentThread();
        Run(cases, parameters, decisions);
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / (double)Households, 0, MostBytes);
    }

    private static int Run(List<AidCase> cases, PolicyParameters parameters, Decisions decisions)
    {
        var given = 0;
        foreach (var aidCase in cases)
        {
            decisions.Clear();
            EducationPolicies.Book.Decide(aidCase, parameters, decisions);
            given += decisions.All.Length;
        }

        return given;
    }

    // Every stage of school in turn, beside a parent.
    private static HouseholdFacts FactsOf(int index) => EducationAidService.Facts(
        EducationAidService.Member(Guid.NewGuid(), 42, head: true),
        EducationAidService.Member(Guid.NewGuid(), 3 + (index % 20), student: (StudentStatus)((index % (int)StudentStatus.College) + 1)));
}
