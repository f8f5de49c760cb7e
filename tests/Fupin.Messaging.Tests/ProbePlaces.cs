using Microsoft.Data.Sqlite;

namespace Fupin.Messaging.Tests;

/// <summary>Where the probe services of one test live: a folder with their files and keys, and a broker's virtual host.</summary>
internal sealed class ProbePlaces(string broker) : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("fupin-probe-").FullName;

    public Task<ProbeService> StartAsync(
        string service, bool listens = false, bool inbox = true, bool delivers = true, bool mended = false, int? batch = null, Type? consumer = null) =>
        ProbeService.StartAsync(broker, folder, service, listens, inbox, delivers, mended, batch, consumer);

    /// <summary>Takes a service's file as its only writer; whoever wants to write waits until it is let go.</summary>
    public async Task<IAsyncDisposable> HoldWriterAsync(string service)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder, service + ".db")};Pooling=False");
        await connection.OpenAsync();
        await using var begin = connection.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        await begin.ExecuteNonQueryAsync();
        return connection;
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
