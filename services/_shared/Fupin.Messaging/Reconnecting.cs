using System.Reflection;
using MassTransit;
using MassTransit.RabbitMqTransport.Configuration;

namespace Fupin.Messaging;

/// <summary>How soon a broker that was away is found again (重新连接).</summary>
internal static class Reconnecting
{
    // About a day of tries; a process that has heard nothing for so long is started anew by whoever watches its health.
    private const int Tries = 20_000;
    private static readonly TimeSpan Soonest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Latest = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Asks again within seconds. MassTransit asks ever more rarely, up to once in a minute, and has no setting for it: after an outage of a
    /// minute events would lie for another one. Its own policy still says which failures are asked about again. Refuses
    /// (<see cref="InvalidOperationException"/>) a MassTransit that is built otherwise; the version is pinned.
    /// </summary>
    public static void AskAgainSoon(this IRabbitMqBusFactoryConfigurator rabbit)
    {
        var host = FieldOf(rabbit, "_hostConfiguration").GetValue(rabbit) as RabbitMqHostConfiguration;
        var policy = FieldOf(host, $"<{nameof(RabbitMqHostConfiguration.ReceiveTransportRetryPolicy)}>k__BackingField");
        var usual = host!.ReceiveTransportRetryPolicy;
        policy.SetValue(host, Retry.CreatePolicy(retry =>
        {
            retry.Handle<Exception>(usual.IsHandled);
            retry.Exponential(Tries, Soonest, Latest, Soonest);
        }));
    }

    private static FieldInfo FieldOf(object? owner, string name) =>
        owner?.GetType().GetField(name, BindingFlags.Instance | BindingFlags.NonPublic)
        ?? throw new InvalidOperationException($"This MassTransit keeps no {name}; look again at how it reconnects.");
}
