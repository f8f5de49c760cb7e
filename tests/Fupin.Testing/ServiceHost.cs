using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Reflection;
using Fupin.AppHost.Local;
using Fupin.Messaging;
using Fupin.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Fupin.Testing;

/// <summary>Starts services for tests.</summary>
public static class ServiceHost
{
    /// <summary>
    /// Starts the service named <paramref name="service"/> in a place. <paramref name="settings"/> are added last, with colons
    /// (<c>services:registration:grpc:0</c>); <paramref name="database"/> is a SQL Server connection string, or null for a SQLite file;
    /// <paramref name="configure"/> may replace a stand-in of an outside system.
    /// </summary>
    public static async Task<ServiceHost<TProgram>> StartAsync<TProgram>(
        TestPlace place,
        string service,
        IReadOnlyDictionary<string, string>? settings = null,
        string? database = null,
        Action<IServiceCollection>? configure = null,
        string environment = "Development")
        where TProgram : class
    {
        var ports = FreePorts.Take(2);
        var all = new Dictionary<string, string>
        {
            ["environment"] = environment,
            ["contentRoot"] = AppContext.BaseDirectory,
            ["applicationName"] = typeof(TProgram).Assembly.GetName().Name!,
            [$"ConnectionStrings:{service}"] = database ?? $"Data Source={Path.Combine(place.Folder, service + ".db")}",
            ["Database:Provider"] = database is null ? "Sqlite" : "SqlServer",
            ["Database:Migrate"] = "OnStart",
            ["ConnectionStrings:rabbitmq"] = place.BrokerAddress,
            ["Kestrel:Endpoints:http:Url"] = $"http://127.0.0.1:{ports[0]}",
            ["Kestrel:Endpoints:grpc:Url"] = $"http://127.0.0.1:{ports[1]}",
            ["Kestrel:Endpoints:grpc:Protocols"] = "Http2",
            ["Identity:Issuer"] = Officers.Issuer,
            ["Identity:JwksFile"] = place.KeySetFile,
            ["Keys:Folder"] = place.KeyFolder,
            ["Keys:PassphraseFile"] = place.PassphraseFile,
            ["Clock:File"] = place.ClockFile,
            ["Logging:LogLevel:Default"] = "Warning",
        };
        foreach (var (key, value) in settings ?? new Dictionary<string, string>()) all[key] = value;

        var (host, running) = await ProgramRun.StartAsync(typeof(TProgram).Assembly, all, configure);
        var started = new ServiceHost<TProgram>(host, running, ports[0], ports[1]);
        if (host.Services.GetService<IBusControl>() is { } bus) await bus.WaitForHealthStatus(BusHealthStatus.Healthy, TimeSpan.FromSeconds(30));
        return started;
    }
}

/// <summary>
/// A service in the test's process, by its own Program, on real Kestrel with its http and grpc endpoints, its own database and a real broker.
/// Each test project wraps it in an application class with intent methods; tests themselves see neither <see cref="Services"/> nor a context.
/// </summary>
/// <typeparam name="TProgram">The service's Program.</typeparam>
public sealed class ServiceHost<TProgram> : IAsyncDisposable
    where TProgram : class
{
    private readonly IHost host;
    private readonly Task running;

    internal ServiceHost(IHost host, Task running, int httpPort, int grpcPort) => (this.host, this.running, HttpPort, GrpcPort) = (host, running, httpPort, grpcPort);

    /// <summary>The service's container, for application classes.</summary>
    public IServiceProvider Services => host.Services;

    /// <summary>Where HTTP is served.</summary>
    public Uri Address => new($"http://127.0.0.1:{HttpPort}/");

    /// <summary>Where gRPC is served.</summary>
    public Uri GrpcAddress => new($"http://127.0.0.1:{GrpcPort}/");

    private int HttpPort { get; }

    private int GrpcPort { get; }

    /// <summary>A client that is signed in as an officer; as nobody when null.</summary>
    public HttpClient As(TestOfficer? officer)
    {
        var client = new HttpClient { BaseAddress = Address };
        if (officer is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Officers.Token(officer));
        return client;
    }

    /// <summary>Reads the service's database as the system, which sees every row.</summary>
    public async Task<T> ReadAsync<TDb, T>(Func<TDb, Task<T>> read)
        where TDb : DbContext
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentScope>().EnterSystem();
        return await read(scope.ServiceProvider.GetRequiredService<TDb>());
    }

    /// <summary>Messages the service could not handle, as sentences.</summary>
    public Task<IReadOnlyList<string>> DeadLettersAsync() => ReadAsync<DbContext, IReadOnlyList<string>>(async db =>
        await db.Set<DeadLetter>().Select(letter => letter.Queue + ": " + letter.Detail).ToListAsync());

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        await running;
    }
}

/// <summary>Runs a service's Program in this process and catches the host it builds.</summary>
internal static class ProgramRun
{
    private static readonly AsyncLocal<Catch?> Current = new();
    private static readonly IDisposable Listening = DiagnosticListener.AllListeners.Subscribe(new EachListener());

    public static async Task<(IHost Host, Task Running)> StartAsync(Assembly program, IReadOnlyDictionary<string, string> settings, Action<IServiceCollection>? configure)
    {
        GC.KeepAlive(Listening);
        var caught = new Catch(configure);
        var arguments = settings.Select(setting => string.Create(CultureInfo.InvariantCulture, $"--{setting.Key}={setting.Value}")).ToArray();
        var running = Task.Factory.StartNew(
            () =>
            {
                Current.Value = caught;
                try
                {
                    (program.EntryPoint!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [arguments], null) as Task)?.GetAwaiter().GetResult();
                    caught.Started.TrySetException(new InvalidOperationException($"{program.GetName().Name} ended before it had started."));
                }
                catch (Exception exception)
                {
                    if (!caught.Started.TrySetException(exception)) throw;
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        return (await caught.Started.Task.WaitAsync(TimeSpan.FromSeconds(120)), running);
    }

    // HostApplicationBuilder tells of the host it is about to build and of the one it has built.
    private sealed class Catch(Action<IServiceCollection>? configure) : IObserver<KeyValuePair<string, object?>>
    {
        public TaskCompletionSource<IHost> Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (Current.Value != this) return;
            if (value is { Key: "HostBuilding", Value: IHostBuilder builder } && configure is not null) builder.ConfigureServices((_, services) => configure(services));
            if (value is { Key: "HostBuilt", Value: IHost host })
                host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(() => Started.TrySetResult(host));
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }

    private sealed class EachListener : IObserver<DiagnosticListener>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.Extensions.Hosting") value.Subscribe(new ToCurrent());
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }

    private sealed class ToCurrent : IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(KeyValuePair<string, object?> value) => Current.Value?.OnNext(value);

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
