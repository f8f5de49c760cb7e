using Fupin.Aid;
using Fupin.Aid.Records;
using Fupin.MedicalAid.Premiums;
using Fupin.MedicalAid.Records;
using Fupin.MedicalAid.Rehabilitation;
using Fupin.MedicalAid.Settlements;
using Fupin.Messaging;
using Fupin.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fupin.MedicalAid.Data;

internal abstract class MedicalAidDb(DbContextOptions options, CurrentScope scope) : DbContext(options), IScopedDb
{
    public DbSet<Settlement> Settlements => Set<Settlement>();

    public DbSet<SettlementChange> SettlementChanges => Set<SettlementChange>();

    public DbSet<PersonYear> PersonYears => Set<PersonYear>();

    public DbSet<FamilyYear> FamilyYears => Set<FamilyYear>();

    public DbSet<PremiumListing> PremiumListings => Set<PremiumListing>();

    public DbSet<RehabilitationCase> RehabilitationCases => Set<RehabilitationCase>();

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
            row.HasIndex(settlement => settlement.Key).IsUnique();
            row.HasIndex(settlement => new { settlement.HouseholdId, settlement.On });
            row.HasIndex(settlement => new { settlement.MemberId, settlement.DischargedOn });
            row.HasIndex(settlement => settlement.DischargedOn);
            row.Property(settlement => settlement.Key).HasMaxLength(200);
            row.Property(settlement => settlement.Number).HasMaxLength(40).IsUnicode(false);
            row.Property(settlement => settlement.InvoiceNo).HasMaxLength(40);
            row.Property(settlement => settlement.HospitalCode).HasMaxLength(20);
            row.ComplexProperty(settlement => settlement.Before);
            row.ComplexProperty(settlement => settlement.Paid, paid =>
            {
                paid.Ignore(one => one.Sum);
                paid.Ignore(one => one.SelfPaid);
                paid.Ignore(one => one.LeftInScope);
            });
            row.Ignore(settlement => settlement.InScope);
            row.Ignore(settlement => settlement.IsCancelled);
            row.HasScope(this);
        });
        modelBuilder.Entity<SettlementChange>(row =>
        {
            row.ToTable("SettlementChanges").HasKey(change => change.Id);
            row.Property(change => change.Id).ValueGeneratedNever();
            row.HasIndex(change => change.SettlementId);
            row.Property(change => change.Reason).HasMaxLength(500);
            row.Property(change => change.ByName).HasMaxLength(100);
            row.HasScope(this);
        });
        modelBuilder.Entity<PersonYear>(row =>
        {
            row.ToTable("PersonYears").HasKey(year => new { year.MemberId, year.Year });
            row.ComplexProperty(year => year.Counters);
        });
        modelBuilder.Entity<FamilyYear>(row =>
        {
            row.ToTable("FamilyYears").HasKey(year => new { year.HouseholdId, year.Year });
            row.HasIndex(year => new { year.Year, year.HouseholdId });
            row.ComplexProperty(year => year.Counters);
            row.Property(year => year.HandledHow).HasMaxLength(500);
            row.HasScope(this);
        });
        modelBuilder.AddRecords(this, MedicalRecords.Premiums, MedicalRecords.Rehabilitation); // settlements have a table of their own form
    }
}

internal sealed class SqliteMedicalAidDb(DbContextOptions<SqliteMedicalAidDb> options, CurrentScope scope) : MedicalAidDb(options, scope);

internal sealed class SqlServerMedicalAidDb(DbContextOptions<SqlServerMedicalAidDb> options, CurrentScope scope) : MedicalAidDb(options, scope);
