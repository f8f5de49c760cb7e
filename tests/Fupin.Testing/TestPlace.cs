using System.Globalization;
using Fupin.Messaging;
using Fupin.ServiceDefaults;

namespace Fupin.Testing;

/// <summary>
/// Where the services of one test class live: a folder with their files, keys and clock, and a virtual host of the broker.
/// Several services, or several replicas of one, share it as they share these things in a running platform.
/// </summary>
public sealed class TestPlace : IAsyncDisposable
{
    /// <summary>Two days after the policy, in the morning in China.</summary>
    private static readonly DateTimeOffset Start = new(2016, 3, 21, 9, 0, 0, TimeSpan.FromHours(8));

    private readonly PlatformClock clock;

    private TestPlace(string folder, string broker)
    {
        (Folder, BrokerAddress) = (folder, broker);
        clock = new PlatformClock(ClockFile);
    }

    /// <summary>The folder with everything the services keep.</summary>
    public string Folder { get; }

    /// <summary>The broker's address, with the virtual host of this place.</summary>
    public string BrokerAddress { get; }

    /// <summary>The platform's date in China.</summary>
    public DateOnly Today => clock.Today();

    internal string ClockFile => Path.Combine(Folder, "clock");

    internal string KeySetFile => Path.Combine(Folder, "jwks.json");

    internal string KeyFolder => Path.Combine(Folder, "keys");

    internal string PassphraseFile => Path.Combine(Folder, "passphrase");

    /// <summary>A new place; with a broker of the test's own, or with a virtual host of the shared one.</summary>
    public static async Task<TestPlace> CreateAsync(RabbitMqServer? broker = null)
    {
        var address = broker?.Address ?? await (await RabbitMqServer.GetSharedAsync()).CreateVirtualHostAsync();
        var place = new TestPlace(Directory.CreateTempSubdirectory("fupin-test-").FullName, address);
        Directory.CreateDirectory(place.KeyFolder);
        await File.WriteAllTextAsync(place.PassphraseFile, "only for tests");
        await File.WriteAllTextAsync(place.KeySetFile, Officers.KeySet());
        await File.WriteAllTextAsync(place.ClockFile, (Start - TimeProvider.System.GetUtcNow()).ToString("c", CultureInfo.InvariantCulture));
        return place;
    }

    /// <summary>Moves the time of every service of this place.</summary>
    public void Advance(TimeSpan by) => clock.Advance(by);

    /// <summary>Listens to everything the services of this place tell, from now on.</summary>
    public Task<Conversation> ListenAsync() => Conversation.StartAsync(BrokerAddress, EventCatalog.Types);

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
