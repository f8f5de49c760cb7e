using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;

namespace Fupin.EducationAid.Tests.Schools;

/// <summary>A year opened month by month by two replicas: each term once, the summer empty.</summary>
public sealed class AYearOfTerms
{
    private static readonly AidMonth Begin = new(2016, 3);

    [Fact]
    public async Task Each_term_is_given_once_and_the_summer_is_empty()
    {
        await using var service = new EducationAidService();
        await service.StartAsync(2);
        var (household, pupil) = (Guid.NewGuid(), Guid.NewGuid());
        var sets = new List<AidProposed> { await service.RegisterAsync(household, EducationAidService.Member(pupil, 9, student: StudentStatus.Primary)) };
        for (var month = Begin.AddMonths(1); month < Begin.AddMonths(12); month = month.AddMonths(1))
        {
            service.Place.Advance(month.First.AddDays(20).ToDateTime(TimeOnly.MinValue) - service.Place.Today.ToDateTime(TimeOnly.MinValue));
            sets.Add(await service.Talk.Published<AidProposed>(set => set.HouseholdId == household && set.Month == month));
            if (month == new AidMonth(2016, 10)) await DecideAgainAsync(service, household, pupil);
        }

        Assert.Equal(
            [("2016-03", "E2", "2016-S1"), ("2016-03", "E3", "2016-S1"), ("2016-09", "E2", "2016-S2"), ("2016-09", "E3", "2016-S2"), ("2017-02", "E2", "2017-S1"), ("2017-02", "E3", "2017-S1")],
            sets.SelectMany(set => set.Items.Select(item => (set.Month.ToString(), item.Policy, item.Period))));
        Assert.All(sets.Where(set => set.Month == new AidMonth(2016, 7) || set.Month == new AidMonth(2016, 8)), set => Assert.Empty(set.Items));
        Assert.Equal(12, service.Talk.Heard<AidProposed>(set => set.HouseholdId == household).Count);
    }

    // What the school reports in the middle of the term decides anew; what was given in September is not given again.
    private static async Task DecideAgainAsync(EducationAidService service, Guid household, Guid pupil)
    {
        var record = new { householdId = household, memberId = pupil, term = "2016-S2", school = "雪堰小学", tuition = 0, stage = "primary" };
        Assert.Equal(System.Net.HttpStatusCode.Created, (await service.PostAsync(EducationAidService.First, "/school-records", record)).Status);
    }
}
