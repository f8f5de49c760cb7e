using Fupin.Testing;

namespace Fupin.Messaging.Tests;

/// <summary>Brokers that are stopped and started: nothing else runs beside, so that how long it takes is their own.</summary>
[CollectionDefinition(nameof(Outages), DisableParallelization = true)]
public sealed class Outages;

/// <summary>People keep working without the broker; events wait and then flow.</summary>
[Collection(nameof(Outages))]
public sealed class BrokerGone
{
    // A broker that has just started is found again by clients at their own pace.
    private static readonly TimeSpan WithBroker = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task A_service_starts_without_the_broker_and_tells_once_it_is_there()
    {
        await using var broker = await RabbitMqServer.StartPrivateAsync();
        await using var places = new ProbePlaces(broker.Address);
        await using (await places.StartAsync("listener", listens: true)) // its queue exists from now on
        {
        }

        await broker.StopAsync();
        await using var teller = await places.StartAsync("teller");
        var household = await teller.TellAsync();
        Assert.Equal(1, await teller.WaitingAsync());

        await broker.StartAsync();
        await using var listener = await places.StartAsync("listener", listens: true);

        await Eventually.IsTrue(async () => (await listener.EffectsOfAsync(household)).Count == 1, WithBroker);
    }

    [Fact]
    public async Task A_broker_that_is_killed_and_comes_back_loses_nothing()
    {
        await using var broker = await RabbitMqServer.StartPrivateAsync();
        await using var places = new ProbePlaces(broker.Address);
        await using var listener = await places.StartAsync("listener", listens: true);
        await using var teller = await places.StartAsync("teller");
        var before = await teller.TellAsync();
        await Eventually.IsTrue(async () => (await listener.EffectsOfAsync(before)).Count == 1, WithBroker);

        await broker.KillAsync("listener-household-exited");
        var during = await teller.TellAsync();
        await broker.StartAsync();

        await Eventually.IsTrue(async () => (await listener.EffectsOfAsync(during)).Count == 1, WithBroker);
        Assert.Equal(2, await listener.EffectsAsync());
    }

    [Fact]
    public async Task A_batch_stopped_between_commit_and_acknowledgement_comes_again_and_is_absorbed()
    {
        await using var broker = await RabbitMqServer.StartPrivateAsync();
        await using var places = new ProbePlaces(broker.Address);
        await using var listener = await places.StartAsync("listener", listens: true);
        await using var careless = await places.StartAsync("careless", listens: true, inbox: false);
        await using var teller = await places.StartAsync("teller");
        var households = Enumerable.Range(0, 20).Select(_ => Guid.NewGuid()).ToList();
        foreach (var stopped in new[] { listener, careless }) stopped.Get<AfterCommit>().Hold();

        await teller.TellAsync(households.Select(household => (household, new DateOnly(2016, 5, 1))));
        await Eventually.IsTrue(async () => await listener.EffectsAsync() > 0 && await careless.EffectsAsync() > 0, WithBroker);
        await broker.KillAsync("listener-household-exited", "careless-household-exited"); // what is committed cannot be acknowledged any more
        await broker.StartAsync();
        await using var nextListener = await places.StartAsync("listener", listens: true);
        await using var nextCareless = await places.StartAsync("careless", listens: true, inbox: false);
        var after = await teller.TellAsync();

        await Eventually.IsTrue(async () => (await nextCareless.EffectsOfAsync(after)).Count > 0 && (await nextListener.EffectsOfAsync(after)).Count > 0, WithBroker);
        await Eventually.IsTrue(async () => await nextCareless.EffectsAsync() > households.Count + 1, WithBroker);
        Assert.Equal(households.Append(after).Order(), (await nextListener.AllEffectsAsync()).Select(effect => effect.HouseholdId).Order());
        Assert.Empty(await nextListener.DeadLettersAsync());
        foreach (var stopped in new[] { listener, careless }) stopped.Get<AfterCommit>().Release();
    }
}
