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
    public async Task Interest_is_subsidised_after_each_proven_quarter_less_after_a_repayment_and_not_after_overdue()
    {
        await service.RegisterAsync(household, EmploymentService.Member(borrower, 45, head: true));
        var (status, loan) = await service.PostAsync(EmploymentService.First, "/loans", Loan());
        Assert.Equal(HttpStatusCode.Created, status);

        service.Place.Advance(TimeSpan.FromDays(15)); // 5 April
        Assert.Empty((await HeardAsync(2016, 4)).Items); // over, but not proven
        await service.EnterAsync("loan-interest", Proof("2016-Q1", "2016-03-21"));
        var first = Assert.Single((await HeardAsync(2016, 4, 2)).Items);
        Assert.Equal(("J4", "2016-Q1", AidNature.Interest, "D1", new Money(43_983)), (first.Policy, first.Period, first.Nature, first.Claim, first.Amount));
        Assert.Contains(first.Trace, line => line.Value.Contains("91 天", StringComparison.Ordinal));

        service.Place.Advance(TimeSpan.FromDays(30)); // 5 May
        Assert.Empty((await HeardAsync(2016, 5)).Items);
        await service.EnterAsync("loan-repayments", new { householdId = household, memberId = borrower, contractNo = "D1", on = "2016-05-01", principal = 1_000_000 });

        service.Place.Advance(TimeSpan.FromDays(61)); // 5 July
        await HeardAsync(2016, 7);
        await service.EnterAsync("loan-interest", Proof("2016-Q2", "2016-06-21"));
        // 40,000 for 30 days and 30,000 for 61 days
        Assert.Equal(("2016-Q2", new Money(36_613)), PeriodAndAmount(Assert.Single((await HeardAsync(2016, 7, 2)).Items)));

        Assert.Equal(HttpStatusCode.NoContent, (await service.PostAsync(EmploymentService.First, $"/loans/{loan!["id"]}/close", new { on = "2016-07-04", overdue = true })).Status);
        service.Place.Advance(TimeSpan.FromDays(92)); // 5 October
        await HeardAsync(2016, 10);
        await service.EnterAsync("loan-interest", Proof("2016-Q3", "2016-09-21"));
        // 3 days, until overdue
        Assert.Equal(("2016-Q3", new Money(1_088)), PeriodAndAmount(Assert.Single((await HeardAsync(2016, 10, 2)).Items)));
    }

    private static (string, Money) PeriodAndAmount(ProposedItem item) => (item.Period, item.Amount);

    private Task<AidProposed> HeardAsync(int year, int month, int revision = 1) => service.Talk.Published<AidProposed>(
        set => set.HouseholdId == household && set.Month == new AidMonth(year, month) && set.Revision == revision);

    private object Proof(string quarter, string paidOn) => new { householdId = household, memberId = borrower, contractNo = "D1", quarter, paidOn, interest = 43_983 };

    private object Loan() => new
    {
        householdId = household,
        memberId = borrower,
        bank = "农商行",
        contractNo = "D1",
        use = "crops",
        principal = 4_000_000,
        rateBasisPoints = 435,
        appliedOn = "2015-10-08",
        villageOn = "2015-10-12",
        townOn = "2015-10-19",
        districtOn = "2015-10-26",
        bankOn = "2015-10-30",
        issuedOn = "2015-11-01",
        dueOn = "2016-11-01",
    };
}
