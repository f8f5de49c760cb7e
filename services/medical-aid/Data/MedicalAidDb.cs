using Fupin.Aid;
using Fupin.MedicalAid.Settlements;
using Fupin.Messaging;
using Fupin.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fupin.MedicalAid.Data;

internal abstract class MedicalAidDb(DbContextOptions options, CurrentScope scope) : DbContext(options), IScopedDb
{
    public DbSet<Settlement> Settlements => Set<Settlement>();

    public DbSet<PersonYear> PersonYears => Set<PersonYear>();

    CurrentScope IScopedDb.Scope => scope;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseFupinValues();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddMessagingTables();
        modelBuilder.AddAidTables(this);
        modelBuilder.Entity<Settlement>(row =>
        {
            row.ToTable("Settlements").HasKey(settlement => settlement.Sequence);
            row.Property(settlement => settlement.Sequence).ValueGeneratedOnAdd();
            row.HasIndex(settlement => settlement.Id).IsUnique();
            row.HasIndex(settlement => settlement.Number).IsUnique();
            row.HasIndex(settlement => settlement.InvoiceNo).IsUnique();
            row.HasIndex(settlement => new { settlement.HouseholdId, settlement.On });
            row.Property(settlement => settlement.Number).HasMaxLength(40).IsUnicode(false);
            row.Property(settlement => settlement.InvoiceNo).HasMaxLength(40);
            row.ComplexProperty(settlement => settlement.Before);
            row.Ignore(settlement => settlement.InScope);
            row.HasScope(this);
        });
        modelBuilder.Entity<PersonYear>(row =>
        {
            row.ToTable("PersonYears").HasKey(year => new { year.MemberId, year.Year });
            row.ComplexProperty(year => year.Counters);
        });
    }
}

internal sealed class SqliteMedicalAidDb(DbContextOptions<SqliteMedicalAidDb> options, CurrentScope scope) : MedicalAidDb(options, scope);

internal sealed class SqlServerMedicalAidDb(DbContextOptions<SqlServerMedicalAidDb> options, CurrentScope scope) : MedicalAidDb(options, scope);
