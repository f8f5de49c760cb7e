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

    /// <summary>Listens with a consumer; refuses (<see cref="ArgumentException"/>) a second one for the same event, which the inbox would take for a duplicate.</summary>
    public Listening To<TConsumer>()
        where TConsumer : class, IConsumer => To(typeof(TConsumer));

    /// <summary>Listens with a consumer type made at run time, as audit does for every event of the catalogue.</summary>
    public Listening To(Type consumer)
    {
        foreach (var face in consumer.GetInterfaces().Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IConsumer<>)))
        {
            consumers.Add(face.GetGenericArguments()[0], consumer);
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
        builder.Services.AddSingleton<InboxSwitch>();
        if (EF.IsDesignTime) return;

        var broker = builder.Configuration.GetConnectionString("rabbitmq")
            ?? throw new InvalidOperationException("ConnectionStrings:rabbitmq is missing.");
        var topologyOnly = Environment.GetCommandLineArgs().Contains(Migrator.Argument);
        builder.Services.AddMassTransit(bus =>
        {
            bus.ConfigureHealthCheckOptions(options => options.MinimalFailureStatus = HealthStatus.Degraded); // people keep working without the broker
            foreach (var consumer in listening.Consumers.Values.Distinct()) bus.AddConsumer(consumer);
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
        var settings = context.GetRequiredService<IConfiguration>();
        rabbit.ReceiveEndpoint($"{service}-{WordStart().Replace(@event.Name, "-$1").ToLowerInvariant()}", endpoint =>
        {
            endpoint.SetQuorumQueue();
            endpoint.PrefetchCount = 32;
            // SQLite has one writer: more consumers at once would only queue up behind its lock.
            endpoint.ConcurrentMessageLimit = settings["Database:Provider"] == "SqlServer" ? 8 : 1;
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
            endpoint.UseConsumeFilter(typeof(InboxFilter<>), context);
            endpoint.ConfigureConsumer(context, consumer);
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
