using System.Net;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;

namespace Fupin.Employment.Tests.Loans;

// A service of its own, because it moves the clock.
public sealed class InterestOfALoan(EmploymentService service) : IClassFixture<EmploymentService>
{
    private readonly Guid household = Guid.NewGuid();
    private readonly Guid borrower = Guid.NewGuid();

    [Fact]
    public async Task Interest_of_a_loan_is_subsidised_after_the_quarter_once()
    {
        await service.RegisterAsync(household, EmploymentService.Member(borrower, 45, head: true));
        Assert.Equal(HttpStatusCode.Created, (await service.PostAsync(EmploymentService.First, "/loans", Loan())).Status);
        service.Place.Advance(TimeSpan.FromDays(15));
        var april = await service.Talk.Published<AidProposed>(set => set.Month == new AidMonth(2016, 4));
        var item = Assert.Single(april.Items);
        Assert.Equal(("J4", "2016-Q1", AidNature.Interest, "D1", new Money(43_983)), (item.Policy, item.Period, item.Nature, item.Claim, item.Amount));
        Assert.Contains(item.Trace, line => line.Value.Contains("91 天", StringComparison.Ordinal));

        service.Place.Advance(TimeSpan.FromDays(30));
        Assert.Empty((await service.Talk.Published<AidProposed>(set => set.Month == new AidMonth(2016, 5))).Items);
    }

    private object Loan() => new
    {
        householdId = household,
        memberId = borrower,
        bank = "农商行",
        contractNo = "D1",
        use = "crops",
        principal = 4_000_000,
        rateBasisPoints = 435,
        issuedOn = "2015-11-01",
        dueOn = "2016-11-01",
    };
}
