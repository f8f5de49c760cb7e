using System.Net.Http.Json;
using System.Text.Json;
using Fupin.Testing;
using Microsoft.Data.Sqlite;

[assembly: AssemblyFixture(typeof(Fupin.Audit.Tests.OnSqlite))]
[assembly: AssemblyFixture(typeof(Fupin.Audit.Tests.OnSqlServer))]

namespace Fupin.Audit.Tests;

/// <summary>The service as auditors and other departments meet it: over HTTP and the broker, with one replica or several.</summary>
public sealed class Audit : IAsyncDisposable
{
    private readonly TestPlace place;
    private readonly Conversation conversation;
    private readonly List<ServiceHost<Program>> replicas;

    private Audit(TestPlace place, Conversation conversation, List<ServiceHost<Program>> replicas) =>
        (this.place, this.conversation, this.replicas) = (place, conversation, replicas);

    public static async Task<Audit> StartAsync(string? database = null, int replicas = 1)
    {
        var place = await TestPlace.CreateAsync();
        var conversation = await place.ListenAsync();
        var hosts = new List<ServiceHost<Program>>();
        while (hosts.Count < replicas) hosts.Add(await ServiceHost.StartAsync<Program>(place, "audit", database: database));
        foreach (var host in hosts) conversation.Watching(host);
        return new Audit(place, conversation, hosts);
    }

    /// <summary>Tells an event and waits until the trail has it, so that the next one comes after it.</summary>
    public async Task TellAsync<TEvent>(TEvent @event)
        where TEvent : class
    {
        var before = await EntriesAsync();
        await conversation.TellAsync(@event);
        await HasAsync(before + 1);
    }

    /// <summary>Tells an event and does not wait; the same <paramref name="message"/> again is the same message again.</summary>
    public Task TellWithoutWaitingAsync<TEvent>(TEvent @event, Guid message)
        where TEvent : class => conversation.TellAsync(@event, message);

    public Task HasAsync(long entries) => Eventually.Holds(async () =>
    {
        Assert.Empty(await replicas[0].DeadLettersAsync());
        Assert.Equal(entries, await EntriesAsync());
    });

    /// <summary>The trail of an auditor's region in order of arrival.</summary>
    public async Task<IReadOnlyList<JsonElement>> TrailAsync(TestOfficer? officer = null) =>
        [.. (await GetAsync("events?size=200", officer)).GetProperty("entries").EnumerateArray().Reverse()];

    /// <summary>The verdict of one replica, of the first when nothing else is said.</summary>
    public async Task<JsonElement> VerifyAsync(int replica = 0) =>
        await replicas[replica].As(Officers.Auditor).GetFromJsonAsync<JsonElement>("verify");

    public Task<JsonElement> GetAsync(string path, TestOfficer? officer = null) => replicas[0].As(officer ?? Officers.Auditor).GetFromJsonAsync<JsonElement>(path);

    public Task<HttpResponseMessage> TryGetAsync(TestOfficer? officer, string path) => replicas[0].As(officer).GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>Does something to the database file behind the service's back.</summary>
    public async Task<int> ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(place.Folder, "audit.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var replica in replicas) await replica.DisposeAsync();
        await conversation.DisposeAsync();
        await place.DisposeAsync();
    }

    private async Task<long> EntriesAsync() => (await VerifyAsync()).GetProperty("entries").GetInt64();
}

/// <summary>A service that several tests share; started when the first test asks for it, so that tests can be skipped where there is no server.</summary>
public abstract class AuditPlace : IAsyncDisposable
{
    private readonly Lazy<Task<Audit>> started;

    protected AuditPlace() => started = new(async () => await Audit.StartAsync(await DatabaseAsync()));

    public Task<Audit> ServiceAsync() => started.Value;

    public async ValueTask DisposeAsync()
    {
        if (started is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }) await (await started.Value).DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>The connection string of a new database; null for a SQLite file.</summary>
    public abstract Task<string?> DatabaseAsync();
}

public sealed class OnSqlite : AuditPlace
{
    public override Task<string?> DatabaseAsync() => Task.FromResult<string?>(null);
}

public sealed class OnSqlServer : AuditPlace
{
    public override async Task<string?> DatabaseAsync() => await SqlServerWhenConfigured.CreateDatabaseAsync();
}
