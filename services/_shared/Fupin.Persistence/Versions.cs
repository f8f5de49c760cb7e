using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Fupin.Persistence;

/// <summary>A row whose <see cref="Version"/> is a concurrency token (版本): of two writers who read the same version, the second fails.</summary>
public interface IVersioned
{
    /// <summary>Raised by one at each save; never set by hand.</summary>
    int Version { get; set; }
}

internal sealed class VersionBump : SaveChangesInterceptor
{
    public static readonly VersionBump Instance = new();

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Bump(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Bump(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    private static void Bump(DbContext db)
    {
        foreach (var entry in db.ChangeTracker.Entries<IVersioned>())
        {
            if (entry.State is EntityState.Added or EntityState.Modified) entry.Entity.Version++;
        }
    }
}

internal sealed class VersionConvention : IEntityTypeAddedConvention
{
    public void ProcessEntityTypeAdded(IConventionEntityTypeBuilder entityTypeBuilder, IConventionContext<IConventionEntityTypeBuilder> context)
    {
        if (entityTypeBuilder.Metadata.ClrType.IsAssignableTo(typeof(IVersioned)))
        {
            entityTypeBuilder.Property(typeof(int), nameof(IVersioned.Version))?.IsConcurrencyToken(true);
        }
    }
}

/// <summary>What a provider says when a unique index refuses a row (唯一约束).</summary>
public static class UniqueViolations
{
    /// <summary>Whether a save failed because somebody else wrote a row with the same key first; both providers say it in their own way.</summary>
    public static bool IsUniqueViolation(this DbUpdateException exception) => exception.InnerException switch
    {
        SqlException { Number: 2601 or 2627 } => true,
        SqliteException { SqliteExtendedErrorCode: 1555 or 2067 } => true, // primary key, unique
        _ => false,
    };
}

// Of two people who change the same thing at once, the second is told so.
internal sealed class ChangedMeanwhile : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not DbUpdateConcurrencyException && !(exception is DbUpdateException failed && failed.IsUniqueViolation())) return false;
        await SystemErrors.ChangedMeanwhile.ExecuteAsync(httpContext);
        return true;
    }
}
