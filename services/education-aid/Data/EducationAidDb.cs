using Fupin.Aid;
using Fupin.Aid.Records;
using Fupin.EducationAid.Records;
using Fupin.Messaging;
using Fupin.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fupin.EducationAid.Data;

internal abstract class EducationAidDb(DbContextOptions options, CurrentScope scope) : DbContext(options), IScopedDb
{
    CurrentScope IScopedDb.Scope => scope;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseFupinValues();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddMessagingTables();
        modelBuilder.AddAidTables(this);
        modelBuilder.AddRecords(this, EducationRecords.All);
    }
}

internal sealed class SqliteEducationAidDb(DbContextOptions<SqliteEducationAidDb> options, CurrentScope scope) : EducationAidDb(options, scope);

internal sealed class SqlServerEducationAidDb(DbContextOptions<SqlServerEducationAidDb> options, CurrentScope scope) : EducationAidDb(options, scope);
