using System.Diagnostics;
using Fupin.Contracts.Registration;
using Fupin.Testing;

namespace Fupin.Messaging.Tests;

/// <summary>What was saved is told, once in effect, whatever stops in between.</summary>
public sealed class Delivering : ProbeTest
{
    [Fact]
    public async Task An_event_told_by_one_service_has_its_effect_in_another()
    {
        await using var listener = await StartAsync("listener", listens: true);
        await using var teller = await StartAsync("teller");

        var household = await teller.TellAsync();

        await Eventually.Holds(async () => Assert.Single(await listener.EffectsOfAsync(household)));
        await Eventually.Holds(async () => Assert.Equal(0, await teller.WaitingAsync()));
    }

    [Fact]
    public async Task A_stop_between_commit_and_delivery_loses_nothing()
    {
        await using var listener = await StartAsync("listener", listens: true);
        Guid household;
        await using (var stopped = await StartAsync("teller", delivers: false))
        {
            household = await stopped.TellAsync();
            Assert.Equal(1, await stopped.WaitingAsync());
        }

        Assert.Equal(0, await listener.EffectsAsync());
        await using var restarted = await StartAsync("teller");

        await Eventually.Holds(async () => Assert.Single(await listener.EffectsOfAsync(household)));
    }

    [Fact]
    public async Task Two_replicas_that_share_an_outbox_tell_each_event_once_in_effect()
    {
        await using var listener = await StartAsync("listener", listens: true);
        await using var first = await StartAsync("teller");
        await using var second = await StartAsync("teller");

        var households = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => (number % 2 == 0 ? first : second).TellAsync()));

        await Eventually.Holds(async () => Assert.Equal(0, await first.WaitingAsync()));
        await Eventually.Holds(async () => Assert.Equal(households.Length, await listener.EffectsAsync()));
        foreach (var household in households) Assert.Single(await listener.EffectsOfAsync(household));
    }

    [Fact]
    public async Task An_event_nobody_has_a_queue_for_stays_unsent_until_somebody_has()
    {
        await using var teller = await StartAsync("teller");
        var household = await teller.TellAsync();

        // Handed back by the broker at least once, and kept.
        await Eventually.Holds(async () => Assert.True(Assert.Single(await teller.OutboxAsync()).Attempts > 0));

        await using var listener = await StartAsync("listener", listens: true);

        await Eventually.Holds(async () => Assert.Single(await listener.EffectsOfAsync(household)));
        await Eventually.Holds(async () => Assert.Equal(0, await teller.WaitingAsync()));
    }

    [Fact]
    public async Task One_trace_goes_on_from_the_change_over_the_broker_to_the_effect()
    {
        using var spans = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "MassTransit" or "Fupin.Messaging" or nameof(Delivering),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(spans);
        await using var listener = await StartAsync("listener", listens: true);
        await using var teller = await StartAsync("teller");
        using var source = new ActivitySource(nameof(Delivering));
        using var upload = source.StartActivity("upload")!;

        var household = await teller.TellAsync();

        await Eventually.Holds(async () => Assert.Single(await listener.EffectsOfAsync(household)));
        Assert.Equal(upload.TraceId.ToString(), (await listener.EffectsOfAsync(household)).Single().TraceId);
    }
}
