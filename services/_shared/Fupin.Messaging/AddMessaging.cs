using System.Text.RegularExpressions;
using Fupin.Persistence;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace Fupin.Messaging;

/// <summary>The consumers of a service (监听的事件), one line each; nothing is scanned, because scanning skips internal types without a word.</summary>
public sealed class Listening
{
    private readonly Dictionary<Type, Type> consumers = [];

    /// <summary>Consumers by the event they listen to.</summary>
    internal IReadOnlyDictionary<Type, Type> Consumers => consumers;

    /// <summary>
    /// Listens with a consumer of an event, or of a <see cref="Batch{T}"/> of it: events that wait are handled together in one transaction
    /// either way, the one after the other or all at once. Refuses (<see cref="ArgumentException"/>) a second one for the same event,
    /// which the inbox would take for a duplicate.
    /// </summary>
    public Listening To<TConsumer>()
        where TConsumer : class, IConsumer => To(typeof(TConsumer));

    /// <summary>Listens with a consumer type made at run time, as audit does for every event of the catalogue.</summary>
    public Listening To(Type consumer)
    {
        foreach (var face in consumer.GetInterfaces().Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IConsumer<>)))
        {
            var told = face.GetGenericArguments()[0];
            consumers.Add(told.IsGenericType && told.GetGenericTypeDefinition() == typeof(Batch<>) ? told.GetGenericArguments()[0] : told, consumer);
        }

        return this;
    }
}

/// <summary>Connects a service to the other departments (消息).</summary>
public static partial class MessagingRegistration
{
    /// <summary>
    /// Registers outbox, inbox, dead letters and the consumers named. Queues are called service-event, such as
    /// education-aid-household-registered: two services never share one. Refuses to start without ConnectionStrings:rabbitmq.
    /// </summary>
    public static void AddMessaging<TDb>(this WebApplicationBuilder builder, string service, Action<Listening> listen)
        where TDb : DbContext
    {
        var listening = new Listening();
        listen(listening);
        builder.Services.AddScoped<IOutbox, Outbox>();
        builder.Services.AddSingleton<OutboxSignal>();
        builder.Services.AddSingleton<IInterceptor>(services => services.GetRequiredService<OutboxSignal>());
        builder.Services.AddSingleton<InboxSettings>();
        if (EF.IsDesignTime) return;

        var broker = builder.Configuration.GetConnectionString("rabbitmq")
            ?? throw new InvalidOperationException("ConnectionStrings:rabbitmq is missing.");
        var topologyOnly = Environment.GetCommandLineArgs().Contains(Migrator.Argument);
        foreach (var consumer in listening.Consumers.Values.Distinct()) builder.Services.AddScoped(consumer);
        builder.Services.AddMassTransit(bus =>
        {
            bus.ConfigureHealthCheckOptions(options => options.MinimalFailureStatus = HealthStatus.Degraded); // people keep working without the broker
            bus.UsingRabbitMq((context, rabbit) =>
            {
                rabbit.Host(new Uri(broker));
                rabbit.DeployTopologyOnly = topologyOnly;
                rabbit.ConfigureJsonSerializerOptions(EventCatalog.Write);
                foreach (var (@event, consumer) in listening.Consumers) rabbit.Listen(context, service, @event, consumer);
            });
        });
        if (topologyOnly) builder.Services.AddScoped<IMigrateStep, TopologyStep>();
        builder.Services.AddHostedService<OutboxDelivery>();
    }

    private static void Listen(this IRabbitMqBusFactoryConfigurator rabbit, IBusRegistrationContext context, string service, Type @event, Type consumer)
    {
        var settings = context.GetRequiredService<InboxSettings>();
        rabbit.ReceiveEndpoint($"{service}-{WordStart().Replace(@event.Name, "-$1").ToLowerInvariant()}", endpoint =>
        {
            endpoint.SetQuorumQueue();
            endpoint.PrefetchCount = Math.Max(32, settings.InHand);
            endpoint.ConcurrentMessageLimit = settings.InHand;
            endpoint.ConfigureError(error =>
            {
                error.UseFilter(new DeadLetterFilter(
                    context.GetRequiredService<IServiceScopeFactory>(), context.GetRequiredService<ILoggerFactory>().CreateLogger("Fupin.Messaging.DeadLetters")));
                error.UseFilter(new MassTransit.Middleware.ErrorTransportFilter());
            });
            endpoint.UseMessageRetry(retry =>
            {
                retry.Exponential(8, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(30), TimeSpan.FromMilliseconds(200));
                retry.Ignore<BadEventException>();
            });
            endpoint.Instance(ActivatorUtilities.CreateInstance(context, typeof(Inbox<>).MakeGenericType(@event), consumer));
        });
    }

    // Queues exist before any producer starts: run by --migrate-only of every service, before the first service runs.
    private sealed class TopologyStep(IBusControl bus) : IMigrateStep
    {
        public Task RunAsync(IServiceProvider services, CancellationToken ct) => bus.DeployAsync(ct);
    }

    [GeneratedRegex("(?<!^)([A-Z])")]
    private static partial Regex WordStart();
}
