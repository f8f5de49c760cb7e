using Fupin.Aid;
using Fupin.Aid.Records;
using Fupin.Employment.Records;
using Fupin.Messaging;
using Fupin.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Employment.Data;

internal abstract class EmploymentDb(DbContextOptions options, CurrentScope scope) : DbContext(options), IScopedDb
{
    CurrentScope IScopedDb.Scope => scope;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseFupinValues();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddMessagingTables();
        modelBuilder.AddAidTables(this);
        modelBuilder.AddRecords(this, EmploymentRecords.All);
    }
}

internal sealed class SqliteEmploymentDb(DbContextOptions<SqliteEmploymentDb> options, CurrentScope scope) : EmploymentDb(options, scope);

internal sealed class SqlServerEmploymentDb(DbContextOptions<SqlServerEmploymentDb> options, CurrentScope scope) : EmploymentDb(options, scope);
