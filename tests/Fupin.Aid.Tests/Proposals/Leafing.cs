using Fupin.Aid.Tests.Desk;

namespace Fupin.Aid.Tests.Proposals;

/// <summary>An officer's queue can be put in order by a column and leafed through.</summary>
public sealed class Leafing : IAsyncLifetime
{
    private readonly TestDesk desk = new();

    public async ValueTask InitializeAsync()
    {
        await desk.SeedAsync();
        await desk.RegisterAsync(Guid.NewGuid());
        await desk.RegisterAsync(Guid.NewGuid(), village: TestDesk.OtherVillage);
    }

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task Pages_of_a_sorted_queue_hold_every_item_once_in_order()
    {
        var whole = (await desk.ListAsync(TestOfficer.First, sort: "-proposed")).Items;
        var leafed = new List<Guid>();
        for (var skip = 0; skip < whole.Count; skip += 2)
        {
            var page = await desk.ListAsync(TestOfficer.First, size: 2, sort: "-proposed", skip: skip);
            Assert.Equal(whole.Count, page.Total);
            leafed.AddRange(page.Items.Select(item => item.ItemId));
        }

        Assert.Equal(whole.Select(item => item.ItemId), leafed);
        Assert.Equal(whole.Select(item => item.Proposed).OrderDescending(), whole.Select(item => item.Proposed));
        Assert.NotEqual(whole[0].Proposed, whole[^1].Proposed);
    }

    [Fact]
    public async Task What_is_counted_ends_at_the_region()
    {
        var all = await desk.ListAsync(TestOfficer.First, skip: 0);
        var own = await desk.ListAsync(TestOfficer.OfOtherVillage, skip: 0);

        Assert.Equal(own.Items.Count, own.Total);
        Assert.True(own.Total > 0 && own.Total < all.Total);
    }

    [Fact]
    public async Task Who_pages_by_key_gets_no_count()
    {
        Assert.Null((await desk.ListAsync(TestOfficer.First)).Total);
    }
}
