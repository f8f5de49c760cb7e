using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Fupin.Stacking;

namespace Fupin.Employment.Tests.Employers;

public sealed class WorkerWithAPost(EmploymentService service) : IClassFixture<EmploymentService>
{
    private const string Employer = "91320412MA1MCY6R0X";
    private readonly Guid household = Guid.NewGuid();
    private readonly Guid mother = Guid.NewGuid();

    [Fact]
    public async Task A_worker_with_a_contract_and_a_post_in_one_month_has_the_post_and_the_employer_only_the_bonus()
    {
        await service.RegisterAsync(household, EmploymentService.Member(mother, 45, Sex.Female, head: true));
        await service.EnterAsync("employment-contracts", Of(new { employerCode = Employer, employer = "常武纺织", contractNo = "H1", from = "2016-03-19", to = "2017-03-31", hasOtherRelief = false }));
        await service.EnterAsync("insurance-payments", Of(new { month = "2016-03", employerCode = Employer, byEmployer = 61_234, byPerson = 20_000 }));
        await service.EnterAsync("public-post-records", Of(new { title = "村庄保洁", from = "2016-03-01", monthlyPay = 120_000 }));

        // The bare contract gives nothing and changes nothing: insurance makes the second set, the post the third.
        var set = await service.ProposedAsync(household, 3);
        Assert.Equal([("J5", "2016-03"), ("J5", "2016-Q1"), ("J6", "2016-03")], set.Items.Select(item => (item.Policy, item.Period)).Order());

        var stacked = Stack.Compute([new DepartmentSet(EmploymentService.Name, set.Revision, set.Items)], RuleBook.Default, service.Month, []).Items;
        Assert.Equal(
            [("J5", "2016-03", 0L), ("J5", "2016-Q1", 100_000L), ("J6", "2016-03", 120_000L)],
            stacked.Select(item => (item.Policy, item.Period, item.Granted.Fen)).Order());
        Assert.Equal("O03", Assert.Single(stacked.Single(item => item.State == StackedState.Refused).Reductions).Rule);
    }

    private System.Text.Json.Nodes.JsonObject Of(object record) => EmploymentService.About(household, mother, record);
}
