using Fupin.Aid.Approvals;
using Fupin.Aid.Proposals;
using Fupin.Aid.Tests.Desk;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Fupin.Aid.Tests.Proposals;

/// <summary>An overpayment that an officer decided to set off is taken from what comes next, to the fen, and never twice.</summary>
public sealed class SettingOff : IAsyncLifetime
{
    private static readonly AidMonth March = new(2016, 3);
    private static readonly AidMonth April = new(2016, 4);
    private static readonly AidMonth May = new(2016, 5);
    private readonly TestDesk desk = new();
    private readonly Guid household = Guid.NewGuid();

    // March: T1 100, T2 700, T4 30, all confirmed. From April on: T1 100 and T2 700 a month.
    public async ValueTask InitializeAsync()
    {
        await desk.SeedAsync();
        await desk.RegisterAsync(household);
        await desk.OpenAsync("2016-03");
        await desk.StackAsync(household, 1);
        await ConfirmAsync(await ApproveAsync(March));
    }

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task It_is_taken_from_the_same_policy_and_beneficiary_first_and_told_with_its_sentence()
    {
        await FallAsync(2, "T1", 40);
        await DecideAsync("T1", OverpaymentDecision.Offset);
        await OpenAndStackAsync(April);

        var approval = await ApproveAsync(April);
        Assert.Equal(Money.FromYuan(100 - 60 + 700), approval.Sum);
        await ConfirmAsync(approval);
        var told = (await desk.ToldAsync<AidApproved>())[^1].Items.ToDictionary(item => item.Policy);
        Assert.Equal((Money.FromYuan(40), Money.FromYuan(700)), (told["T1"].Amount, told["T2"].Amount));
        var line = Assert.Single(told["T1"].Offsets!);
        Assert.Equal((Money.FromYuan(60), "此前“每人每月补助”（2016-03）多发，从本项中抵扣 60.00 元。"), (line.Amount, line.Text));
        Assert.Null(told["T2"].Offsets);
        Assert.Equal(Money.Zero, Assert.Single(await desk.OffsetsAsync()).Left);
        Assert.DoesNotContain(await desk.ItemsAsync(household), item => item.Month == April && item.Overpaid > Money.Zero); // the debt it paid reached the household too
        Assert.Equal(Money.FromYuan(60), Assert.Single(await desk.ToldAsync<OverpaymentDecided>()).Amount);
    }

    [Fact]
    public async Task What_one_item_cannot_bear_is_taken_from_the_households_others_and_the_rest_waits()
    {
        await FallAsync(2, "T2", 0); // 700 too much
        await DecideAsync("T2", OverpaymentDecision.Offset);
        await OpenAndStackAsync(April, new Dictionary<string, Money> { ["T2"] = new(50_033) });

        var approval = await ApproveAsync(April);
        Assert.Equal(Money.Zero, approval.Sum);
        await ConfirmAsync(approval);
        Assert.All((await desk.ToldAsync<AidApproved>())[^1].Items, item => Assert.Equal(Money.Zero, item.Amount));
        Assert.Equal(new Money(70_000 - 50_033 - 10_000), Assert.Single(await desk.OffsetsAsync()).Left);

        await OpenAndStackAsync(May);
        Assert.Equal(new Money(80_000 - 9_967), (await ApproveAsync(May)).Sum);
    }

    [Fact]
    public async Task A_returned_approval_gives_back_what_it_had_set_off()
    {
        await FallAsync(2, "T1", 40);
        await DecideAsync("T1", OverpaymentDecision.Offset);
        await OpenAndStackAsync(April);
        var first = await ApproveAsync(April);
        Assert.Equal(Money.Zero, Assert.Single(await desk.OffsetsAsync()).Left);
        Assert.IsType<NoContent>(await desk.ReturnAsync(TestOfficer.Second, first.Id, "重新核对"));
        Assert.Equal(Money.FromYuan(60), Assert.Single(await desk.OffsetsAsync()).Left);
        Assert.Equal(first.Sum, (await ApproveAsync(April)).Sum);
    }

    [Fact]
    public async Task What_was_let_go_or_rose_again_is_not_taken_back()
    {
        await FallAsync(2, "T1", 40);
        await DecideAsync("T1", OverpaymentDecision.LetGo);
        await FallAsync(3, "T2", 600);
        await DecideAsync("T2", OverpaymentDecision.Offset);
        await desk.StackAsync(household, 4, March, new Dictionary<string, Money> { ["T1"] = Money.FromYuan(40) }); // T2 is granted whole again
        await OpenAndStackAsync(April);
        Assert.Equal(Money.FromYuan(800), (await ApproveAsync(April)).Sum);
    }

    [Fact]
    public async Task An_amount_that_falls_further_is_decided_on_for_the_rest_only()
    {
        await FallAsync(2, "T1", 40);
        await DecideAsync("T1", OverpaymentDecision.LetGo);
        await FallAsync(3, "T1", 10);
        await DecideAsync("T1", OverpaymentDecision.Offset);
        Assert.Equal([Money.FromYuan(60), Money.FromYuan(30)], (await desk.ToldAsync<OverpaymentDecided>()).Select(told => told.Amount));
        await OpenAndStackAsync(April);
        Assert.Equal(Money.FromYuan(770), (await ApproveAsync(April)).Sum);
    }

    private Task FallAsync(int revision, string policy, int yuan) =>
        desk.StackAsync(household, revision, March, new Dictionary<string, Money> { [policy] = Money.FromYuan(yuan) });

    private async Task DecideAsync(string policy, OverpaymentDecision decision)
    {
        var item = (await desk.ItemsAsync(household)).Single(item => item.Policy == policy && item.Overpayment == OverpaymentState.Open);
        Assert.IsType<NoContent>(await desk.DecideOverpaymentAsync(TestOfficer.First, item.ItemId, decision, "经核实"));
    }

    private async Task OpenAndStackAsync(AidMonth month, IReadOnlyDictionary<string, Money>? granted = null)
    {
        await desk.OpenAsync(month.ToString());
        await desk.StackAsync(household, 1, month, granted);
    }

    private async Task<ApproveItems.Response> ApproveAsync(AidMonth month) =>
        ((Created<ApproveItems.Response>)await desk.ApproveAsync(TestOfficer.First, new ApproveItems.Request(month, All: true))).Value!;

    private async Task ConfirmAsync(ApproveItems.Response approval) =>
        Assert.IsType<Ok<ApproveItems.Response>>(await desk.ConfirmAsync(TestOfficer.Second, approval.Id));
}
