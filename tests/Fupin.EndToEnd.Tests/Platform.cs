using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Fupin.Testing;

namespace Fupin.EndToEnd.Tests;

/// <summary>
/// The whole platform with two replicas of every department, started once for all journeys by the app host, empty, with a virtual host of
/// the tests' broker. Its journeys run one after the other, because they share its clock.
/// </summary>
[CollectionDefinition(Name)]
public sealed class Platform : IAsyncLifetime, ICollectionFixture<Platform>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "platform";

    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(4);
    private readonly string data = Directory.CreateTempSubdirectory("fupin-platform-").FullName;
    private AppHostProcess? host;

    /// <summary>Where people and machines come to.</summary>
    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}/");

    public async ValueTask InitializeAsync()
    {
        var broker = await (await RabbitMqServer.GetSharedAsync()).CreateVirtualHostAsync();
        host = AppHostProcess.Start("--empty", "--replicas", "2", "--port", Address.Port.ToString(CultureInfo.InvariantCulture), "--data", data, "--broker", broker);
        await host.ReadyAsync(StartLimit);
    }

    /// <summary>One of Development's machines, signed in.</summary>
    internal async Task<Machine> AsAsync(string machine) => await Machine.SignInAsync(Address, machine);

    /// <summary>Moves the platform's time.</summary>
    public async Task AdvanceAsync(int days)
    {
        using var district = await AsAsync("dev-district");
        await district.DoAsync("api/clock", new { advance = TimeSpan.FromDays(days) });
    }

    /// <summary>Stops the replicas of a service where they stand, until what is returned is disposed of.</summary>
    internal IDisposable Freeze(string assembly) => new Frozen([.. host!.ChildrenRunning(assembly)]);

    public async ValueTask DisposeAsync()
    {
        if (host is not null) await host.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class Frozen : IDisposable
    {
        private readonly IReadOnlyList<int> processes;

        public Frozen(IReadOnlyList<int> processes)
        {
            this.processes = processes;
            Signal("STOP");
        }

        public void Dispose() => Signal("CONT");

        private void Signal(string name)
        {
            using var kill = System.Diagnostics.Process.Start("kill", [$"-{name}", .. processes.Select(id => id.ToString(CultureInfo.InvariantCulture))]);
            kill.WaitForExit();
        }
    }
}
