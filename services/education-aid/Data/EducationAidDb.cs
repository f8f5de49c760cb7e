using Fupin.Aid;
using Fupin.EducationAid.Schools;
using Fupin.Messaging;
using Fupin.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fupin.EducationAid.Data;

internal abstract class EducationAidDb(DbContextOptions options, CurrentScope scope) : DbContext(options), IScopedDb
{
    public DbSet<SchoolRecord> SchoolRecords => Set<SchoolRecord>();

    CurrentScope IScopedDb.Scope => scope;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseFupinValues();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddMessagingTables();
        modelBuilder.AddAidTables(this);
        modelBuilder.Entity<SchoolRecord>(row =>
        {
            row.ToTable("SchoolRecords").HasKey(record => record.Id);
            row.HasIndex(record => new { record.MemberId, record.Term }).IsUnique();
            row.HasIndex(record => record.HouseholdId);
            row.Property(record => record.Term).HasMaxLength(7).IsUnicode(false);
            row.Property(record => record.School).HasMaxLength(100);
            row.HasScope(this);
        });
    }
}

internal sealed class SqliteEducationAidDb(DbContextOptions<SqliteEducationAidDb> options, CurrentScope scope) : EducationAidDb(options, scope);

internal sealed class SqlServerEducationAidDb(DbContextOptions<SqlServerEducationAidDb> options, CurrentScope scope) : EducationAidDb(options, scope);
