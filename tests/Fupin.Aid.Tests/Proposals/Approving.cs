using Fupin.Aid.Approvals;
using Fupin.Aid.Proposals;
using Fupin.Aid.Reasons;
using Fupin.Aid.Tests.Desk;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Fupin.Aid.Tests.Proposals;

public sealed class Approving : IAsyncLifetime
{
    private static readonly AidMonth March = new(2016, 3);
    private readonly TestDesk desk = new();
    private readonly Guid household = Guid.NewGuid();
    private readonly Guid neighbour = Guid.NewGuid();

    public async ValueTask InitializeAsync()
    {
        await desk.SeedAsync();
        await desk.RegisterAsync(household);
        await desk.RegisterAsync(neighbour, village: TestDesk.OtherVillage);
        await desk.StackAsync(household, 1, new Dictionary<string, Money> { ["T4"] = Money.Zero, ["T2"] = Money.FromYuan(650) });
        await desk.StackAsync(neighbour, 1);
    }

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task What_was_granted_is_approved_confirmed_by_another_and_told_per_household()
    {
        var approval = await ApproveAllAsync();
        Assert.Equal((5, Money.FromYuan(100 + 650 + 100 + 700 + 30)), (approval.Count, approval.Sum)); // T4 of the household was refused
        Assert.Empty(await desk.ToldAsync<AidApproved>());

        Assert.Equal(AidErrors.SameOfficer, await desk.ConfirmAsync(TestOfficer.First, approval.Id));
        Assert.IsType<Ok<ApproveItems.Response>>(await desk.ConfirmAsync(TestOfficer.Second, approval.Id));
        Assert.Equal(AidErrors.ApprovalClosed, await desk.ConfirmAsync(TestOfficer.Second, approval.Id));

        var told = await desk.ToldAsync<AidApproved>();
        Assert.Equal(2, told.Count);
        Assert.Equal(2, told.Select(part => part.ApprovalId).Distinct().Count());
        Assert.All(told, part => Assert.NotEqual(part.ApprovedBy, part.ConfirmedBy));
        var own = told.Single(part => part.HouseholdId == household);
        Assert.Equal([("T1", Money.FromYuan(100)), ("T2", Money.FromYuan(650))], own.Items.Select(item => (item.Policy, item.Amount)));
    }

    [Fact]
    public async Task Items_not_stacked_refused_unknown_or_approved_already_cannot_be_approved()
    {
        var items = await desk.ItemsAsync(household);
        Assert.Equal(AidErrors.NotReadyForApproval, await ApproveAsync(items.Single(item => item.Policy == "T4").ItemId));
        Assert.Equal(AidErrors.NoSuchItem, await ApproveAsync(Guid.NewGuid()));
        Assert.Equal(AidErrors.NothingChosen, await ApproveAsync());

        var chosen = items.Single(item => item.Policy == "T1").ItemId;
        Assert.IsType<Created<ApproveItems.Response>>(await ApproveAsync(chosen));
        Assert.Equal(AidErrors.NotReadyForApproval, await ApproveAsync(chosen));

        var third = Guid.NewGuid();
        await desk.RegisterAsync(third);
        Assert.Equal(AidErrors.NotReadyForApproval, await ApproveAsync((await desk.ItemsAsync(third))[0].ItemId));
    }

    [Fact]
    public async Task What_lies_outside_the_region_is_not_there()
    {
        var foreign = (await desk.ItemsAsync(household))[0].ItemId;
        Assert.Equal(AidErrors.NoSuchItem, await desk.WhyAsync(TestOfficer.OfOtherVillage, foreign));
        Assert.Equal(AidErrors.NoSuchItem, await desk.WhyAsync(TestOfficer.OfOtherVillage, Guid.NewGuid()));
        Assert.IsType<Ok<ExplainItem.Answer>>(await desk.WhyAsync(TestOfficer.First, foreign));
        Assert.Equal(AidErrors.NoSuchItem, await desk.ApproveAsync(TestOfficer.OfOtherVillage, new ApproveItems.Request(March, [foreign])));

        var approval = await ApproveAllAsync();
        Assert.Equal(AidErrors.NoSuchApproval, await desk.ConfirmAsync(TestOfficer.OfOtherVillage, approval.Id));
    }

    [Fact]
    public async Task A_result_that_changed_after_approval_has_to_go_back_to_the_desk()
    {
        var approval = await ApproveAllAsync();
        await desk.StackAsync(household, 2, new Dictionary<string, Money> { ["T1"] = Money.FromYuan(40) });
        Assert.Equal(AidErrors.ChangedSinceApproval, await desk.ConfirmAsync(TestOfficer.Second, approval.Id));

        Assert.Equal(AidErrors.NoReason, await desk.ReturnAsync(TestOfficer.Second, approval.Id, " "));
        Assert.IsType<NoContent>(await desk.ReturnAsync(TestOfficer.Second, approval.Id, "叠加结果有变化"));
        Assert.Equal(AidErrors.ApprovalClosed, await desk.ConfirmAsync(TestOfficer.Second, approval.Id));
        Assert.Equal(6, (await ApproveAllAsync()).Count); // T4 of the household is granted now
    }

    [Fact]
    public async Task What_falls_after_confirmation_is_an_overpayment_that_an_officer_decides_on()
    {
        var approval = await ApproveAllAsync();
        await desk.ConfirmAsync(TestOfficer.Second, approval.Id);
        await desk.StackAsync(household, 2, new Dictionary<string, Money> { ["T1"] = Money.FromYuan(40) });
        await desk.HearAsync(new HouseholdExited(neighbour, 2, new DateOnly(2016, 3, 20), new DateOnly(2016, 2, 29)));

        var overpaid = (await desk.ListAsync(TestOfficer.First, state: "overpaid")).Items;
        Assert.Equal(
            [("T1", Money.FromYuan(60)), ("T1", Money.FromYuan(100)), ("T2", Money.FromYuan(700)), ("T4", Money.FromYuan(30))],
            overpaid.Select(item => (item.Policy, item.Overpaid)));
        Assert.All(overpaid, item => Assert.True(item.ApprovedAmount > item.Granted));
        Assert.Single(await desk.ToldAsync<AidApproved>(), part => part.HouseholdId == household); // nothing is taken back by itself

        var first = overpaid[0].ItemId;
        Assert.Equal(AidErrors.NoReason, await desk.DecideOverpaymentAsync(TestOfficer.First, first, OverpaymentDecision.Offset, ""));
        Assert.IsType<NoContent>(await desk.DecideOverpaymentAsync(TestOfficer.First, first, OverpaymentDecision.Offset, "从下月抵扣"));
        Assert.Equal(AidErrors.NothingOverpaid, await desk.DecideOverpaymentAsync(TestOfficer.First, first, OverpaymentDecision.LetGo, "已决定"));
    }

    [Fact]
    public async Task The_queue_is_paged_by_key_and_says_why()
    {
        var (seen, after) = (new List<ListProposals.Row>(), 0L);
        do
        {
            var page = await desk.ListAsync(TestOfficer.First, after: after, size: 2);
            Assert.True(page.Items.Count <= 2);
            seen.AddRange(page.Items);
            after = page.Next ?? 0;
        }
        while (after > 0);

        Assert.Equal(6, seen.Select(item => item.ItemId).Distinct().Count());
        Assert.Equal("因另一项救助核减。", seen.Single(item => item.HouseholdId == household && item.Policy == "T2").Why);
        Assert.Contains("100 元", seen.First(item => item.Policy == "T1").Why, StringComparison.Ordinal);
        Assert.Equal(StackedState.Refused, Assert.Single((await desk.ListAsync(TestOfficer.First, state: "refused")).Items).Outcome);
        Assert.Equal(3, (await desk.ListAsync(TestOfficer.First, village: TestDesk.OtherVillage.Town)).Items.Count);
    }

    private async Task<ApproveItems.Response> ApproveAllAsync() =>
        ((Created<ApproveItems.Response>)await desk.ApproveAsync(TestOfficer.First, new ApproveItems.Request(March, All: true))).Value!;

    private Task<IResult> ApproveAsync(params Guid[] items) => desk.ApproveAsync(TestOfficer.First, new ApproveItems.Request(March, items));
}
