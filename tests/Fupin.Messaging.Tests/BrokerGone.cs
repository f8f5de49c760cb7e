using Fupin.Testing;
using MassTransit;

namespace Fupin.Messaging.Tests;

/// <summary>People keep working without the broker; events wait and then flow.</summary>
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

        await broker.KillAsync();
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
        var again = new ComesAgain();
        using var observing = listener.Get<IBusControl>().ConnectConsumeObserver(again);
        var households = Enumerable.Range(0, 20).Select(_ => Guid.NewGuid()).ToList();
        listener.Get<AfterCommit>().Hold();
        careless.Get<AfterCommit>().Hold();

        await teller.TellAsync(households.Select(household => (household, new DateOnly(2016, 5, 1))));
        await Eventually.IsTrue(async () => await listener.EffectsAsync() > 0 && await careless.EffectsAsync() > 0, WithBroker);
        await broker.KillAsync();
        await broker.StartAsync();
        await Eventually.IsTrue(() => Task.FromResult(again.Redelivered > 0), WithBroker);
        listener.Get<AfterCommit>().Release();
        careless.Get<AfterCommit>().Release();

        await Eventually.IsTrue(async () => await careless.EffectsAsync() > households.Count, WithBroker);
        await Eventually.IsTrue(async () => await listener.EffectsAsync() >= households.Count, WithBroker);
        Assert.Equal(households.Order(), (await listener.AllEffectsAsync()).Select(effect => effect.HouseholdId).Order());
        Assert.Empty(await listener.DeadLettersAsync());
    }

    private sealed class ComesAgain : IConsumeObserver
    {
        private int redelivered;

        public int Redelivered => redelivered;

        public Task PreConsume<T>(ConsumeContext<T> context)
            where T : class
        {
            if (context.ReceiveContext.Redelivered) Interlocked.Increment(ref redelivered);
            return Task.CompletedTask;
        }

        public Task PostConsume<T>(ConsumeContext<T> context)
            where T : class => Task.CompletedTask;

        public Task ConsumeFault<T>(ConsumeContext<T> context, Exception exception)
            where T : class => Task.CompletedTask;
    }
}
