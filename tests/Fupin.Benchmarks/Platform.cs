using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Fupin.AppHost.Local;
using Fupin.EndToEnd.Tests;
using Microsoft.Data.Sqlite;

namespace Fupin.Benchmarks;

/// <summary>A whole platform of its own, started by the app host: its API, its processes, and a look into its database files.</summary>
internal sealed class Platform : IAsyncDisposable
{
    public static readonly string[] Departments = ["education-aid", "employment", "social-assistance", "medical-aid"];
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(6);
    private readonly AppHostProcess host;
    private readonly string data;
    private readonly bool isTemporary;

    private Platform(AppHostProcess host, PlatformApi api, string data, bool isTemporary) =>
        (this.host, Api, this.data, this.isTemporary) = (host, api, data, isTemporary);

    public PlatformApi Api { get; }

    public static async Task<Platform> StartAsync(string? folder, params string[] options)
    {
        var data = folder ?? Directory.CreateTempSubdirectory("fupin-benchmark-").FullName;
        var port = FreePort();
        var host = AppHostProcess.Start(["--port", port.ToString(CultureInfo.InvariantCulture), "--data", data, .. options]);
        await host.ReadyAsync(StartLimit);
        return new Platform(host, new PlatformApi(new Uri($"http://127.0.0.1:{port}/"), TimeSpan.FromMinutes(5)), data, folder is null);
    }

    /// <summary>Processor time and the largest memory of every process, by its name.</summary>
    public IReadOnlyDictionary<string, ProcessUse> Use() => ProcessUse.Of(host.Id, data);

    /// <summary>The size of every database, write-ahead log included, in bytes.</summary>
    public IReadOnlyDictionary<string, long> Sizes() => Directory.GetFiles(data, "*.db*")
        .GroupBy(file => Path.GetFileName(file).Split(".db")[0])
        .ToDictionary(service => service.Key, service => service.Sum(file => new FileInfo(file).Length));

    /// <summary>One number out of a service's database; looking takes no lock that a writer would wait for.</summary>
    public long Ask(string service, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(data, service + ".db")};Mode=ReadOnly;Default Timeout=60");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the benchmark's own text
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar() is long number ? number : 0;
    }

    /// <summary>How long one small write takes until the disk has it: the median of a hundred.</summary>
    public double FlushMilliseconds()
    {
        var file = Path.Combine(data, "flush-probe");
        using (var probe = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            var page = new byte[4096];
            var took = Enumerable.Range(0, 100).Select(_ =>
            {
                var since = Stopwatch.GetTimestamp();
                probe.Write(page);
                probe.Flush(flushToDisk: true);
                return Stopwatch.GetElapsedTime(since).TotalMilliseconds;
            }).Order().ToList();
            File.Delete(file);
            return took[took.Count / 2];
        }
    }

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        await host.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (isTemporary) Directory.Delete(data, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
