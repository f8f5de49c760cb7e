using System.Collections.Concurrent;
using System.Diagnostics;
using Fupin.Messaging;
using MassTransit;

namespace Fupin.Testing;

/// <summary>
/// Hears every event of a virtual host, and speaks for departments that are not there. <see cref="Published{TEvent}"/> waits for what a
/// request caused, or fails at once with the reason when a watched service has put a message aside.
/// </summary>
public sealed class Conversation : IAsyncDisposable
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(30);
    private readonly ConcurrentQueue<object> heard;
    private readonly IBusControl bus;
    private readonly List<Func<Task<IReadOnlyList<string>>>> watched = [];

    private Conversation(IBusControl bus, ConcurrentQueue<object> heard) => (this.bus, this.heard) = (bus, heard);

    internal static async Task<Conversation> StartAsync(string broker, IEnumerable<Type> events)
    {
        var heard = new ConcurrentQueue<object>();
        var bus = Bus.Factory.CreateUsingRabbitMq(rabbit =>
        {
            rabbit.Host(new Uri(broker));
            rabbit.ConfigureJsonSerializerOptions(json =>
            {
                foreach (var converter in EventCatalog.Json.Converters) json.Converters.Add(converter);
                return json;
            });
            rabbit.ReceiveEndpoint($"conversation-{Guid.NewGuid():N}", endpoint =>
            {
                endpoint.AutoDelete = true;
                foreach (var type in events) Listen(endpoint, type, heard);
            });
        });
        await bus.StartAsync();
        return new Conversation(bus, heard);
    }

    /// <summary>Fails waiting at once when this service puts a message aside.</summary>
    public Conversation Watching<TProgram>(ServiceHost<TProgram> service)
        where TProgram : class
    {
        watched.Add(service.DeadLettersAsync);
        return this;
    }

    /// <summary>The first event heard that fits, now or within the time.</summary>
    public async Task<TEvent> Published<TEvent>(Func<TEvent, bool>? fits = null, TimeSpan? within = null)
        where TEvent : class
    {
        var since = Stopwatch.StartNew();
        while (true)
        {
            if (Heard(fits) is [var found, ..]) return found;
            foreach (var deadLetters in watched)
            {
                if (await deadLetters() is { Count: > 0 } letters) throw new InvalidOperationException($"A consumer failed: {string.Join("; ", letters)}");
            }

            if (since.Elapsed > (within ?? Usual))
                throw new TimeoutException($"No {typeof(TEvent).Name} in {since.Elapsed.TotalSeconds:0} s; heard: {string.Join(", ", heard.Select(one => one.GetType().Name))}.");
            await Task.Delay(50);
        }
    }

    /// <summary>All events heard so far that fit, in their order.</summary>
    public IReadOnlyList<TEvent> Heard<TEvent>(Func<TEvent, bool>? fits = null)
        where TEvent : class =>
        [.. heard.OfType<TEvent>().Where(one => fits is null || fits(one))];

    /// <summary>Tells an event as the department that would; the same <paramref name="messageId"/> again is the same message again.</summary>
    public Task TellAsync<TEvent>(TEvent @event, Guid? messageId = null)
        where TEvent : class =>
        bus.Publish(@event, context => context.MessageId = messageId ?? NewId.NextGuid());

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await bus.StopAsync();

    private static void Listen(IReceiveEndpointConfigurator endpoint, Type type, ConcurrentQueue<object> heard) =>
        typeof(Conversation).GetMethod(nameof(ListenTo), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(type)
            .Invoke(null, [endpoint, heard]);

    private static void ListenTo<TEvent>(IReceiveEndpointConfigurator endpoint, ConcurrentQueue<object> heard)
        where TEvent : class =>
        endpoint.Handler<TEvent>(context =>
        {
            heard.Enqueue(context.Message);
            return Task.CompletedTask;
        });
}
