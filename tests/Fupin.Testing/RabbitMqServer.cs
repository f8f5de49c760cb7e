using Fupin.AppHost.Local;
using Testcontainers.RabbitMq;

namespace Fupin.Testing;

/// <summary>
/// A real RabbitMQ for tests: the one that FUPIN_TEST_RABBITMQ names (the folder of a private one, as .ci/run starts it), a container where
/// Docker is, or a private rabbitmq-server. One per test run, one virtual host per class.
/// </summary>
public sealed class RabbitMqServer : IAsyncDisposable
{
    private static readonly Lazy<Task<RabbitMqServer>> Shared = new(StartSharedAsync);
    private readonly PrivateBroker? ours;
    private readonly RabbitMqContainer? container;
    private readonly string? folder;

    private RabbitMqServer(PrivateBroker ours, string? folder) => (this.ours, this.folder) = (ours, folder);

    private RabbitMqServer(RabbitMqContainer container) => this.container = container;

    /// <summary>amqp://… of its first virtual host.</summary>
    public string Address => ours?.Address ?? container!.GetConnectionString();

    /// <summary>The one that all classes of the run share.</summary>
    public static Task<RabbitMqServer> GetSharedAsync() => Shared.Value;

    /// <summary>One for a test that stops, kills and starts it; the test disposes of it.</summary>
    public static async Task<RabbitMqServer> StartPrivateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("fupin-rabbitmq-").FullName;
        var broker = await PrivateBroker.StartAsync(folder, await ScriptsAsync(), CancellationToken.None);
        await broker.ReadyAsync(CancellationToken.None);
        return new RabbitMqServer(broker, folder);
    }

    /// <summary>A virtual host of its own, so that classes do not hear each other; its address.</summary>
    public async Task<string> CreateVirtualHostAsync()
    {
        if (ours is not null) return await ours.CreateVirtualHostAsync(CancellationToken.None);
        var name = Guid.NewGuid().ToString("N");
        var address = new Uri(container!.GetConnectionString());
        var result = await container.ExecAsync(["rabbitmqctl", "eval", PrivateBroker.NewVirtualHost(name, address.UserInfo.Split(':')[0])]);
        return result.ExitCode == 0 ? $"amqp://{address.UserInfo}@{address.Authority.Split('@')[^1]}/{name}" : throw new InvalidOperationException(result.Stderr);
    }

    /// <summary>Starts it again after a stop; its durable queues are there again.</summary>
    public Task StartAsync() => Private.StartAsync(CancellationToken.None);

    /// <summary>Stops it in order.</summary>
    public Task StopAsync() => Private.StopAsync();

    /// <summary>Kills it, once the queues named would be found again.</summary>
    public async Task KillAsync(params string[] queues)
    {
        foreach (var queue in queues) await Eventually.IsTrue(() => Task.FromResult(Private.HasOnDisk(queue)));
        await Private.KillAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (ours is not null) await ours.DisposeAsync();
        if (container is not null) await container.DisposeAsync();
        if (folder is not null) Directory.Delete(folder, recursive: true);
    }

    private PrivateBroker Private => ours ?? throw new InvalidOperationException("Only a private broker is stopped and started by tests.");

    private static async Task<RabbitMqServer> StartSharedAsync()
    {
        if (Environment.GetEnvironmentVariable("FUPIN_TEST_RABBITMQ") is { Length: > 0 } running)
            return new RabbitMqServer(await PrivateBroker.AttachAsync(running, CancellationToken.None), folder: null);
        if (await ContainerBroker.EngineAnswersAsync(CancellationToken.None))
        {
            var container = new RabbitMqBuilder("rabbitmq:3.13-alpine").Build();
            await container.StartAsync();
            return new RabbitMqServer(container); // Testcontainers' reaper ends it after the run
        }

        var server = await StartPrivateAsync(); // ends with this process by its own watch
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.DisposeAsync().AsTask().Wait(TimeSpan.FromSeconds(10));
        return server;
    }

    private static Task<string> ScriptsAsync() => Broker.ScriptsAsync(static _ => { }, CancellationToken.None);
}
