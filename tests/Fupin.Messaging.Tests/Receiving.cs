using Fupin.Contracts.Registration;
using Fupin.Testing;
using MassTransit;

namespace Fupin.Messaging.Tests;

/// <summary>What arrives twice has its effect once, and what cannot be handled stops nothing.</summary>
public sealed class Receiving : ProbeTest
{
    [Fact]
    public async Task A_message_delivered_twice_has_one_effect()
    {
        await using var listener = await StartAsync("listener", listens: true);

        var (household, after) = await SendTwiceAsync(listener);

        await Eventually.Holds(async () => Assert.Single(await listener.EffectsOfAsync(after)));
        Assert.Single(await listener.EffectsOfAsync(household));
    }

    [Fact]
    public async Task Without_the_inbox_the_same_message_has_two_effects()
    {
        await using var listener = await StartAsync("listener", listens: true, inbox: false);

        var (household, after) = await SendTwiceAsync(listener);

        await Eventually.Holds(async () => Assert.Single(await listener.EffectsOfAsync(after)));
        Assert.Equal(2, (await listener.EffectsOfAsync(household)).Count);
    }

    [Fact]
    public async Task A_poisonous_event_becomes_a_dead_letter_with_nothing_half_done_and_the_queue_goes_on()
    {
        await using var listener = await StartAsync("listener", listens: true);
        await using var teller = await StartAsync("teller");

        var poison = await teller.TellAsync(ProbeConsumer.Poison);
        var late = await teller.TellAsync(ProbeConsumer.FailsAfterItsEffect);
        var healthy = await teller.TellAsync();

        await Eventually.Holds(async () => Assert.Single(await listener.EffectsOfAsync(healthy)));
        await Eventually.Holds(async () => Assert.Equal(["probe-late", "probe-poison"], (await listener.DeadLettersAsync()).Select(letter => letter.Reason).Order()));
        Assert.Empty(await listener.EffectsOfAsync(poison));
        Assert.Empty(await listener.EffectsOfAsync(late));
        Assert.All(await listener.DeadLettersAsync(), letter =>
        {
            Assert.Equal("listener-household-exited", letter.Queue);
            Assert.DoesNotContain(late.ToString(), letter.Body, StringComparison.Ordinal);
            Assert.DoesNotContain(poison.ToString(), letter.Body, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_body_that_is_no_event_becomes_a_dead_letter_and_the_queue_goes_on()
    {
        await using var listener = await StartAsync("listener", listens: true);
        await using var teller = await StartAsync("teller");

        await SendRawAsync("listener-household-exited", "{ this is no JSON");
        var healthy = await teller.TellAsync();

        await Eventually.Holds(async () => Assert.Single(await listener.EffectsOfAsync(healthy)));
        await Eventually.Holds(async () => Assert.Single(await listener.DeadLettersAsync()));
    }

    private static async Task<(Guid Household, Guid After)> SendTwiceAsync(ProbeService listener)
    {
        var bus = listener.Get<IBus>();
        var (household, after, id) = (Guid.NewGuid(), Guid.NewGuid(), NewId.NextGuid());
        var day = new DateOnly(2016, 5, 1);
        for (var time = 0; time < 2; time++) await bus.Publish(new HouseholdExited(household, 1, day, day), context => context.MessageId = id);
        await bus.Publish(new HouseholdExited(after, 1, day, day)); // one queue, one at a time: when this one has its effect, both others were handled
        return (household, after);
    }
}
