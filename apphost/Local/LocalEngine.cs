using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Fupin.AppHost.Local;

/// <summary>Runs the platform as plain processes on this machine, with the configuration keys that .NET Aspire would set.</summary>
internal sealed class LocalEngine : IAsyncDisposable
{
    private static readonly TimeSpan HealthLimit = TimeSpan.FromSeconds(120);
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(3) };
    private readonly LocalOptions options;
    private readonly DataFolder data;
    private readonly Endpoints endpoints;
    private readonly Stopwatch since = Stopwatch.StartNew();
    private readonly List<ServiceProcess> processes = [];
    private Task<IBroker>? broker;

    private LocalEngine(LocalOptions options, DataFolder data) => (this.options, this.data, endpoints) = (options, data, Endpoints.For(options));

    /// <summary>Runs until SIGINT or SIGTERM; the exit code.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        using var stop = new CancellationTokenSource();
        using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var onHangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);
        try
        {
            var options = LocalOptions.Parse(args);
            if (options.Help)
            {
                Console.WriteLine(LocalOptions.Usage);
                return 0;
            }

            using var data = DataFolder.Open(options.Data);
            await using var engine = new LocalEngine(options, data);
            await (options.BrokerOnly ? engine.RunBrokerAsync(stop.Token) : engine.RunAsync(stop.Token));
            return 0;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 0;
        }
        catch (CannotStartException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(processes.Select(process => process.DisposeAsync().AsTask()));
        if (broker is null) return;
        try
        {
            await (await broker).DisposeAsync();
        }
        catch (Exception exception) when (exception is OperationCanceledException or CannotStartException)
        {
            // It never started: whoever started it has already said so.
        }
    }

    private async Task RunAsync(CancellationToken ct)
    {
        if (!FreePorts.IsFree(options.Port)) throw new CannotStartException($"Port {options.Port} is taken; choose another with --port.");
        data.Prepare(options.Clock);
        broker = Broker.FindOrStartAsync(options.Broker, data.Broker, Say, ct);

        // Everybody starts beside the broker: a service that finds none yet asks again.
        var address = (await broker).Address;
        await MigrateAsync(address, ct);
        StartServices(address);
        await (await broker).ReadyAsync(ct);
        Detail("broker there");
        await Task.WhenAll(processes.Select((process, at) => HealthyAsync(process, endpoints.Health[at], ct)));
        Detail("all healthy");

        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var kept = Task.WhenAll(processes.Select(process => process.KeepRunningAsync(Say, stopped.Token)));
        if (!options.Empty && !data.IsNoted("sample-district", SampleDistrict.Version))
        {
            using var district = new SampleDistrict(endpoints.Gateway, Detail);
            await district.LoadAsync(ct);
            data.Note("sample-district", SampleDistrict.Version);
        }

        Say(SampleDistrict.Officers);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ready {endpoints.Gateway.ToString().TrimEnd('/')} in {since.Elapsed.TotalSeconds:0.0} s"));
        await Task.WhenAny(kept, UntilStoppedAsync(ct));
        await stopped.CancelAsync();
        ct.ThrowIfCancellationRequested();
        await kept;
    }

    private async Task RunBrokerAsync(CancellationToken ct)
    {
        broker = Broker.FindOrStartAsync(options.Broker, data.Broker, Say, ct);
        await (await broker).ReadyAsync(ct);
        Console.WriteLine($"broker {data.Broker}");
        await UntilStoppedAsync(ct);
    }

    // Ends when told to, or when the 'dotnet run' that started this process was killed and can tell nobody any more.
    private static async Task UntilStoppedAsync(CancellationToken ct)
    {
        var parent = Parent.OfThisProcess();
        while (parent is null || Command.IsAlive(parent.Value)) await Task.Delay(1000, ct);
    }

    // One migrator per service, before any replica starts; not at all when the same build has already done it here.
    private async Task MigrateAsync(string brokerAddress, CancellationToken ct)
    {
        var build = string.Join('\n', Topology.Services.Select(service => $"{service.Name} {File.GetLastWriteTimeUtc(AssemblyOf(service)):O}")
            .Append(options.Broker ?? "own broker")
            .Append($"{endpoints.Gateway}")); // the portal's addresses are among what identity keeps
        if (data.IsNoted("migrated", build)) return;
        await Parallel.ForEachAsync(Topology.Services, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount + 1, CancellationToken = ct }, async (service, _) =>
        {
            await using var migrator = Start(service, 0, brokerAddress, service.Name, "--migrate-only");
            var code = await migrator.EndAsync(ct);
            if (code != 0) throw new CannotStartException($"{service.Name} could not be migrated ({code}); its log is {data.LogOf(service.Name)}.");
            Detail($"{service.Name} migrated");
        });
        data.Note("migrated", build);
    }

    private void StartServices(string brokerAddress)
    {
        foreach (var service in Topology.Services)
        {
            for (var replica = 0; replica < endpoints.ReplicasOf(service); replica++)
            {
                var name = endpoints.ReplicasOf(service) == 1 ? service.Name : string.Create(CultureInfo.InvariantCulture, $"{service.Name}-{replica + 1}");
                processes.Add(Start(service, replica, brokerAddress, name));
            }
        }
    }

    private ServiceProcess Start(Service service, int replica, string brokerAddress, string name, params string[] arguments)
    {
        var environment = endpoints.Configuration(service, replica);
        environment["ConnectionStrings__rabbitmq"] = brokerAddress;
        environment["Keys__Folder"] = data.Keys;
        environment["Keys__PassphraseFile"] = data.Passphrase;
        environment["Clock__File"] = data.Clock;
        environment["ASPNETCORE_ENVIRONMENT"] = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? "Development";
        environment["FUPIN_PARENT_PID"] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        environment["DOTNET_TieredPGO"] = "0"; // starts sooner; nothing here runs long enough to win it back
        environment["DOTNET_TC_CallCountingDelayMs"] = "2000"; // compiles nothing twice while all start at once
        var database = $"ConnectionStrings__{service.Name}";
        environment[database] = Environment.GetEnvironmentVariable(database) ?? data.DatabaseOf(service.Name);
        return new ServiceProcess(name, AssemblyOf(service), arguments, environment, data.LogOf(name), options.Verbose);
    }

    private async Task HealthyAsync(ServiceProcess process, Uri health, CancellationToken ct)
    {
        var waited = Stopwatch.StartNew();
        while (!await AnswersAsync(health, ct))
        {
            if (process.HasExited) throw new CannotStartException($"{process.Name} ended while starting; its log is {data.LogOf(process.Name)}.");
            if (waited.Elapsed > HealthLimit) throw new CannotStartException($"{process.Name} is not healthy after {HealthLimit.TotalSeconds:0} s; its log is {data.LogOf(process.Name)}.");
            await Task.Delay(150, ct);
        }

        Detail($"{process.Name} healthy");
    }

    private static async Task<bool> AnswersAsync(Uri health, CancellationToken ct)
    {
        try
        {
            using var response = await Http.GetAsync(health, ct);
            return response.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            return false;
        }
    }

    // Beside the app host's own output: artifacts/bin/<project>/<configuration>/.
    private static string AssemblyOf(Service service)
    {
        var own = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar);
        var assembly = Path.Combine(own, "..", "..", service.Assembly, Path.GetFileName(own), service.Assembly + ".dll");
        return File.Exists(assembly) ? Path.GetFullPath(assembly) : throw new CannotStartException($"{service.Name} is not built: {Path.GetFullPath(assembly)} is missing.");
    }

    private static void Say(string text) => Console.WriteLine(text);

    private void Detail(string text)
    {
        if (options.Verbose) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{since.Elapsed.TotalSeconds,6:0.0} s  {text}"));
    }
}
