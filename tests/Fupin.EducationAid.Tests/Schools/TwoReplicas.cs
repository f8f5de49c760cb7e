using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;
using Fupin.Testing;

namespace Fupin.EducationAid.Tests.Schools;

public sealed class TwoReplicas
{
    private const int Households = 12;

    [Fact]
    public async Task A_new_month_is_opened_once_by_two_replicas_and_a_term_is_not_given_twice() => await OpenAsync(database: null);

    [Fact]
    public async Task The_same_on_SQL_Server() => await OpenAsync(await SqlServerWhenConfigured.CreateDatabaseAsync());

    private static async Task OpenAsync(string? database)
    {
        await using var service = new EducationAidService();
        await service.StartAsync(2, database);
        var households = Enumerable.Range(0, Households).Select(_ => Guid.NewGuid()).ToList();
        foreach (var household in households)
        {
            await service.RegisterAsync(household, EducationAidService.Member(Guid.NewGuid(), 9, student: StudentStatus.Primary));
        }

        service.Place.Advance(TimeSpan.FromDays(15));
        var april = new AidMonth(2016, 4);
        foreach (var household in households) await service.Talk.Published<AidProposed>(set => set.HouseholdId == household && set.Month == april);
        var opened = service.Talk.Heard<AidProposed>(set => set.Month == april);
        Assert.Equal(Households, opened.Count);
        Assert.All(opened, set => Assert.Empty(set.Items)); // spring's aid was given in March
    }
}
