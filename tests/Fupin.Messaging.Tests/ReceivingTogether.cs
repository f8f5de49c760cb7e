using Fupin.Testing;
using MassTransit;

namespace Fupin.Messaging.Tests;

/// <summary>What waits is handled together in one transaction, and each message has its own fate all the same.</summary>
public sealed class ReceivingTogether : ProbeTest
{
    private const int Many = 60;
    private static readonly DateOnly Day = new(2016, 5, 1);

    [Theory]
    [InlineData(typeof(ProbeConsumer))]
    [InlineData(typeof(ProbeBatchConsumer))]
    public async Task Messages_that_wait_share_transactions(Type consumer)
    {
        await TellAsync(consumer, [.. Households(Many)]);

        // While somebody else writes, all of them arrive.
        var writer = await HoldWriterAsync("listener");
        await using var listener = await StartAsync("listener", listens: true, consumer: consumer);
        await AllIsDeliveredAsync("listener-household-exited");
        await writer.DisposeAsync();

        await Eventually.Holds(async () => Assert.Equal(Many, await listener.EffectsAsync()));
        Assert.InRange((await listener.AllEffectsAsync()).DistinctBy(effect => effect.TransactionId).Count(), 1, Many / 2);
    }

    [Fact]
    public async Task Switched_off_each_message_has_a_transaction_of_its_own()
    {
        await TellAsync(typeof(ProbeConsumer), [.. Households(Many)]);

        await using var listener = await StartAsync("listener", listens: true, batch: 1);

        await Eventually.Holds(async () => Assert.Equal(Many, await listener.EffectsAsync()));
        Assert.Equal(Many, (await listener.AllEffectsAsync()).DistinctBy(effect => effect.TransactionId).Count());
    }

    [Theory]
    [InlineData(typeof(ProbeConsumer))]
    [InlineData(typeof(ProbeBatchConsumer))]
    public async Task A_poisonous_message_spoils_none_of_those_it_came_with(Type consumer)
    {
        var healthy = Households(Many).ToList();
        var poison = (Guid.NewGuid(), ProbeConsumer.Poison);
        await TellAsync(consumer, [.. healthy[..20], poison, .. healthy[20..]]);

        await using var listener = await StartAsync("listener", listens: true, consumer: consumer);

        await Eventually.Holds(async () => Assert.Equal("probe-poison", Assert.Single(await listener.DeadLettersAsync()).Reason));
        await Eventually.Holds(async () => Assert.Equal(Many, await listener.EffectsAsync()));
        Assert.Equal(healthy.Select(one => one.Household).Order(), (await listener.AllEffectsAsync()).Select(effect => effect.HouseholdId).Order());
    }

    [Theory]
    [InlineData(typeof(ProbeConsumer))]
    [InlineData(typeof(ProbeBatchConsumer))]
    public async Task Several_messages_about_one_household_in_one_batch_all_count(Type consumer)
    {
        var household = Guid.NewGuid();
        await TellAsync(consumer, [.. Enumerable.Repeat((household, Day), Many)]);

        await using var listener = await StartAsync("listener", listens: true, consumer: consumer);

        await Eventually.Holds(async () => Assert.Equal(Many, await listener.EffectsAsync()));
        Assert.Equal(Many, await listener.ExitsOfAsync(household));
        Assert.Empty(await listener.DeadLettersAsync());
    }

    [Fact]
    public async Task A_message_that_comes_twice_in_one_batch_counts_once()
    {
        await (await StartAsync("listener", listens: true)).DisposeAsync();
        await using var teller = await StartAsync("teller");
        var (household, id) = (Guid.NewGuid(), NewId.NextGuid());
        for (var time = 0; time < 5; time++)
            await teller.Get<IBus>().Publish(new Contracts.Registration.HouseholdExited(household, 1, Day, Day), context => context.MessageId = id);
        var after = await teller.TellAsync();

        await using var listener = await StartAsync("listener", listens: true);

        await Eventually.Holds(async () => Assert.Single(await listener.EffectsOfAsync(after)));
        Assert.Single(await listener.EffectsOfAsync(household));
        Assert.Empty(await listener.DeadLettersAsync());
    }

    private static IEnumerable<(Guid Household, DateOnly On)> Households(int count) => Enumerable.Range(0, count).Select(_ => (Guid.NewGuid(), Day));

    // Into the queue of a listener that is not there, so that all of it waits when that starts.
    private async Task TellAsync(Type consumer, IReadOnlyList<(Guid Household, DateOnly On)> exits)
    {
        await (await StartAsync("listener", listens: true, consumer: consumer)).DisposeAsync();
        await using var teller = await StartAsync("teller");
        await teller.TellAsync(exits);
        await Eventually.Holds(async () => Assert.Equal(0, await teller.WaitingAsync()));
    }
}
