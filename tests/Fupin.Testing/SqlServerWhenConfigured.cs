using Fupin.AppHost.Local;
using Microsoft.Data.SqlClient;
using Testcontainers.MsSql;
using Xunit;

namespace Fupin.Testing;

/// <summary>
/// The second run of the service tests, on SQL Server: where FUPIN_TEST_SQLSERVER holds a connection string or Docker is, and skipped by name elsewhere.
/// </summary>
public static class SqlServerWhenConfigured
{
    /// <summary>The variable that holds the connection string of a server on which databases may be made.</summary>
    public const string Variable = "FUPIN_TEST_SQLSERVER";

    private static readonly Lazy<Task<string?>> Server = new(FindAsync);

    /// <summary>A new database's connection string; skips the running test when there is no server.</summary>
    public static async Task<string> CreateDatabaseAsync()
    {
        var server = await Server.Value;
        if (server is null) Assert.Skip($"{Variable} names no SQL Server, and there is no Docker to start one.");
        return new SqlConnectionStringBuilder(server) { InitialCatalog = $"fupin_{Guid.NewGuid():N}" }.ConnectionString; // the migrator makes it
    }

    private static async Task<string?> FindAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } configured) return configured;
        if (!await ContainerBroker.EngineAnswersAsync(CancellationToken.None)) return null;
        var container = new MsSqlBuilder("mcr.microsoft.com/mssql/server:2022-latest").Build();
        await container.StartAsync();
        return container.GetConnectionString();
    }
}
