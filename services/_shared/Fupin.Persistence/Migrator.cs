using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Fupin.Persistence;

/// <summary>A step of bringing a service up to date after its tables are (升级步骤), such as its reference data or its queues. It can run again without effect.</summary>
public interface IMigrateStep
{
    /// <summary>Runs the step in a scope of its own that sees everything.</summary>
    Task RunAsync(IServiceProvider services, CancellationToken ct);
}

/// <summary>The one migrator of a service (数据库升级).</summary>
public static class Migrator
{
    /// <summary>The argument with which a service migrates and ends.</summary>
    public const string Argument = "--migrate-only";

    /// <summary>
    /// Migrates and returns true when the service was started with <see cref="Argument"/>; migrates and goes on (false) when
    /// <c>Database:Migrate</c> is OnStart, as tests with one replica do.
    /// </summary>
    public static async Task<bool> MigrateOnlyAsync(this WebApplication app)
    {
        var only = Environment.GetCommandLineArgs().Contains(Argument);
        if (only || app.Configuration["Database:Migrate"] == "OnStart") await app.Services.MigrateAsync(CancellationToken.None);
        return only;
    }

    /// <summary>Migrates the service's database and runs every <see cref="IMigrateStep"/>, alone under a file lock where the database is a file.</summary>
    public static async Task MigrateAsync(this IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentScope>().EnterSystem();
        var db = scope.ServiceProvider.GetRequiredService<DbContext>();
        if (db.Database.IsSqlite())
        {
            var file = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
            if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder) Directory.CreateDirectory(folder);
            await using var alone = await LockAsync(file + ".migrate", ct);
            await ClearStaleLockAsync(db, ct);
            await db.Database.MigrateAsync(ct);
        }
        else
        {
            await db.Database.MigrateAsync(ct);
        }

        foreach (var step in scope.ServiceProvider.GetServices<IMigrateStep>()) await step.RunAsync(scope.ServiceProvider, ct);
    }

    private static async Task<FileStream> LockAsync(string path, CancellationToken ct)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (tries < 600)
            {
                await Task.Delay(100, ct);
            }
        }
    }

    // EF Core's own lock on SQLite is a row without a time-out: a migrator killed while holding it would block every later start.
    // We hold the file lock, so whoever wrote that row is gone.
    private static async Task ClearStaleLockAsync(DbContext db, CancellationToken ct)
    {
        var exists = await db.Database
            .SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'")
            .SingleAsync(ct);
        if (exists > 0) await db.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsLock\"", ct);
    }
}
