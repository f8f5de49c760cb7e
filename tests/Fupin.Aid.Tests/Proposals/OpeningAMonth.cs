using Fupin.Aid.Parameters;
using Fupin.Aid.Tests.Desk;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Fupin.Aid.Tests.Proposals;

public sealed class OpeningAMonth : IAsyncLifetime
{
    private const int Households = 230;
    private readonly TestDesk desk = new();

    public async ValueTask InitializeAsync()
    {
        await desk.SeedAsync();
        for (var index = 0; index < Households; index++) await desk.RegisterAsync(Guid.NewGuid());
        desk.Clock.SetUtcNow(new DateTimeOffset(2016, 4, 1, 1, 0, 0, TimeSpan.Zero));
    }

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task Every_household_is_decided_on_once_however_many_replicas_there_are()
    {
        await desk.OpenMonthAsync(3, async () => (await OfAprilAsync()).Count >= Households);
        var told = await OfAprilAsync();
        Assert.Equal(Households, told.Count);
        Assert.Equal(Households, told.Select(set => set.HouseholdId).Distinct().Count());

        // A later start finds nothing left to do.
        await desk.RegisterAsync(Guid.NewGuid());
        await desk.OpenMonthAsync(1, async () => (await OfAprilAsync()).Count > Households);
        Assert.Equal(Households + 1, (await OfAprilAsync()).Count);
    }

    [Fact]
    public async Task A_confirmed_parameter_is_decided_by_from_its_day_on()
    {
        await desk.OpenMonthAsync(1, async () => (await OfAprilAsync()).Count >= Households);
        var draft = (Created<DraftParameter.Response>)await desk.DraftAsync(
            TestOfficer.First, new DraftParameter.Request("T1.amount", "150", new DateOnly(2016, 4, 1), null, "武民[2016]1号"));
        Assert.Equal(AidErrors.SameOfficer, await desk.ConfirmParameterAsync(TestOfficer.First, draft.Value!.Id));
        Assert.IsType<NoContent>(await desk.ConfirmParameterAsync(TestOfficer.Second, draft.Value.Id));
        Assert.Equal(AidErrors.ParameterConfirmed, await desk.ConfirmParameterAsync(TestOfficer.Second, draft.Value.Id));

        await desk.OpenMonthAsync(2, async () => (await OfAprilAsync()).Count >= 2 * Households);
        var again = (await OfAprilAsync()).Skip(Households).ToList();
        Assert.Equal(Households, again.Count);
        Assert.All(again, set => Assert.Equal((2, Money.FromYuan(150)), (set.Revision, set.Items.Single(item => item.Policy == "T1").Amount)));
    }

    [Theory]
    [InlineData("T9.amount", "150", "武民[2016]1号", "AID-0030")]
    [InlineData("T1.amount", "一百", "武民[2016]1号", "AID-0031")]
    [InlineData("T1.amount", "150,160", "武民[2016]1号", "AID-0031")]
    [InlineData("T1.amount", "150", " ", "AID-0032")]
    public async Task A_parameter_that_makes_no_sense_is_refused(string name, string value, string basis, string code)
    {
        var answer = await desk.DraftAsync(TestOfficer.First, new DraftParameter.Request(name, value, new DateOnly(2016, 4, 1), null, basis));
        Assert.Equal(code, Assert.IsType<Fupin.ServiceDefaults.Refusal>(answer).Code);
    }

    private async Task<IReadOnlyList<AidProposed>> OfAprilAsync() =>
        [.. (await desk.ToldAsync<AidProposed>()).Where(set => set.Month == new AidMonth(2016, 4))];
}
