using System.Net;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;
using Fupin.Testing;

namespace Fupin.Employment.Tests.PublicPosts;

public sealed class WorkOfAHousehold(EmploymentService service) : IClassFixture<EmploymentService>, IAsyncLifetime
{
    private readonly Guid household = Guid.NewGuid();
    private readonly Guid mother = Guid.NewGuid();
    private readonly string contract = Guid.NewGuid().ToString("N");

    public async ValueTask InitializeAsync() =>
        await service.RegisterAsync(household, EmploymentService.Member(mother, 45, Sex.Female, head: true));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_post_is_paid_from_the_month_it_is_entered_in_and_ends_with_its_last_day()
    {
        var (status, entered) = await service.PostAsync(EmploymentService.First, "/public-posts", Post("2016-03-01"));
        Assert.Equal(HttpStatusCode.Created, status);
        var item = Assert.Single((await service.ProposedAsync(household, 2)).Items);
        Assert.Equal(("J6", "2016-03", AidNature.Cash, Money.FromYuan(1_200)), (item.Policy, item.Period, item.Nature, item.Amount));

        Assert.Equal("EMP-0022", await CodeAsync("/public-posts", Post("2016-03-20")));
        Assert.Equal("EMP-0003", await CodeAsync($"/public-posts/{entered!["id"]}/end", new { on = "2016-02-28" }));
        Assert.Equal(HttpStatusCode.NoContent, (await service.PostAsync(EmploymentService.First, $"/public-posts/{entered["id"]}/end", new { on = "2016-03-10" })).Status);
        Assert.Equal(new Money(38_710), Assert.Single((await service.ProposedAsync(household, 3)).Items).Amount); // 10 of 31 days
    }

    [Fact]
    public async Task A_loan_that_makes_no_sense_is_refused()
    {
        Assert.Equal("EMP-0011", await CodeAsync("/loans", Loan(number: " ")));
        Assert.Equal("EMP-0012", await CodeAsync("/loans", Loan(use: "other")));
        Assert.Equal("EMP-0002", await CodeAsync("/loans", Loan(principal: 0)));
        Assert.Equal("EMP-0013", await CodeAsync("/loans", Loan(rate: 2_401)));
        Assert.Equal("EMP-0003", await CodeAsync("/loans", Loan(due: "2015-11-01")));
        Assert.Equal("EMP-0014", await CodeAsync("/loans", Loan(issued: "2012-07-05")));
        Assert.Equal("SYS-0400", await CodeAsync("/loans", Loan(use: "wedding")));
        await service.PostAsync(EmploymentService.First, "/loans", Loan());
        Assert.Equal("EMP-0015", await CodeAsync("/loans", Loan()));
    }

    [Fact]
    public async Task Only_the_departments_own_officers_enter_records_and_only_in_their_region()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await service.PostAsync(null, "/loans", Loan())).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await service.PostAsync(Officers.Of("education-aid"), "/loans", Loan())).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await service.PostAsync(Officers.District, "/public-posts", Post("2016-03-01"))).Status);
        var foreign = await service.PostAsync(EmploymentService.Elsewhere, "/loans", Loan());
        Assert.Equal((HttpStatusCode.NotFound, "AID-0041"), (foreign.Status, (string?)foreign.Body!["code"]));
        Assert.Equal(HttpStatusCode.NotFound, (await service.GetAsync(EmploymentService.Elsewhere, $"/households/{household}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await service.GetAsync(Officers.Village, $"/households/{household}")).Status);
    }

    [Fact]
    public async Task Every_route_stands_in_the_OpenAPI_document_with_its_refusals()
    {
        var (_, document) = await service.GetAsync(null, "/openapi/v1.json");
        var confirm = document!["paths"]!["/approvals/{id}/confirm"]!["post"]!["responses"]!["409"]!["description"];
        Assert.Contains("AID-0022 同一人不得既审批又复核", (string)confirm!, StringComparison.Ordinal);
        Assert.NotNull(document["paths"]!["/loans"]!["post"]!["responses"]!["400"]);
    }

    private async Task<string?> CodeAsync(string path, object body) => (string?)(await service.PostAsync(EmploymentService.First, path, body)).Body!["code"];

    private object Post(string from) => new { householdId = household, memberId = mother, title = "村庄保洁", from, monthlyPay = 120_000 };

    private object Loan(
        string? number = null, string use = "crops", long principal = 4_000_000, int rate = 435, string issued = "2015-11-01", string due = "2016-11-01") =>
        new { householdId = household, memberId = mother, bank = "农商行", contractNo = number ?? contract, use, principal, rateBasisPoints = rate, issuedOn = issued, dueOn = due };
}
