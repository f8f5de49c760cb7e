using Fupin.Aid.Parameters;
using Fupin.Aid.Reasons;
using Fupin.Aid.Tests.Desk;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Fupin.Aid.Tests.Reasons;

/// <summary>Anybody entitled to ask can see why an aid is as it is, and why there is none.</summary>
public sealed class Explaining : IAsyncLifetime
{
    private readonly TestDesk desk = new();
    private readonly Guid household = Guid.NewGuid();

    public async ValueTask InitializeAsync()
    {
        await desk.SeedAsync();
        await desk.RegisterAsync(household, members: 2);
    }

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task Why_names_what_was_looked_at_the_values_with_their_dates_and_the_arithmetic()
    {
        var why = await WhyAsync("T2");

        Assert.Contains(why.Inputs, input => input is { Label: "家庭人口", Value: "2 人", Source: "农工办名册" });
        var parameter = Assert.Single(why.Parameters);
        Assert.Equal("T2.standard", parameter.Name);
        Assert.NotEmpty(parameter.Basis);
        Assert.NotEmpty(why.Trace);
    }

    [Fact]
    public async Task What_would_change_an_aid_is_what_the_policy_itself_decides_then()
    {
        await desk.StackAsync(household, 2, counted: new CountedAid(IncomeView.MeansTest, "J6", null, Money.FromYuan(200L)));

        // Income that counts takes 200 yuan from T2; without it, T2 is 200 higher.
        var why = await WhyAsync("T2");
        Assert.Equal(Money.FromYuan(500L), why.Proposed);
        Assert.Contains("如果没有本月计入收入的其他救助，本项变为 700.00 元", why.WouldChange);
    }

    [Fact]
    public async Task Why_not_says_the_first_condition_that_fails()
    {
        await desk.StackAsync(household, 2, counted: new CountedAid(IncomeView.MeansTest, "J6", null, Money.FromYuan(900L)));

        var answer = Assert.IsType<Ok<ExplainAbsence.Answer>>(await desk.WhyNotAsync(TestOfficer.First, household)).Value!;

        var absent = answer.Policies.Single(policy => policy.Policy == "T2");
        Assert.Equal("收入不低于标准", Assert.Single(Assert.Single(absent.Reasons).Lines).Value);
        Assert.DoesNotContain(answer.Policies, policy => policy.Policy == "T1");
    }

    [Fact]
    public async Task A_household_of_another_region_is_explained_to_nobody() =>
        Assert.Equal(AidErrors.NoSuchHousehold, await desk.WhyNotAsync(TestOfficer.OfOtherVillage, household));

    private async Task<ExplainItem.Answer> WhyAsync(string policy)
    {
        var item = (await desk.ItemsAsync(household)).Single(item => item.Policy == policy);
        return Assert.IsType<Ok<ExplainItem.Answer>>(await desk.WhyAsync(TestOfficer.First, item.ItemId)).Value!;
    }
}
